import { type Event, journalVersion } from './event.ts';
import { isEvent } from './event-shape.ts';
import { JournalError } from './journal-error.ts';
import { linkTo } from './link.ts';
import { asIfWhole, lengthening } from './short-exchange.ts';

/** A line that is no event: cut off when its writer was killed or its disk was full, or changed since. */
export interface Damaged {
  readonly type: 'damaged';
  /** Its number, from 1. */
  readonly line: number;
  /** Whether the event of another writer follows in it. */
  readonly isFollowed: boolean;
  /** Whether it is whole JSON, as no writer leaves what it could not finish. */
  readonly isWhole: boolean;
  /** Of an event that can be read and does not carry the digest of the one before it: one of them was changed since, or others stood between. */
  readonly isUnlinked?: true;
}

/** Turns the bytes of a journal into events as they come. */
export interface JournalFeed {
  /** The events of the lines that these bytes complete. */
  readonly add: (chunk: Uint8Array) => Generator<Event | Damaged>;
  /** That of the last line, where it is a whole one. */
  readonly end: () => Generator<Event | Damaged>;
}

const newline = 0x0a;

/** More than any event takes: bodies stand in packs. A longer line is not held in memory, and counts as damaged. */
const longestLine = 16 * 1024 * 1024;

/** A feed that has read nothing yet. */
export const journalFeed = (): JournalFeed => {
  let open: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const links = checkingLinks();
  const models = lengthening();
  const keep = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > longestLine) open = [];
    else open.push(piece);
  };
  const line = function* (): Generator<Event | Damaged> {
    const isTooLong = length > longestLine;
    const text = textOf(open);
    open = [];
    length = 0;
    number += 1;
    if (isTooLong) yield { type: 'damaged', line: number, isFollowed: false, isWhole: false };
    else if (text !== '') for (const found of eventsIn(text, number, models)) yield* links(found, number);
  };
  return {
    *add(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        keep(chunk.subarray(start, end));
        start = end + 1;
        yield* line();
      }
      if (start < chunk.length) keep(chunk.subarray(start));
    },
    end: line,
  };
};

const textOf = (pieces: readonly Uint8Array[]): string => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
};

/** Tells of an event that does not carry the digest of the one before it, unless a line was told of in between. */
const checkingLinks = () => {
  let before: string | undefined;
  let isTold = false;
  return function* (found: Damaged | Read, line: number): Generator<Event | Damaged> {
    if ('type' in found) {
      isTold = !found.isFollowed;
      yield found;
      return;
    }
    if (found.before !== before && !isTold)
      yield { type: 'damaged', line, isFollowed: true, isWhole: true, isUnlinked: true };
    isTold = false;
    before = linkTo(found.text);
    yield found.event;
  };
};

/** An event as it was read. */
interface Read {
  readonly event: Event;
  /** The digest that it carries of the one before. */
  readonly before: string | undefined;
  readonly text: string;
}

/** Where an event begins; in a text of JSON its quotes would be escaped. */
const beginning = '{"type":"';

/** The event of a line. Two processes write: after what one of them could not finish, the other's next line is whole. */
const eventsIn = (text: string, line: number, models: Models = unknownModels): readonly (Read | Damaged)[] => {
  const said = parsed(text);
  const read = readOf(said, text, models);
  if (read !== undefined) return [read];
  const rest = text.slice(Math.max(0, text.lastIndexOf(beginning)));
  const next = readOf(parsed(rest), rest, models);
  const damaged = { type: 'damaged', line, isWhole: said !== undefined } as const;
  return next === undefined ? [{ ...damaged, isFollowed: false }] : [{ ...damaged, isFollowed: true }, next];
};

/** The texts of the whole events of a line. */
export const wholeIn = (line: string): readonly string[] =>
  eventsIn(line, 0).flatMap((found) => ('type' in found ? [] : [found.text]));

/** The text of the last event in the end of a journal, which begins with a whole line only where that is said. */
export const lastEventIn = (tail: Buffer, isWhole: boolean): string | undefined => {
  const lines = tail
    .toString('utf8')
    .split('\n')
    .slice(isWhole ? 0 : 1);
  for (const line of lines.reverse()) for (const found of eventsIn(line, 0)) if (!('type' in found)) return found.text;
  return undefined;
};

/** Undefined for what is no JSON. */
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** What exchanges are written like. */
type Models = ReturnType<typeof lengthening>;

/** Where lines are looked at one by one. */
const unknownModels: Models = { whole: asIfWhole, remember: () => undefined };

const readOf = (said: unknown, text: string, models: Models): Read | undefined => {
  demandVersion(said);
  if (typeof said !== 'object' || said === null) return undefined;
  const { before, model: _model, ...rest }: { readonly before?: unknown; readonly model?: unknown } = said;
  const event = models.whole(rest);
  if (!isEvent(event) || !(before === undefined || typeof before === 'string')) return undefined;
  models.remember(event, said);
  return { event, before, text };
};

/** Throws for the start of a run or recording that another version of this suite recorded. */
const demandVersion = (said: unknown): void => {
  if (typeof said !== 'object' || said === null || !('type' in said) || !('version' in said)) return;
  const { type, version } = said;
  if (
    (type !== 'run-started' && type !== 'recording-started') ||
    typeof version !== 'number' ||
    version === journalVersion
  )
    return;
  throw new JournalError({
    nl: `het journaal heeft versie ${String(version)}, en deze suite leest versie ${String(journalVersion)}; gebruik de versie van 3pas die de run maakte`,
    en: `the journal has version ${String(version)}, this suite reads version ${String(journalVersion)}; use the version of 3pas that made the run`,
  });
};
