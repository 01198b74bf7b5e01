import type { Exchange, InboundEnd } from '#contract/wire/exchange';
import { shortened } from '#contract/texts/shortened';
import type { Answer } from '#judgement/answer';
import type { Journal } from './journal.ts';
import { recordedEvent } from './record-exchange.ts';
import type { RecordedSent } from './recorded-cases.ts';

/** The key under which the exchanges of a recording are recorded. */
const ofRecording = 'recording';

/** The means to record inbound exchanges. */
export interface InboundRecording {
  readonly read: (exchange: Exchange) => Answer;
  /** Number of those that the recording holds already; none unless said. */
  readonly before?: number | undefined;
  /** Bytes of each that are kept at most; 1 MiB unless said. */
  readonly most?: number | undefined;
  /** Called with each once it has ended. */
  readonly ended?: ((event: RecordedSent) => void) | undefined;
}

/** Records inbound exchanges: each when its answer is decided, and how it ended by the function that is returned. */
export const inboundRecorder = (
  journal: Journal,
  { read, before = 0, most, ended }: InboundRecording,
): ((exchange: Exchange) => (end: InboundEnd) => void) => {
  let count = before;
  return (exchange) => {
    const one = { purpose: 'received', exchange, answer: read(exchange) } as const;
    const recordedFor = { key: ofRecording, documentType: exchange.inbound?.note?.documentType, most };
    const event = recordedEvent(journal, recordedFor, { case: (count += 1), one });
    return (end) => {
      const told = { ...end, reason: shortened(end.reason) };
      journal.append({ type: 'exchange-ended', exchange: event.id, ...told });
      ended?.({ ...event, end: told });
    };
  };
};
