import type { Answer } from './answer.ts';
import type { Purpose } from './purpose.ts';

/** What is to be accepted, each time under a new number. */
export const newAndValid: ReadonlySet<Purpose> = new Set<Purpose>(['control', 'valid', 'without-medium', 'variant']);

/** What goes under a number that went before: when its answer is lost, a second one would be another test. */
export const sameNumber: ReadonlySet<Purpose> = new Set<Purpose>(['mended', 'again', 'last', 'later', 'sibling']);

const lost: ReadonlySet<string> = new Set(['timeout', 'reset', 'truncated']);

/** Of a gateway or of overload. */
const overload: ReadonlySet<number> = new Set([502, 503, 504]);

/** How a message went unanswered, in a word that is the same for what went alike; undefined where there is an answer to it. */
export const unansweredBy = (answer: Answer): string | undefined => {
  if (answer.kind === 'none') return lost.has(answer.failure.kind) ? answer.failure.kind : undefined;
  return answer.kind === 'http-error' && overload.has(answer.http) ? String(answer.http) : undefined;
};

/** Of credentials, of a proxy, and of a rate: another try changes nothing. */
const standing: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** Whether chance may have made an answer: a lost or empty one, overload, or the refusal of what is valid. What proves something by itself is none. */
export const mayBeChance = (purpose: Purpose, answer: Answer): boolean => {
  if (answer.kind === 'none')
    return lost.has(answer.failure.kind) && answer.failure.unsent !== true && !sameNumber.has(purpose);
  if (overload.has(answer.http)) return answer.kind !== 'accepted';
  if (answer.kind === 'unexpected' && answer.empty === true) return !sameNumber.has(purpose);
  return newAndValid.has(purpose) && isPlainRefusal(answer) && !standing.has(answer.http);
};

const isPlainRefusal = (answer: Answer): boolean =>
  answer.kind === 'http-error' ||
  ((answer.kind === 'fault' || answer.kind === 'refused') && answer.dossierNumber === '');

/** Whether an answer is the one that was to be expected, where chance had spoiled another. */
export const isSettled = (purpose: Purpose, answer: Answer): boolean =>
  answer.kind !== 'none' && !mayBeChance(purpose, answer);
