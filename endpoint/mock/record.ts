import type { HttpRequest } from '../server/http-message.ts';
import { withoutCredentials } from '../server/soap/without-credentials.ts';
import { clipped } from './clipped.ts';
import type { Judgement } from './judgement/judge.ts';
import type { ReceivedDelivery, Registry } from './registry.ts';

/** What became of a message. */
export type Fate =
  | { readonly outcome: 'accepted'; readonly dossierNumber: string; readonly status: string }
  | { readonly outcome: 'refused'; readonly code: string; readonly text: string };

/** One message to be remembered. */
export interface Arrival {
  readonly request: HttpRequest;
  readonly receivedAt: number;
  readonly httpStatus: number;
  readonly sender: string | undefined;
  readonly fate: Fate;
  /** Undefined when it did not come to a judgement. */
  readonly judgement: Judgement | undefined;
  /** What bears a password in the header of a message. */
  readonly passwordNames: readonly string[];
}

/** Remembers a message and what became of it, without the credentials that its envelope may carry. */
export const record = (registry: Registry, arrival: Arrival): void => {
  const { request, receivedAt, httpStatus, sender, judgement, passwordNames } = arrival;
  const files = judgement?.files ?? [];
  registry.add(
    {
      at: new Date(receivedAt).toISOString(),
      bytes: request.body.length,
      httpStatus,
      sender: sender === undefined ? undefined : clipped(sender),
      ...fateOf(arrival),
      ...summaryOf(judgement),
      warnings: [...new Set((judgement?.warnings ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])))],
      files: files.slice(0, mostFiles).map(({ name, bytes }) => ({ name: clipped(name), bytes: bytes.length })),
    },
    { request: new Uint8Array(withoutCredentials(request.body, passwordNames)), files },
  );
};

type FateFields = Pick<ReceivedDelivery, 'outcome' | 'dossierNumber' | 'status' | 'code' | 'text'>;

const fateOf = ({ fate }: Arrival): FateFields =>
  fate.outcome === 'accepted'
    ? { ...fate, code: undefined, text: undefined }
    : { ...fate, text: clipped(fate.text), dossierNumber: undefined, status: undefined };

type SummaryFields = Pick<
  ReceivedDelivery,
  'documentType' | 'reference' | 'title' | 'authority' | 'medium' | 'publicationDate'
>;

const summaryOf = (judgement: Judgement | undefined): SummaryFields => {
  const summary = judgement?.summary;
  return {
    documentType: summary?.documentType,
    reference: summary?.referenceNumber,
    title: summary?.title,
    authority: summary?.authority,
    medium: summary?.medium,
    publicationDate: summary?.publicationDate,
  };
};

/** Files of one message that are listed. */
const mostFiles = 20;
