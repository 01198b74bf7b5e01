import { contains } from './char-set.ts';
import type { CharClass } from './char-class.ts';
import type { Node } from './node.ts';
import { createStates, type State } from './states.ts';

/** Does a text match: `yes` for every implementation, `no` for none, else `maybe`. */
export type Match = 'yes' | 'no' | 'maybe';

/** More ways to read a text at one time than this are not followed. */
const maxStates = 5000;

/** A function that matches whole texts against an expression. */
export const matcher = (node: Node): ((text: string) => Match) => {
  const table = createStates();
  const start = table.stateOf(node);
  const run = (text: string, has: (chars: CharClass, code: number) => boolean): boolean | undefined => {
    let states: ReadonlySet<State> = new Set([start]);
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const next = new Set<State>();
      for (const state of states) for (const { chars, to } of table.edgesOf(state)) if (has(chars, code)) next.add(to);
      if (next.size === 0) return false;
      if (next.size > maxStates) return undefined;
      states = next;
    }
    return [...states].some(table.canEnd);
  };
  return (text) => {
    if (run(text, ({ sure }, code) => contains(sure, code)) === true) return 'yes';
    return run(text, ({ possible }, code) => contains(possible, code)) === false ? 'no' : 'maybe';
  };
};
