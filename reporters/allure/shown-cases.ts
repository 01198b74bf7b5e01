import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import { readJournal } from '#evidence/read-journal';

/** The exchanges of the case that shows each failure, and of the first case of each pass, in order, by the key of its check; what is not shown is not held. */
export const shownCases = (
  folder: string,
  checks: readonly CheckEnded[],
): ReadonlyMap<string, readonly ExchangeRecorded[]> => {
  const shown = new Map(
    checks.flatMap(({ check, counterexample, verdict }) =>
      counterexample === undefined && verdict !== 'passed'
        ? []
        : [[check, { number: counterexample?.case ?? 1, ids: [] as string[] }] as const],
    ),
  );
  if (shown.size === 0) return new Map();
  for (const event of readJournal(folder)) {
    // A recording that goes on is judged anew.
    if (event.type === 'recording-started') for (const { ids } of shown.values()) ids.length = 0;
    if (event.type !== 'exchange' && event.type !== 'shared') continue;
    const one = shown.get(event.check);
    if (one?.number === event.case) one.ids.push(event.type === 'shared' ? event.exchange : event.id);
  }
  const found = exchangesWith(folder, new Set([...shown.values()].flatMap(({ ids }) => ids)));
  return new Map([...shown].map(([check, { ids }]) => [check, ids.flatMap((id) => found.get(id) ?? [])]));
};

const exchangesWith = (folder: string, ids: ReadonlySet<string>): ReadonlyMap<string, ExchangeRecorded> => {
  const found = new Map<string, ExchangeRecorded>();
  for (const event of readJournal(folder)) {
    if (event.type === 'exchange' && ids.has(event.id)) found.set(event.id, event);
  }
  return found;
};
