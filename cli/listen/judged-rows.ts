import type { Contract } from '#contract/contract';
import { uncoded } from '#contract/wire/codings';
import type { BytesOf } from '#evidence/open-exchanges';
import { type JudgedExchange, ofNobodyKnown } from '#harness/judge-recording';
import { mostRows, type PageRow, type PageRows } from '../page/page-row.ts';
import { type LevelOf, kindOf, outcomeText } from './message-line.ts';
import { requestOf } from './request-of.ts';

/** The messages of a recording as its page shows them. */
export interface JudgedRows extends PageRows {
  readonly add: (one: JudgedExchange) => void;
}

/** How messages are read again, and how strongly requirements bind. */
export interface Reading {
  readonly bytesOf: BytesOf;
  readonly contract: Contract;
  readonly levelOf: LevelOf;
}

/** No messages yet; a reset leaves out what came so far, and the recording keeps it. */
export const createJudgedRows = (reading: Reading): JudgedRows => {
  let rows: PageRow[] = [];
  let count = 0;
  let isHeard = false;
  return {
    add: (one) => {
      isHeard ||= one.standing === 'heard';
      const row = rowOf(one, (count += 1), reading);
      rows.push(one.isUndecided === true ? untilHeard(row, () => isHeard) : row);
      if (rows.length > mostRows) rows = rows.slice(-mostRows);
    },
    all: () => rows,
    find: (number) => rows.find((row) => row.number === number),
    reset: () => {
      rows = [];
    },
  };
};

/** What nobody known sent breaks something until others are heard. */
const untilHeard = (row: PageRow, isHeard: () => boolean): PageRow => ({
  ...row,
  get broken() {
    return isHeard() ? [] : row.broken;
  },
  get unjudged() {
    return isHeard() ? ofNobodyKnown : row.unjudged;
  },
  get isUndecided() {
    return !isHeard();
  },
});

const unpackedIn = ({ responseHeaders }: JudgedExchange['event'], bytes: Uint8Array | undefined) =>
  bytes && uncoded([['content-encoding', responseHeaders['content-encoding'] ?? '']], bytes).body;

/** Characters of what a message says of itself that a row holds: more than one shows, and than any real title has. */
const mostShown = 1000;

const shownOf = (said: string | undefined): string | undefined => said?.slice(0, mostShown);

const rowOf = (judged: JudgedExchange, number: number, reading: Reading): PageRow => {
  const { bytesOf, levelOf } = reading;
  const { event, answer, deviations, unjudged, seen } = judged;
  const { reference, title, medium } = seen?.said ?? {};
  const kept = { event, answer };
  return {
    number,
    at: event.startedAt,
    sender: event.inbound?.note?.sender,
    came: answer.kind === 'accepted' || answer.kind === 'alive' ? answer.kind : 'other',
    kindIn: (language) => kindOf(kept, language),
    outcomeIn: (language) => outcomeText(kept, language),
    broken: [...deviations].map(([id, deviation]) => ({ id, level: levelOf(id), deviation })),
    isJudged: true,
    unjudged,
    said: { reference: shownOf(reference), title: shownOf(title), medium: shownOf(medium) },
    open: () =>
      event.request !== undefined && bytesOf(event.request) === undefined
        ? undefined
        : {
            request: requestOf(kept, reading),
            response: event.response === undefined ? new Uint8Array() : unpackedIn(event, bytesOf(event.response)),
          },
    files: [],
  };
};
