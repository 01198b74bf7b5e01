import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/exchange';
import type { ExchangeRecorded } from '#harness/event';
import { readAnswer } from '#judgement/answer';
import type { Case } from '#judgement/case';
import { eventsIn } from './three-pas.ts';

/** The cases of each check of a run, made again from its journal and the bytes on disk. */
export const recordedCases = (contract: Contract, out: string): ReadonlyMap<string, readonly Case[]> => {
  const cases = new Map<string, Map<number, { sent: ExchangeRecorded[]; kept: readonly string[] | undefined }>>();
  const caseOf = (check: string, number: number) => {
    const own =
      cases.get(check) ?? new Map<number, { sent: ExchangeRecorded[]; kept: readonly string[] | undefined }>();
    cases.set(check, own);
    const one = own.get(number) ?? { sent: [], kept: undefined };
    own.set(number, one);
    return one;
  };
  for (const event of eventsIn(out)) {
    if (event.type === 'exchange') caseOf(event.check, event.case).sent.push(event);
    if (event.type === 'kept') caseOf(event.check, event.case).kept = event.kept;
  }
  const asCase = (recorded: { sent: readonly ExchangeRecorded[]; kept: readonly string[] | undefined }): Case => ({
    kept: recorded.kept,
    sent: recorded.sent.map((event) => {
      const exchange = exchangeOf(out, event);
      return { purpose: event.purpose, exchange, answer: readAnswer(contract, exchange) };
    }),
  });
  return new Map([...cases].map(([check, own]) => [check, [...own.values()].map(asCase)]));
};

const exchangeOf = (out: string, event: ExchangeRecorded): Exchange => ({
  request: {
    method: event.method === 'GET' || event.method === 'PUT' ? event.method : 'POST',
    url: event.url,
    headers: event.requestHeaders,
    body: bytes(out, event.request),
  },
  outcome:
    event.failure === undefined
      ? { response: { status: event.status ?? 0, headers: event.responseHeaders, body: bytes(out, event.response) } }
      : { failure: event.failure },
  tls: event.tls,
  ...(event.identity === undefined ? {} : { identity: bytes(out, event.identity).toString() }),
  startedAt: event.startedAt,
  durationMs: event.durationMs,
});

const bytes = (out: string, sha: string | undefined): Buffer =>
  sha === undefined ? Buffer.alloc(0) : gunzipSync(readFileSync(join(out, 'exchanges', `${sha}.gz`)));
