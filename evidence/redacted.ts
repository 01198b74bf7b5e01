import { createHash } from 'node:crypto';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Judgement } from '#judgement/verdict';
import type { CheckEnded, Event, ExchangeRecorded } from './event.ts';

/**
 * An event without what others wrote: its bytes count as not kept, so that a verdict that rests on them is not provable again; the
 * digest of each stays, of references too. Who sent it stays as far as that was named by who recorded.
 */
export const redactedEvent = (event: Event): Event => {
  if (event.type === 'exchange') return exchange(event);
  if (event.type === 'exchange-ended') return { ...event, reason: event.reason === '' ? '' : takenOut };
  if (event.type === 'leaving') return { ...event, reference: digestOf(event.reference) };
  if (event.type === 'judged') return { ...event, judgement: judgement(event.judgement), unprovable: 'bytes' };
  if (event.type === 'check-ended') return checkEnded(event);
  if (event.type === 'personal') return { ...event, found: event.found.map((one) => ({ ...one, at: [] })) };
  return event;
};

const takenOut = '***';

const digestOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `sha256:${createHash('sha256').update(text).digest('hex')}`;

const exchange = (event: ExchangeRecorded): ExchangeRecorded => {
  const { url, inbound, failure } = event;
  return {
    ...event,
    lacks: true,
    url: withoutQuery(url),
    requestHeaders: headers(event.requestHeaders),
    responseHeaders: headers(event.responseHeaders),
    reference: digestOf(event.reference),
    refusal: undefined,
    failure: failure && { ...failure, message: takenOut, said: undefined },
    inbound: inbound && {
      ...inbound,
      peer: takenOut,
      target: withoutQuery(inbound.target),
      rawHeaders: inbound.rawHeaders.map(([name, value]) => [name, header(name, value)] as const),
    },
  };
};

const withoutQuery = (target: string): string => target.replace(/[?#].*$/s, '');

const headers = (all: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, header(name, value)]));

const header = (name: string, value: string): string => (ofProtocol.has(name.toLowerCase()) ? value : takenOut);

const ofProtocol: ReadonlySet<string> = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'soapaction', 'connection'],
]);

const gone: Bilingual = { nl: 'weggehaald (3pas prune)', en: 'taken out (3pas prune)' };

const judgement = (one: Judgement): Judgement =>
  one.kind === 'deviates' ? { ...one, deviation: { ...one.deviation, actual: gone } } : one;

const checkEnded = (event: CheckEnded): CheckEnded => ({
  ...event,
  unprovable: event.counts.cases,
  deviation: event.deviation && { ...event.deviation, actual: gone },
});
