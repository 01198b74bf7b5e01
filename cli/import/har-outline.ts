import { FileTooLarge } from '#xml/read-within';
import { sourceText } from '../check/source-text.ts';
import type { Bytes } from './bytes.ts';
import { mark, marksFold } from './marks.ts';
import { outsideFold } from './outside.ts';

/** A stretch of bytes, up to `end` and without it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** JSON in which each object in `log.entries` is `{ "at": N }`, its place in `entries`, so that none need be held. */
export interface HarOutline {
  readonly value: unknown;
  readonly entries: readonly Stretch[];
}

/** Most bytes that are sure to fit in a string. */
export const mostOfText = 512 * 1024 ** 2 - 1024;

/** Bytes that are looked at in one go. */
const pieceBytes = 1024 ** 2;

/**
 * Goes through JSON in UTF-8 once; undefined where it is none, though an entry that is none shows only when it is read.
 * Throws `FileTooLarge` where an entry, or all that is beside the entries, does not fit in a string.
 */
export const harOutline = (bytes: Bytes, most = mostOfText, step = pieceBytes): HarOutline | undefined => {
  const entries: Stretch[] = [];
  const outside = outsideFold(most);
  const begun = (at: number): void => {
    outside.leave(at, `{"at":${String(entries.length)}}`);
  };
  const ended = (start: number, end: number): void => {
    if (end - start > most) throw new FileTooLarge(most);
    entries.push({ start, end });
    outside.enter(end);
  };
  const take = marksFold(entryFinder(bytes, begun, ended));
  for (let at = 0; at < bytes.length; at += step) {
    const piece = bytes.subarray(at, Math.min(at + step, bytes.length));
    outside.begin(piece, at);
    take(piece);
    outside.finish();
  }
  const value = jsonIn(outside.bytes());
  return value === undefined ? undefined : { value, entries };
};

/** The value of JSON in UTF-8; undefined for what is none. */
export const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/** Bytes of JSON in UTF-8: these, or the same text where they begin as UTF-16 does. Throws `FileTooLarge` where that does not fit in a string. */
export const jsonBytes = (bytes: Bytes): Bytes => {
  if (!/^(?:fffe|feff)$/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'))) return bytes;
  if (bytes.length > mostOfText) throw new FileTooLarge(mostOfText);
  return Buffer.from(sourceText(bytes.subarray(0, bytes.length)).text);
};

/** How deep the names on the way to the entries stand, and an entry itself. */
const [logDepth, entriesDepth, entryDepth] = [1, 2, 3];

/** Most bytes of a name that matters, however it is escaped. */
const mostOfName = 64;

/** Tells where each object in `log.entries` begins and ends. */
const entryFinder = (
  bytes: Bytes,
  begun: (at: number) => void,
  ended: (start: number, end: number) => void,
): ((byte: number, at: number, start: number) => void) => {
  const names: unknown[] = [];
  let depth = 0;
  let isInEntries = false;
  let entryAt: number | undefined;
  let said: Stretch = { start: 0, end: 0 };
  const open = (byte: number, at: number): void => {
    if (depth === entryDepth && isInEntries && byte === mark.object && entryAt === undefined) {
      entryAt = at;
      begun(at);
    }
    depth += 1;
    if (depth !== entryDepth) return;
    isInEntries = byte === mark.list && names[logDepth] === 'log' && names[entriesDepth] === 'entries';
  };
  const close = (at: number): void => {
    depth -= 1;
    if (depth !== entryDepth || entryAt === undefined) return;
    ended(entryAt, at + 1);
    entryAt = undefined;
  };
  const name = (): void => {
    names[depth] = said.end - said.start > mostOfName ? undefined : jsonIn(bytes.subarray(said.start, said.end));
  };
  return (byte, at, start) => {
    if (byte === mark.object || byte === mark.list) open(byte, at);
    else if (byte === mark.objectEnd || byte === mark.listEnd) close(at);
    else if (depth > entriesDepth) return;
    else if (byte === mark.quote) said = { start, end: at + 1 };
    else name();
  };
};
