import { isConfidential } from '#endpoint/target';
import type { PlannedCheck } from '#harness/plan';
import type { RunConfig, Permission } from '#harness/run-config';
import type { Exclusion } from '#harness/run-check';
import { unknownOf } from '#judgement/judges/certificate';
import { isCertificateRequirement } from '#judgement/requirements/certificate';
import { mayLock } from '#judgement/requirements/connection';
import { type RequirementId, requirements, topicOf } from '#judgement/requirements/registry';
import type { Requirement } from '#judgement/requirements/requirement';
import { type Check, type Lab, documentTypeOf } from './lab.ts';
import { left, leftBy } from './left-out.ts';
import { lackingFor } from './needs.ts';
import { elsewhere, otherTypes } from './spread.ts';
import { type Contents, checkFor } from './topics.ts';

/** What says whether a check of a run is acted. */
export type Surroundings = Pick<Lab, 'contract' | 'config' | 'unviolable'>;

/** What acts a planned check in this run, or why nothing does. */
export const findCheck = (
  lab: Surroundings,
  check: PlannedCheck,
  contents: Contents,
): { readonly act: Check } | Exclusion => {
  const act = checkFor(contents, check.requirement);
  if (act === undefined) return notApplicable('deze fase kent er geen controle voor', 'this phase has no check for it');
  if (typeof act !== 'function') return notApplicable(act.untested, act.untested);
  const requirement = requirements.get(check.requirement);
  if (requirement === undefined) throw new Error(`unknown requirement "${check.requirement}"`);
  const lacking = unseen(lab.config, requirement) ?? beyond(lab, check, requirement);
  if (lacking?.verdict === 'not-applicable') return lacking;
  const unsafe = unpermitted(lab, check, requirement) ?? unfit(lab.config, check);
  return unsafe ?? lacking ?? unknowable(lab.config, check) ?? beyondLimits(lab.config, check) ?? { act };
};

const notApplicable = (nl: string, en: string): Exclusion => ({ verdict: 'not-applicable', reason: { nl, en } });

const unseen = ({ mockControl }: RunConfig, { seenAt }: Requirement): Exclusion | undefined => {
  if (seenAt.includes(mockControl === undefined ? 'endpoint' : 'mock')) return undefined;
  return notApplicable('dit is op dit endpoint niet te zien', 'this can not be seen at this endpoint');
};

const unpermitted = (lab: Surroundings, check: PlannedCheck, { sends }: Requirement): Exclusion | undefined => {
  if (sends === 'nothing') return undefined;
  if (sends !== 'alive' && sends !== 'valid' && !permits(lab.config, sends)) return leftBy.permission(sends);
  if (sends !== 'alive' && isBopa(lab, documentTypeOf(lab, { check })) && !permits(lab.config, 'bopa'))
    return leftBy.permission('bopa');
  if (sends === 'alive' || lab.config.authorities === undefined || lab.config.authorities.length > 0) return undefined;
  return left.authorities;
};

/** Also where a check is about no document type, and delivers the one that was chosen. */
const isBopa = ({ contract }: Surroundings, documentType: string): boolean =>
  contract.documentTypes.some(({ name, needs }) => name === documentType && needs === 'bopa');

const permits = ({ permitted }: RunConfig, one: Permission): boolean => permitted?.includes(one) ?? true;

/**
 * Invented credentials are not sent where those of the profile would not be, nor again where an earlier part of this run offered
 * them, or may have: the account may lock. At the mock none does.
 */
const unfit = ({ url, before, mockControl }: RunConfig, { requirement, key }: PlannedCheck): Exclusion | undefined => {
  if (!mayLock.has(requirement)) return undefined;
  if (!isConfidential(new URL(url))) return left.readable;
  return mockControl === undefined && before?.offered.includes(key) === true ? left.offered : undefined;
};

/** What is about our own connection or certificate, where something else has them. */
const isCarried = ({ via }: RunConfig, { requirement }: PlannedCheck): boolean =>
  via !== undefined &&
  (isCertificateRequirement(requirement) ||
    (topicOf(requirement) === 'tls' && requirement !== 'tls.takes-large-bodies'));

/** What does not fit the limits of the profile was left out beforehand. */
const beyondLimits = ({ unaffordable }: RunConfig, { key }: PlannedCheck): Exclusion | undefined =>
  unaffordable?.keys.includes(key) === true ? leftBy.limits(unaffordable.limits, unaffordable.days) : undefined;

/** What the certificate alone does not show is known before it is used; what something else carries shows nothing. */
const unknowable = (config: RunConfig, check: PlannedCheck): Exclusion | undefined => {
  const { tls, phase, clock } = config;
  const { requirement } = check;
  if (isCarried(config, check)) return left.via;
  const identity = tls?.identity?.cert;
  if (identity === undefined || !isCertificateRequirement(requirement)) return undefined;
  const reason = unknownOf(requirement, { identity, phase, now: new Date(clock) });
  return reason && leftBy.certificateFact(reason);
};

/** What this contract or document type does not have. */
const beyond = (lab: Surroundings, check: PlannedCheck, needing: Requirement): Exclusion | undefined => {
  const { documentType } = check;
  const lacking = lackingFor(needing, lab.contract);
  if (lacking !== undefined) return notApplicable(lacking.nl, lacking.en);
  if (check.requirement === 'delivery.keeps-answers-apart') return apart(lab.config);
  if (check.requirement === 'connection.refuses-wrong-password' && lab.config.credentials?.password === undefined)
    return notApplicable('dit profiel heeft geen wachtwoord', 'this profile has no password');
  if (documentType === undefined) return undefined;
  return withoutOthers(lab, check, documentType) ?? unbreakable(lab, check, documentType);
};

/** Requests a second below which two at one moment are more than a second may have. */
const fewest = 2;

/** What asks for two requests at once. */
const apart = ({ limits: { connections, requestsPerSecond = Infinity } }: RunConfig): Exclusion | undefined => {
  if (connections < 2) return left.connections;
  if (requestsPerSecond >= fewest) return undefined;
  const rate = String(requestsPerSecond);
  return notApplicable(
    `limits.requestsPerSecond is ${rate}, en dan mogen er geen twee verzoeken tegelijk vertrekken`,
    `limits.requestsPerSecond is ${rate}, so no two requests may leave at once`,
  );
};

/** What asks for media, or for another document type, that this run does not have. */
const withoutOthers = (
  lab: Surroundings,
  { requirement }: PlannedCheck,
  documentType: string,
): Exclusion | undefined => {
  const { media, documentTypes } = lab.config;
  const least = leastMedia[requirement];
  if (media !== undefined && least !== undefined && media.length < least) return left.media;
  if (requirement !== 'redelivery.accepts-another-document-type') return undefined;
  if (otherTypes(lab, documentType).length > 0) return undefined;
  return documentTypes.length === 1
    ? leftBy.flag(`--document-type ${documentType}`)
    : notApplicable('er is maar één documenttype om aan te leveren', 'there is only one document type to deliver');
};

const leastMedia: Readonly<Partial<Record<RequirementId, number>>> = {
  'delivery.accepts-each-medium': 1,
  'redelivery.accepts-another-medium': 2,
};

/** Why a check has no constraint to break here, when it is about constraints. */
const unbreakable = (lab: Surroundings, check: PlannedCheck, documentType: string): Exclusion | undefined => {
  const { constraints } = check;
  if (constraints.length === 0) return undefined;
  const reasons = constraints.map((constraint) => lab.unviolable(documentType).get(constraint));
  if (reasons.includes(undefined)) return elsewhere(lab, check);
  // What could be broken by someone who says how weighs more than what the document type does not have.
  return reasons.find((one) => one?.verdict === 'left-out') ?? reasons[0];
};
