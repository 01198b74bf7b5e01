import { isConfidential } from '#endpoint/target';
import type { PlannedCheck } from '#harness/plan';
import type { RunConfig, Permission } from '#harness/run-config';
import type { Exclusion } from '#harness/run-check';
import { requirements } from '#judgement/requirements/registry';
import type { Requirement } from '#judgement/requirements/requirement';
import { type Check, type Lab, documentTypeOf } from './lab.ts';
import { media } from './media.ts';
import { lackingFor } from './needs.ts';
import { elsewhere } from './spread.ts';
import { type Contents, checkFor } from './topics.ts';

/** What acts a planned check in this run, or why nothing does. */
export const findCheck = (lab: Lab, check: PlannedCheck, contents: Contents): { readonly act: Check } | Exclusion => {
  const act = checkFor(contents, check.requirement);
  if (act === undefined) return untested('deze fase kent er geen controle voor', 'this phase has no check for it');
  if (typeof act !== 'function') return untested(act.untested, act.untested);
  const requirement = requirements.get(check.requirement);
  if (requirement === undefined) throw new Error(`unknown requirement "${check.requirement}"`);
  const unsafe = unseen(lab.config, requirement) ?? unpermitted(lab, check, requirement) ?? readable(lab.config, check);
  return unsafe ?? beyond(lab, check, requirement) ?? { act };
};

const untested = (nl: string, en: string): Exclusion => ({ verdict: 'untested', reason: { nl, en } });

const notApplicable = (nl: string, en: string): Exclusion => ({ verdict: 'not-applicable', reason: { nl, en } });

const unseen = ({ mockControl }: RunConfig, { seenAt }: Requirement): Exclusion | undefined => {
  if (seenAt.includes(mockControl === undefined ? 'endpoint' : 'mock')) return undefined;
  return notApplicable('dit is op dit endpoint niet te zien', 'this can not be seen at this endpoint');
};

const unpermitted = (lab: Lab, check: PlannedCheck, { sends }: Requirement): Exclusion | undefined => {
  if (sends !== 'alive' && sends !== 'valid' && !permits(lab.config, sends)) return withoutPermission(sends);
  if (sends !== 'alive' && isBopa(lab, documentTypeOf(lab, { check })) && !permits(lab.config, 'bopa'))
    return withoutPermission('bopa');
  if (sends === 'alive' || lab.config.authorities === undefined || lab.config.authorities.length > 0) return undefined;
  return untested(
    'het profiel noemt geen bevoegd gezag waarvoor mag worden aangeleverd (bevoegdGezag)',
    'the profile names no competent authority to deliver for (bevoegdGezag)',
  );
};

/** Also where a check is about no document type, and delivers the one that was chosen. */
const isBopa = ({ contract }: Lab, documentType: string): boolean =>
  contract.documentTypes.some(({ name, needs }) => name === documentType && needs === 'bopa');

const permits = ({ permitted }: RunConfig, one: Permission): boolean => permitted?.includes(one) ?? true;

const withoutPermission = (one: Permission): Exclusion =>
  untested(
    `het profiel heeft geen geldige toestemming van KOOP voor "${one}"`,
    `the profile holds no valid permission (toestemming) of KOOP for "${one}"`,
  );

/** Invented credentials are not sent where those of the profile would not be. */
const readable = ({ url }: RunConfig, { requirement }: PlannedCheck): Exclusion | undefined => {
  if (requirement !== 'connection.refuses-wrong-username' || isConfidential(new URL(url))) return undefined;
  return untested(
    'credentials gaan niet onversleuteld naar een andere machine (endpoint.url is http)',
    'credentials don’t travel unencrypted to another machine (endpoint.url is http)',
  );
};

/** What this contract or document type does not have. */
const beyond = (lab: Lab, check: PlannedCheck, needing: Requirement): Exclusion | undefined => {
  const { requirement, documentType } = check;
  const lacking = lackingFor(needing, lab.contract);
  if (lacking !== undefined) return notApplicable(lacking.nl, lacking.en);
  if (documentType === undefined) return undefined;
  if (requirement === 'delivery.accepts-each-medium') return withoutMedium(lab, documentType);
  return unbreakable(lab, check, documentType);
};

/** Why a check has no constraint to break here, when it is about constraints. */
const unbreakable = (lab: Lab, check: PlannedCheck, documentType: string): Exclusion | undefined => {
  const { constraints } = check;
  if (constraints.length === 0) return undefined;
  const reasons = constraints.map((constraint) => lab.unviolable(documentType).get(constraint));
  if (reasons.includes(undefined)) return elsewhere(lab, check);
  // What nothing here can break weighs more than what the document type does not have.
  return reasons.find((one) => one?.verdict === 'untested') ?? reasons[0];
};

const withoutMedium = (lab: Lab, documentType: string): Exclusion | undefined => {
  if (lab.config.media?.length === 0) {
    return untested('het profiel vraagt geen medium (media)', 'the profile asks for no medium (media)');
  }
  if (media(lab, documentType).length > 0) return undefined;
  return untested(
    'geen medium dat gevraagd mag worden, past bij dit documenttype',
    'no medium that may be asked for fits this document type',
  );
};
