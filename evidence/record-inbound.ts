import type { Exchange, InboundEnd } from '#contract/wire/exchange';
import { shortened } from '#contract/texts/shortened';
import type { Answer } from '#judgement/answer';
import type { Journal } from './journal.ts';
import { recordExchange } from './record-exchange.ts';

/** What the exchanges of a recording are recorded under. */
const ofRecording = 'recording';

/** Records inbound exchanges: each when its answer is decided, and how it ended by the function that is returned. */
export const inboundRecorder = (
  journal: Journal,
  read: (exchange: Exchange) => Answer,
): ((exchange: Exchange) => (end: InboundEnd) => void) => {
  let count = 0;
  return (exchange) => {
    const one = { purpose: 'received', exchange, answer: read(exchange) } as const;
    const recordedFor = { key: ofRecording, documentType: undefined };
    const { id } = recordExchange(journal, recordedFor, { case: (count += 1), one });
    return (end) => {
      journal.append({ type: 'exchange-ended', exchange: id, ...end, reason: shortened(end.reason) });
    };
  };
};
