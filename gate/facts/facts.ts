import type { Event, ExchangeRecorded, RecordingStarted, RunStarted } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';
import type { ShownEvent } from '#evidence/shown-event';
import { clockFold } from './clock-fold.ts';
import { type Received, deliveriesFold } from './deliveries-fold.ts';
import { gapsFold } from './gaps-fold.ts';
import type { CertificateSeen, DeclaredSystem, GateFacts, TypeFacts } from './gate-facts.ts';
import { asRecorded } from './read-again.ts';
import type { CertificateOf, Readers } from './readers.ts';
import { verdictsFold } from './verdicts-fold.ts';

/** Folds one piece of evidence into the facts that a gate needs; undefined for events that hold no start. */
export const gateFacts = (
  events: Iterable<Event | Damaged>,
  { certificateOf = () => undefined, readAgain = asRecorded }: Readers = {},
): GateFacts | undefined => {
  const [clock, deliveries, gaps] = [clockFold(), deliveriesFold({ readAgain, certificateOf }), gapsFold()];
  const [verdicts, head] = [verdictsFold(), headFold(certificateOf)];
  for (const event of events) for (const fold of [clock, deliveries, gaps, verdicts, head]) fold.add(event);
  const found = head.result();
  if (found === undefined) return undefined;
  const { unfounded, ...judged } = verdicts.result();
  return {
    ...{ ...found, ...clock.result(), ...deliveries.result(), gaps: gaps.result(), ...judged },
    unfounded: [...unfounded, ...deliveries.unlike(), ...miscounted(judged.types, deliveries.received())],
  };
};

/** Document types of which fewer messages are there than were judged; the type that bytes say may be none where a recorder noted one. */
const miscounted = (types: readonly TypeFacts[], received: readonly Received[]): readonly string[] => {
  if (types.length === 0) return [];
  const sum = types.reduce((all, one) => all + one.received, 0);
  const accepted = received.filter(({ answer }) => answer === 'accepted');
  const byType = Map.groupBy(accepted, (one) => one.documentType);
  return [
    ...(sum === received.length ? [] : ['types']),
    ...types.flatMap(({ documentType, accepted: judged }) => {
      const own = documentType === undefined ? accepted : (byType.get(documentType) ?? []);
      return judged <= own.length ? [] : [documentType ?? 'types'];
    }),
  ];
};

type Head = Omit<
  GateFacts,
  | keyof (ReturnType<ReturnType<typeof clockFold>['result']> &
      ReturnType<ReturnType<typeof deliveriesFold>['result']> &
      ReturnType<ReturnType<typeof verdictsFold>['result']>)
  | 'gaps'
>;

const headFold = (certificateOf: CertificateOf) => {
  const certificates = new Map<string, CertificateSeen>();
  let started: RunStarted | RecordingStarted | undefined;
  let shown: ShownEvent | undefined;
  let [damaged, isEnded, isRedacted] = [0, false, false];
  let resumed: readonly string[] = [];
  const certificate = (exchange: ExchangeRecorded): void => {
    const seen = exchange.identity === undefined ? undefined : certificateOf(exchange);
    if (seen !== undefined) certificates.set(seen.fingerprint, seen);
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'damaged') damaged += 1;
      if (event.type === 'run-started' || event.type === 'recording-started') [started, isEnded] = [event, false];
      if (event.type === 'run-resumed') [isEnded, resumed] = [false, [...resumed, event.at]];
      if (event.type === 'shown') shown = event;
      if (event.type === 'redacted') isRedacted = true;
      if (event.type === 'exchange') certificate(event);
      if (event.type === 'run-ended') isEnded = event.complete;
    },
    result: (): Head | undefined =>
      started && {
        ...ofStart(started),
        ...{ isEnded, isRedacted, damaged, resumed },
        system: shown && systemOf(shown),
        certificates: [...certificates.values()],
        toShow: shown?.items.filter(({ isDone }) => !isDone) ?? [],
      },
  };
};

const ofStart = (started: RunStarted | RecordingStarted) => {
  const { suite, contract, phase } = started;
  if (started.type === 'run-started') {
    const { runId: name, profile, via, proxy, topics, documentTypes } = started;
    const isFiltered = topics.length + documentTypes.length > 0;
    return {
      ...({ kind: 'run', name, profile, suite, contract, phase, isFiltered } as const),
      by: started.asked.by,
      recordedBy: undefined,
      via: via ?? proxy,
    };
  }
  const { recording: name, recordedBy = 'receiver' } = started;
  return {
    ...({ kind: 'recording', name, suite, contract, phase, recordedBy, isFiltered: false } as const),
    via: undefined,
  };
};

/** What a vendor declares to deliver is to be shown, so that the types stand there. */
const systemOf = ({ vendor, product, productVersion, items }: ShownEvent): DeclaredSystem => ({
  ...{ vendor, product, version: productVersion },
  documentTypes: items.flatMap(({ kind, documentType }) =>
    kind === 'delivery' && documentType !== undefined ? [documentType] : [],
  ),
});
