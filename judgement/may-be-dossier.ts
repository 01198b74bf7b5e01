import type { Answer } from './answer.ts';
import type { Purpose } from './purpose.ts';

/** What is sent to look, and delivers nothing. */
const asking: ReadonlySet<Purpose> = new Set<Purpose>(['alive', 'reachable', 'wsdl', 'pinned', 'older']);

/** Whether a request with this purpose can make a dossier. */
export const delivers = (purpose: Purpose): boolean => !asking.has(purpose);

/** Kinds of failure after which nothing arrived. */
export const neverArrived: ReadonlySet<string> = new Set(['dns', 'refused', 'unreachable', 'proxy', 'tls', 'budget']);

/** Of a gateway that gave up waiting, or lost what came back. */
const answerLost: ReadonlySet<number> = new Set([502, 504]);

/**
 * Whether there may be a dossier after this answer to a delivery: a number was given, an answer did not come or can't be read as a
 * refusal. What provably never left made none.
 */
export const mayBeDossier = (answer: Answer): boolean => {
  switch (answer.kind) {
    case 'none':
      return answer.failure.unsent !== true && !neverArrived.has(answer.failure.kind);
    case 'fault':
    case 'refused':
      return answer.dossierNumber !== '';
    case 'http-error':
      return answerLost.has(answer.http);
    case 'accepted':
      return true;
    case 'alive':
    case 'unexpected':
      return answer.http >= 200 && answer.http < 300;
  }
};
