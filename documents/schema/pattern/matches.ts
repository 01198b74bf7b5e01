import type { CharClass } from './char-class.ts';
import { contains, type CharSet } from './char-set.ts';
import type { Node } from './node.ts';
import type { State } from './state.ts';
import { createStates, type StateTable } from './states.ts';

/** Tells whether a text matches: `yes` for every implementation, `no` for none, else `maybe`. */
export type Match = 'yes' | 'no' | 'maybe';

/** More ways to read a text at one time than this are not followed. */
const maxStates = 5000;

/** Where a text may be so many characters in: all the ways to read it. What comes next is remembered. */
interface Reading {
  readonly states: readonly State[];
  readonly canEnd: boolean;
  readonly next: Map<number, Reading>;
  /** The same for the characters of ASCII, by their codes. */
  readonly nextPlain: (Reading | undefined)[];
}

/** This many readings, and characters after one, are remembered; past that it starts anew, so that memory stays bounded. */
const mostRemembered = 1000;

/** A function that matches whole texts against an expression. */
export const matcher = (node: Node): ((text: string) => Match) => {
  const table = createStates();
  const start = table.stateOf(node);
  const surely = reader(table, start, ({ sure }) => sure);
  const possibly = reader(table, start, ({ possible }) => possible);
  return (text) => {
    if (surely(text) === true) return 'yes';
    return possibly(text) === false ? 'no' : 'maybe';
  };
};

/** Creates a reader that tells whether a text can be read to the end, when a class takes the characters of one of its sets; undefined when that is too much work. */
const reader = (
  table: StateTable,
  start: State,
  charsOf: (chars: CharClass) => CharSet,
): ((text: string) => boolean | undefined) => {
  const readings = new Map<string, Reading>();
  const readingOf = (states: readonly State[]): Reading => {
    const key = states.map(({ id }) => id).join(' ');
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading: Reading = { states, canEnd: states.some(table.canEnd), next: new Map(), nextPlain: [] };
    readings.set(key, reading);
    return reading;
  };
  const first = readingOf([start]);
  const step = ({ states, next, nextPlain }: Reading, code: number): Reading => {
    const after = new Set<State>();
    for (const state of states)
      for (const { chars, to } of table.edgesOf(state)) if (contains(charsOf(chars), code)) after.add(to);
    if (readings.size >= mostRemembered) {
      // Nothing else leads to what was remembered.
      readings.clear();
      first.next.clear();
      first.nextPlain.length = 0;
    }
    const reading = readingOf([...after]);
    if (next.size >= mostRemembered) next.clear();
    if (code < 128) nextPlain[code] = reading;
    else next.set(code, reading);
    return reading;
  };
  return (text) => {
    let reading = first;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      reading = (code < 128 ? reading.nextPlain[code] : reading.next.get(code)) ?? step(reading, code);
      if (reading.states.length === 0) return false;
      if (reading.states.length > maxStates) return undefined;
    }
    return reading.canEnd;
  };
};
