import type { ExchangeRecorded } from '#evidence/event';

/** Exchanges of which not all bytes are there. */
export interface Lacking {
  readonly exchanges: number;
  /** Their ids; the first ones when they are many. */
  readonly ids: readonly string[];
}

const mostIds = 1000;

/** Gathers the exchanges of a run that lack bytes. */
export const lackingFold = (lacks: (exchange: ExchangeRecorded) => boolean) => {
  const ids: string[] = [];
  let exchanges = 0;
  return {
    add: (exchange: ExchangeRecorded): void => {
      if (!lacks(exchange)) return;
      exchanges += 1;
      if (ids.length < mostIds) ids.push(exchange.id);
    },
    result: (): Lacking => ({ exchanges, ids }),
  };
};
