import { jsonText } from '#contract/texts/json-text';
import type { JudgedExchange } from '#harness/judge-recording';
import type { LevelOf } from './message-line.ts';

/** One message as a line of JSON. */
export const messageJson = (
  { event, answer, deviations, unjudged, isUndecided, personal }: JudgedExchange,
  levelOf: LevelOf,
): string =>
  jsonText({
    event: 'message',
    id: event.id,
    at: new Date(event.startedAt).toISOString(),
    sender: event.inbound?.note?.sender,
    documentType: event.documentType,
    answer: answer.kind,
    status: event.status,
    dossierNumber: event.dossierNumber,
    fate: event.end?.fate,
    played: event.inbound?.note?.played,
    forwarded: event.inbound?.note?.forwarded,
    personal: personal?.length === 0 ? undefined : personal,
    unjudged,
    isUndecided,
    findings: [...deviations].map(([requirement, { expected, actual }]) => ({
      ...{ requirement, level: levelOf(requirement), expected, actual },
    })),
  });
