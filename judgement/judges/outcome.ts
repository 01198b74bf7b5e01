import type { AddedLater, Purpose } from '../purpose.ts';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import type { Answer } from '../answer.ts';
import type { Case, Sent } from '../case.ts';
import type { OpinionOf } from '../request-opinion.ts';
import { type Judgement, blocked, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { describeAnswer } from './describe.ts';

/** Decides on one case of one requirement; pure. An opinion on a request is formed only where it is asked for. */
export type Judge = (one: Case, contract: Contract, opinionOf: OpinionOf) => Judgement;

/** A judge for every requirement of a topic. */
export type Judges<Topic> = Readonly<Record<keyof Topic, Judge>>;

/** HTTP statuses that speak of the way to the endpoint, or of its load, and not of the message. */
const environmentStatuses: ReadonlySet<number> = new Set([407, 429, 502, 503, 504]);
const credentialStatuses: ReadonlySet<number> = new Set([401, 403]);

const httpOf = (answer: Answer): number => (answer.kind === 'none' ? 0 : answer.http);

/** An exchange as its case shows it. */
type Shown = Pick<Sent, 'answer'> & {
  /** Another message of the case was accepted with the same credentials. */
  readonly isLetIn?: boolean;
};

/**
 * Why an answer says nothing of the peer: no connection, too many requests, a gateway, or our credentials, unless these
 * were good enough in the same case.
 */
export const environmentOf = ({ answer, isLetIn = false }: Shown): Judgement | undefined => {
  // Our own limits are no environment.
  if (answer.kind === 'none' && answer.failure.kind === 'budget') return untested(describeAnswer(answer));
  if (answer.kind === 'none' || environmentStatuses.has(httpOf(answer))) return blocked(describeAnswer(answer));
  if (isLetIn || !credentialStatuses.has(httpOf(answer))) return undefined;
  return blocked({
    nl: `het endpoint weigert de gebruikersnaam of het certificaat van dit profiel (HTTP ${String(httpOf(answer))})`,
    en: `the endpoint refuses the username or certificate of this profile (HTTP ${String(httpOf(answer))})`,
  });
};

export const acceptance: Bilingual = {
  nl: 'aangenomen, met een dossiernummer',
  en: 'accepted, with a dossier number',
};

export const refusal: Bilingual = {
  nl: 'geweigerd met een Fault, het antwoord zelf of een HTTP-fout, zonder dossiernummer',
  en: 'refused with a Fault, the response itself or an HTTP error, without a dossier number',
};

/** Conforms when the answer is an acceptance. */
export const mustAccept = (sent: Shown): Judgement => {
  const { answer } = sent;
  if (answer.kind === 'accepted') return conforms;
  return environmentOf(sent) ?? deviates(acceptance, describeAnswer(answer));
};

/** The same beside a control: what a valid delivery in plain form is refused for as well is another requirement's. */
export const mustAcceptAsControl = (one: Case, sent: Shown): Judgement =>
  sent.answer.kind === 'accepted' ? conforms : firstDeviation(controlOf(one), mustAccept(sent));

/** Conforms when the answer is a refusal that hands out no dossier number. */
export const mustRefuse = (sent: Shown): Judgement => {
  const { answer } = sent;
  if (isRefusal(answer)) return environmentOf(sent) ?? conforms;
  return environmentOf(sent) ?? deviates(refusal, describeAnswer(answer));
};

/** Where the refusal is only the occasion: that a violation was accepted is for another requirement to tell. */
export const ifRefused = (sent: Shown): Judgement | undefined =>
  sent.answer.kind === 'accepted'
    ? notApplicable({ nl: 'de overtreding is aangenomen', en: 'the violation was accepted' })
    : environmentOf(sent);

/** The same where it is the credentials that are wrong: 401 and 403 are what is asked for. */
export const mustRefuseCredentials = ({ answer }: Sent): Judgement => {
  if (isRefusal(answer) && !environmentStatuses.has(httpOf(answer))) return conforms;
  return environmentOf({ answer, isLetIn: true }) ?? deviates(refusal, describeAnswer(answer));
};

/** Any Fault, response that refuses, or HTTP error without a dossier number. */
export const isRefusal = (answer: Answer): boolean =>
  answer.kind === 'http-error' ||
  ((answer.kind === 'fault' || answer.kind === 'refused') && answer.dossierNumber === '');

/** A valid delivery sent beside the case: when it is not accepted, a refusal in the case proves nothing. */
export const controlOf = (one: Case): Judgement | undefined => {
  const failed = one.sent
    .filter(({ purpose }) => purpose === 'control')
    .find(({ answer }) => answer.kind !== 'accepted');
  if (failed === undefined) return undefined;
  if (failed.answer.kind === 'none') return environmentOf(failed);
  const { nl, en } = describeAnswer(failed.answer);
  return blocked({
    nl: `een juiste aanlevering wordt hier ook niet aangenomen, dus de weigering bewijst niets: ${nl}`,
    en: `a valid delivery is not accepted here either, so the refusal proves nothing: ${en}`,
  });
};

/** That what had to be refused was accepted: a dossier number proves that by itself, whatever came of other messages. */
export const wronglyAccepted = ({ answer }: Sent): Judgement | undefined =>
  answer.kind === 'accepted' ? deviates(refusal, describeAnswer(answer)) : undefined;

/** That a case lacks what its judge goes by: a bug of ours in a run, and an earlier version of the suite in a record. */
export class CaseLacks extends Error {
  override readonly name = 'CaseLacks';
}

/** The one exchange of a case with this purpose; throws `CaseLacks` for a case without it. */
export const sentAs = (one: Case, purpose: Purpose): Sent & Shown => {
  const found = one.sent.find((sent) => sent.purpose === purpose);
  if (found === undefined) throw new CaseLacks(`the case has no exchange with purpose "${purpose}"`);
  return { ...found, isLetIn: one.sent.some(({ answer }) => answer.kind === 'accepted') };
};

/** Judges an exchange that was added to its cases later: records of before, and interactions of a pact, do without. */
export const sentSince = (
  one: Case,
  purpose: AddedLater,
  judge: (sent: Sent & Shown) => Judgement,
): Judgement | undefined =>
  one.sent.some((sent) => sent.purpose === purpose) ? judge(sentAs(one, purpose)) : undefined;

/** All judgements must conform; the first that does not is the answer. */
export const firstDeviation = (...judgements: readonly (Judgement | undefined)[]): Judgement =>
  judgements.find((one) => one !== undefined && one.kind !== 'conforms') ?? conforms;
