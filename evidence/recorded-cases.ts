import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/exchange';
import type { KeptBytes } from '#contract/kept-bytes';
import type { ExchangeRecorded } from './event.ts';
import { readAnswer } from '#judgement/answer';
import type { Case } from '#judgement/case';
import { openExchanges } from './open-exchanges.ts';
import { readJournal } from './read-journal.ts';

interface RecordedCase {
  readonly sent: ExchangeRecorded[];
  kept: readonly string[] | undefined;
}

/** The cases of each check of a run, made again from its journal and the bytes on disk. */
export const recordedCases = (contract: Contract, out: string): ReadonlyMap<string, readonly Case[]> => {
  const bytesOf = openExchanges(out);
  const read: Read = (kept) => {
    const bytes = bytesOf(kept);
    if (bytes === undefined) throw new Error(`the bytes with SHA-256 ${kept.sha256} are gone`);
    return bytes;
  };
  const asCase = ({ sent, kept }: RecordedCase): Case => ({
    kept,
    sent: sent.map((event) => {
      const exchange = exchangeOf(read, event);
      return { purpose: event.purpose, exchange, answer: readAnswer(contract, exchange) };
    }),
  });
  return new Map([...casesIn(out)].map(([check, own]) => [check, [...own.values()].map(asCase)]));
};

/** By check, then by number. */
const casesIn = (out: string): ReadonlyMap<string, ReadonlyMap<number, RecordedCase>> => {
  const cases = new Map<string, Map<number, RecordedCase>>();
  const exchanges = new Map<string, ExchangeRecorded>();
  const caseOf = (check: string, number: number): RecordedCase => {
    const own = cases.get(check) ?? new Map<number, RecordedCase>();
    cases.set(check, own);
    const one = own.get(number) ?? { sent: [], kept: undefined };
    own.set(number, one);
    return one;
  };
  for (const event of readJournal(out)) {
    if (event.type === 'exchange') exchanges.set(event.id, event);
    const exchange = event.type === 'shared' ? exchanges.get(event.exchange) : event;
    if (exchange?.type === 'exchange' && 'case' in event) caseOf(event.check, event.case).sent.push(exchange);
    if (event.type === 'kept') caseOf(event.check, event.case).kept = event.kept;
  }
  return cases;
};

type Read = (kept: KeptBytes) => Buffer;

const exchangeOf = (read: Read, event: ExchangeRecorded): Exchange => ({
  request: {
    method: event.method === 'GET' || event.method === 'PUT' ? event.method : 'POST',
    url: event.url,
    headers: event.requestHeaders,
    body: bytes(read, event.request),
  },
  outcome: outcomeOf(read, event),
  tls: event.tls,
  ...(event.identity === undefined ? {} : { identity: read(event.identity).toString() }),
  startedAt: event.startedAt,
  durationMs: event.durationMs,
});

const outcomeOf = (
  read: Read,
  { status, responseHeaders, response, failure }: ExchangeRecorded,
): Exchange['outcome'] => {
  const received = status === undefined ? undefined : { status, headers: responseHeaders, body: bytes(read, response) };
  if (failure !== undefined) return { failure: { ...failure, received } };
  return { response: received ?? { status: 0, headers: {}, body: Buffer.alloc(0) } };
};

const bytes = (read: Read, kept: KeptBytes | undefined): Buffer => (kept === undefined ? Buffer.alloc(0) : read(kept));
