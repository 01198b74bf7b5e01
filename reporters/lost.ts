import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { ExchangeRecorded } from '#evidence/event';
import { openExchanges } from '#evidence/open-exchanges';

/** Tells of exchanges of a run's folder whether bytes of theirs are gone or damaged; those that several share are read once. */
export const lostIn = (directory: string): ((exchange: ExchangeRecorded) => boolean) => {
  const bytesOf = openExchanges(directory);
  const known = new Map<string, boolean>();
  const isLost = (kept: KeptBytes | undefined): boolean => {
    if (kept === undefined) return false;
    const key = JSON.stringify(kept);
    const lost = known.get(key) ?? bytesOf(kept) === undefined;
    known.set(key, lost);
    return lost;
  };
  return ({ request, response, identity }) => [request, response, identity].some(isLost);
};
