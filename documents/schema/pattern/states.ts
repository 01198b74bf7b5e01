import type { CharClass } from './char-class.ts';
import { createMaker, type State } from './state.ts';
import type { Node } from './node.ts';

/** A way on: one character of the class, and what is left then. */
export interface Edge {
  readonly chars: CharClass;
  readonly to: State;
}

/** Expressions as states of an automaton that is made while it is walked: Antimirov's partial derivatives, with counters. */
export interface StateTable {
  readonly stateOf: (node: Node) => State;
  readonly edgesOf: (state: State) => readonly Edge[];
  readonly canEnd: (state: State) => boolean;
}

/** A table of states for one pattern or one set of patterns. */
export const createStates = (): StateTable => {
  const maker = createMaker();
  const { end, then, repeat } = maker;
  const edges = new Map<State, readonly Edge[]>();
  const derive = (state: State): readonly Edge[] => {
    switch (state.kind) {
      case 'end':
        return [];
      case 'class':
        return [{ chars: state.chars, to: end }];
      case 'then': {
        const first = edgesOf(state.first).map(({ chars, to }) => ({ chars, to: then(to, state.second) }));
        return canEnd(state.first) ? [...first, ...edgesOf(state.second)] : first;
      }
      case 'choice':
        return state.branches.flatMap(edgesOf);
      case 'repeat': {
        const left = repeat(state.part, Math.max(state.min - 1, 0), state.max - 1);
        return edgesOf(state.part).map(({ chars, to }) => ({ chars, to: then(to, left) }));
      }
    }
  };
  const edgesOf = (state: State): readonly Edge[] => {
    const known = edges.get(state) ?? derive(state);
    edges.set(state, known);
    return known;
  };
  return { stateOf: maker.stateOf, edgesOf, canEnd };
};

/** Tells whether the empty text matches the rest of the expression. */
const canEnd = (state: State): boolean => {
  switch (state.kind) {
    case 'end':
      return true;
    case 'class':
      return false;
    case 'then':
      return canEnd(state.first) && canEnd(state.second);
    case 'choice':
      return state.branches.some(canEnd);
    case 'repeat':
      return state.min === 0 || canEnd(state.part);
  }
};
