import type { Event, ExchangeRecorded, RecordingStarted } from '#evidence/event';
import { ofForwarding } from '#evidence/forwarded';
import type { Damaged } from '#evidence/journal-feed';
import type { AcceptedThere } from './gate-facts.ts';
import type { ReadAgain } from './read-again.ts';

/** Finds the deliveries of a vendor's system that another endpoint accepted: forwarded ones and imported ones, each dossier once. */
export const deliveriesFold = (readAgain: ReadAgain) => {
  const forwarded = new Map<string, ExchangeRecorded>();
  const received: ExchangeRecorded[] = [];
  const hosts = new Set<string>();
  let recordedBy: RecordingStarted['recordedBy'];
  const note = (url: string): void => {
    const host = hostOf(url);
    if (host !== undefined) hosts.add(host);
  };
  const exchange = (event: ExchangeRecorded): void => {
    if (event.check === ofForwarding) forwarded.set(event.id, event);
    else if (event.inbound !== undefined) received.push(event);
    if (event.check === ofForwarding || recordedBy === 'system' || event.inbound === undefined) note(event.url);
  };
  const there = (event: ExchangeRecorded): readonly AcceptedThere[] => {
    const answered = recordedBy === 'system' ? event : forwarded.get(event.inbound?.note?.forwarded?.exchange ?? '');
    if (answered === undefined) return [];
    const [own, other] = [readAgain(event), readAgain(answered)];
    const [host, number] = [hostOf(answered.url), other.dossierNumber];
    if (own.answer !== 'accepted' || other.answer !== 'accepted' || host === undefined) return [];
    if (number === undefined || number !== own.dossierNumber) return [];
    return [{ documentType: own.documentType, host, number, marks: own.marks }];
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'recording-started') {
        recordedBy = event.recordedBy;
        if (event.forwardedTo !== undefined) note(event.forwardedTo.url);
      }
      if (event.type === 'exchange') exchange(event);
    },
    result: () => ({ hosts: [...hosts], acceptedThere: onceEach(received.flatMap(there)) }),
    /** Messages whose answer is not the one that the endpoint gave, though it was handed back. */
    unlike: (): readonly string[] =>
      received.flatMap((event) => (isUnlike(event, forwarded) ? [`${event.check} ${String(event.case)}`] : [])),
    received: (): readonly ExchangeRecorded[] => received,
  };
};

const isUnlike = (event: ExchangeRecorded, forwarded: ReadonlyMap<string, ExchangeRecorded>): boolean => {
  const note = event.inbound?.note?.forwarded;
  if (note?.fate !== 'answered') return false;
  const other = forwarded.get(note.exchange ?? '');
  return (['answer', 'dossierNumber', 'documentType'] as const).some((key) => other?.[key] !== event[key]);
};

/** One delivery for each dossier. */
const onceEach = (all: readonly AcceptedThere[]): readonly AcceptedThere[] => [
  ...new Map(all.map((one) => [`${one.host} ${one.number}`, one])).values(),
];

/** The host of an address with its port; undefined for an address that has none. */
const hostOf = (url: string): string | undefined => {
  const host = URL.parse(url)?.host ?? '';
  return host === '' ? undefined : host;
};
