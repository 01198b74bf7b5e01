import type { JudgedExchange } from '#harness/judge-recording';

/** A message on the page. */
export interface PageRow extends JudgedExchange {
  /** From 1, in the order in which they were judged. */
  readonly number: number;
}

/** The messages that the page shows. */
export interface PageRows {
  readonly add: (one: JudgedExchange) => void;
  readonly all: () => readonly PageRow[];
  readonly find: (number: number) => PageRow | undefined;
  /** Leaves out what came so far; the recording keeps it. */
  readonly reset: () => void;
}

/** Most messages that are listed: the oldest make way. */
const most = 10_000;

/** No messages yet. */
export const createRows = (): PageRows => {
  let rows: PageRow[] = [];
  let count = 0;
  return {
    add: (one) => {
      rows.push({ ...one, number: (count += 1) });
      if (rows.length > most) rows = rows.slice(-most);
    },
    all: () => rows,
    find: (number) => rows.find((row) => row.number === number),
    reset: () => {
      rows = [];
    },
  };
};
