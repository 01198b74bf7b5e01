import { type Answer, isSoap } from '#judgement/answer';
import { type GaveUp, alwaysTheSame, gatewayHalfWay } from './gave-up.ts';

/** Whether a target answers everything in one way that is no SOAP. */
export interface SameAnswers {
  readonly add: (answer: Answer) => void;
  /** Why nothing more is sent to it; undefined while it may be the endpoint. */
  readonly givenUp: () => GaveUp | undefined;
}

/** Answers alike in a row after which they are taken to be all that comes. */
const patience = 10;

/** Statuses that speak of an address or of a gateway, also where other answers came before; a message that is refused gets others. */
const elsewhere: ReadonlySet<number> = new Set([404, 410, 429, 501, 502, 503, 504]);

/** Those of a gateway whose endpoint is down. */
const down: ReadonlySet<number> = new Set([502, 503, 504]);

/** Counts answers with one status of 4xx or 5xx without SOAP; any other answer begins anew. What was given up stays so, for one reason. */
export const sameAnswers = (url: string): SameAnswers => {
  let [status, times, answered] = [0, 0, 0];
  let isOnlyOne = true;
  let reason: GaveUp | undefined;
  const reasonNow = (): GaveUp | undefined => {
    if (times < patience || !(isOnlyOne || elsewhere.has(status))) return undefined;
    return down.has(status) && answered > 0
      ? gatewayHalfWay(status, { answered, times })
      : alwaysTheSame(status, times, url);
  };
  return {
    add: (answer) => {
      if (answer.kind === 'none') return;
      if (isSoap(answer)) answered += 1;
      const http = answer.kind === 'http-error' ? answer.http : 0;
      isOnlyOne &&= http !== 0 && (times === 0 || http === status);
      [status, times] = [http, http === 0 ? 0 : http === status ? times + 1 : 1];
      reason ??= reasonNow();
    },
    givenUp: () => reason,
  };
};
