import { contains } from './char-set.ts';
import type { CharClass } from './char-class.ts';
import type { Node } from './node.ts';
import type { State } from './state.ts';
import { createStates, type StateTable } from './states.ts';

/** Does a text match: `yes` for every implementation, `no` for none, else `maybe`. */
export type Match = 'yes' | 'no' | 'maybe';

/** More ways to read a text at one time than this are not followed. */
const maxStates = 5000;

/** A function that matches whole texts against an expression. */
export const matcher = (node: Node): ((text: string) => Match) => {
  const table = createStates();
  const start = table.stateOf(node);
  const run = (text: string, has: Has): boolean | undefined => {
    let states: ReadonlySet<State> = new Set([start]);
    for (const character of text) {
      states = after(states, table, (chars) => has(chars, character.codePointAt(0) ?? 0));
      if (states.size === 0) return false;
      if (states.size > maxStates) return undefined;
    }
    return [...states].some(table.canEnd);
  };
  return (text) => {
    if (run(text, ({ sure }, code) => contains(sure, code)) === true) return 'yes';
    return run(text, ({ possible }, code) => contains(possible, code)) === false ? 'no' : 'maybe';
  };
};

type Has = (chars: CharClass, code: number) => boolean;

const after = (
  states: ReadonlySet<State>,
  table: StateTable,
  takes: (chars: CharClass) => boolean,
): ReadonlySet<State> => {
  const next = new Set<State>();
  for (const state of states) for (const { chars, to } of table.edgesOf(state)) if (takes(chars)) next.add(to);
  return next;
};
