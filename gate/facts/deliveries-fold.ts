import type { Event, ExchangeRecorded, RecordingStarted } from '#evidence/event';
import { ofForwarding } from '#evidence/forwarded';
import type { Damaged } from '#evidence/journal-feed';
import type { AcceptedThere } from './gate-facts.ts';
import type { Readers } from './readers.ts';

/** The part of a received message that is kept of each: a recording can hold a hundred thousand. */
export type Received = Pick<ExchangeRecorded, 'answer' | 'documentType'>;

/** Finds the deliveries of a vendor's system that another endpoint accepted: forwarded ones and imported ones, each dossier once. */
export const deliveriesFold = (readers: Required<Readers>) => {
  const forwarded = new Map<string, ExchangeRecorded>();
  /** Those that no end was recorded of: a sender who never got its answer delivered nothing. */
  const open = new Map<string, readonly AcceptedThere[]>();
  const received: Received[] = [];
  const there: AcceptedThere[] = [];
  const unlike: string[] = [];
  const hosts = new Set<string>();
  let recordedBy: RecordingStarted['recordedBy'];
  const note = (url: string): void => {
    const host = hostOf(url);
    if (host !== undefined) hosts.add(host);
  };
  /** The endpoint's own exchange is recorded before the one that it was for. */
  const receive = (event: ExchangeRecorded): void => {
    const { exchange: id = '', fate } = event.inbound?.note?.forwarded ?? {};
    const other = forwarded.get(id);
    forwarded.delete(id);
    if (event.inbound?.note?.isOther === true) return;
    received.push({ answer: event.answer, documentType: event.documentType });
    if (fate === 'answered' && isUnlike(event, other)) unlike.push(`${event.check} ${String(event.case)}`);
    const answered = recordedBy === 'system' ? event : other;
    if (answered !== undefined) open.set(event.id, acceptedBy(event, answered, readers));
  };
  const exchange = (event: ExchangeRecorded): void => {
    if (event.check === ofForwarding) forwarded.set(event.id, event);
    else if (event.inbound !== undefined) receive(event);
    if (event.check === ofForwarding || recordedBy === 'system' || event.inbound === undefined) note(event.url);
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'recording-started') {
        recordedBy = event.recordedBy;
        if (event.forwardedTo !== undefined) note(event.forwardedTo.url);
      }
      if (event.type === 'exchange') exchange(event);
      if (event.type === 'exchange-ended') {
        there.push(...(open.get(event.exchange) ?? []));
        open.delete(event.exchange);
      }
    },
    result: () => ({ hosts: [...hosts], acceptedThere: onceEach(there) }),
    /** Messages whose answer is not the one that the endpoint gave, though it was handed back. */
    unlike: (): readonly string[] => unlike,
    received: (): readonly Received[] => received,
  };
};

const acceptedBy = (
  event: ExchangeRecorded,
  answered: ExchangeRecorded,
  { readAgain, certificateOf }: Required<Readers>,
): readonly AcceptedThere[] => {
  const [own, other] = [readAgain(event), readAgain(answered)];
  const [host, number] = [hostOf(answered.url), other.dossierNumber];
  if (own.answer !== 'accepted' || other.answer !== 'accepted' || host === undefined) return [];
  if (number === undefined || number !== own.dossierNumber) return [];
  const certificate = certificateOf(answered) ?? certificateOf(event);
  const { documentType, marks, shown } = own;
  return [{ documentType, host, number, marks, shown, certificate, server: answered.tls?.server }];
};

const isUnlike = (event: ExchangeRecorded, other: ExchangeRecorded | undefined): boolean =>
  (['answer', 'dossierNumber', 'documentType'] as const).some((key) => other?.[key] !== event[key]);

/** One delivery for each dossier. */
const onceEach = (all: readonly AcceptedThere[]): readonly AcceptedThere[] => [
  ...new Map(all.map((one) => [`${one.host} ${one.number}`, one])).values(),
];

/** The host of an address with its port; undefined for an address that has none. */
const hostOf = (url: string): string | undefined => {
  const host = URL.parse(url)?.host ?? '';
  return host === '' ? undefined : host;
};
