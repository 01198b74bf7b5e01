import type { Event } from '#evidence/event';
import type { Times } from './night.ts';

/** Gathers how long answers took, by document type. */
export const timesFold = () => {
  const durations = new Map<string, number[]>();
  return {
    add: (event: Event): void => {
      if (event.type !== 'exchange' || event.documentType === undefined || event.status === undefined) return;
      const own = durations.get(event.documentType) ?? [];
      durations.set(event.documentType, own);
      own.push(event.durationMs);
    },
    result: (): readonly Times[] =>
      [...durations].map(([documentType, own]) => ({
        documentType,
        median: Math.round(medianOf(own)),
        exchanges: own.length,
      })),
  };
};

const medianOf = (durations: readonly number[]): number => {
  const sorted = durations.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
};
