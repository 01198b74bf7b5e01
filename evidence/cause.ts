import { createHash } from 'node:crypto';
import { newAndValid } from '#judgement/chance';
import { withKinds } from '#judgement/internals/without-internals';
import type { Purpose } from '#judgement/purpose';
import { isOverRun } from '#judgement/streams/over-run';
import type { ExchangeRecorded } from './event.ts';

/** What explains a failure, whatever the document type, the values and the seed that show it. */
export interface Cause {
  readonly requirement: string;
  readonly constraint?: string | undefined;
  /** The kinds of answer that its case came to, in their order: `accepted`, `fault 500`, `timeout`. */
  readonly kind: string;
}

/** An exchange, as far as the cause of a failure goes. */
export type Answered = Pick<ExchangeRecorded, 'purpose' | 'answer' | 'status' | 'failure' | 'refusal'>;

/** The kind of answer of an exchange; undefined for what is sent beside what its case is about. */
export const answerKind = ({ purpose, answer, status, failure, refusal }: Answered): string | undefined => {
  if (beside.has(purpose)) return undefined;
  if (answer === 'none') return failure?.kind ?? answer;
  if (answer === 'accepted' || answer === 'alive') return answer;
  // Which refusal of what is valid it is tells causes apart; of what is to be refused each has its own.
  const said =
    isToBeAccepted.has(purpose) && refusal !== undefined ? [plain(refusal.code), plain(refusal.element)] : [];
  return [answer, status, ...said].filter((part) => part !== undefined && part !== '').join(' ');
};

/** The kind of a cause, from those of the exchanges of its case; what all exchanges of a run decide is shown by whichever came first. */
export const kindOf = (requirement: string, answers: Iterable<string | undefined>): string =>
  isOverRun(requirement) ? '' : [...new Set(answers)].filter((kind) => kind !== undefined).join(', ');

/** The one text by which a cause is known, under whatever contract. */
export const fingerprintOf = ({ requirement, constraint = '', kind }: Cause): string =>
  [requirement, constraint, kind].join(' | ');

/** The digest by which it is known under one contract, which its digest names. */
export const causeDigest = (contract: string, cause: Cause): string =>
  createHash('sha256')
    .update(JSON.stringify([contract, fingerprintOf(cause)]))
    .digest('hex')
    .slice(0, 16);

/** Without places among others of the same name, and what an endpoint discloses of its inside: a cause is told to anyone. */
const plain = (said: string): string => withKinds(said.replaceAll(/\[\d+\]/g, ''), 'en');

const beside: ReadonlySet<Purpose> = new Set<Purpose>(['control', 'filler', 'tried', 'reachable']);

const isToBeAccepted: ReadonlySet<Purpose> = new Set<Purpose>([...newAndValid, 'warning', 'mended', 'sibling']);
