import type { ExchangeRecorded } from '#evidence/event';

/** Exchanges of which not all bytes were kept. */
export interface Lacking {
  readonly exchanges: number;
  /** Their ids; the first ones when they are many. */
  readonly ids: readonly string[];
}

const mostIds = 1000;

/** Gathers the exchanges of a run of which not all bytes were kept. */
export const lackingFold = () => {
  const ids: string[] = [];
  let exchanges = 0;
  return {
    add: ({ id, lacks }: ExchangeRecorded): void => {
      if (lacks === undefined) return;
      exchanges += 1;
      if (ids.length < mostIds) ids.push(id);
    },
    result: (): Lacking => ({ exchanges, ids }),
  };
};
