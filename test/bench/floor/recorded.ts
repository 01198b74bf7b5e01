import type { ExchangeRecorded } from '#evidence/event';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';

/** A delivery as it left in a run, and the answer that it got. */
export interface Recorded {
  readonly request: Uint8Array;
  readonly status: number;
  readonly response: Uint8Array;
}

/** The answered POSTs of a run, in the order in which they left; what was kept in part is left out. */
export const recordedIn = (folder: string): readonly Recorded[] => {
  const bytesOf = openExchanges(folder);
  const recorded: Recorded[] = [];
  for (const event of readJournal(folder)) {
    const one = event.type === 'exchange' ? recordedOf(event, bytesOf) : undefined;
    if (one !== undefined) recorded.push(one);
  }
  return recorded;
};

const recordedOf = (
  { method, request, response, status, failure }: ExchangeRecorded,
  bytesOf: ReturnType<typeof openExchanges>,
): Recorded | undefined => {
  if (method !== 'POST' || failure !== undefined) return undefined;
  if (request === undefined || response === undefined || status === undefined) return undefined;
  const [asked, answered] = [bytesOf(request), bytesOf(response)];
  if (asked === undefined || answered === undefined) return undefined;
  return { request: asked, status, response: answered };
};
