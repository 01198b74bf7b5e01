import type { CharClass } from './char-class.ts';
import type { Node } from './node.ts';

/** What is left of an expression; equal ones are the same object within one table. */
export type State =
  | { readonly id: number; readonly kind: 'end' }
  | { readonly id: number; readonly kind: 'class'; readonly chars: CharClass }
  | { readonly id: number; readonly kind: 'then'; readonly first: State; readonly second: State }
  | { readonly id: number; readonly kind: 'choice'; readonly branches: readonly State[] }
  | { readonly id: number; readonly kind: 'repeat'; readonly part: State; readonly min: number; readonly max: number };

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
  const made = new Map<string, State>();
  const edges = new Map<State, readonly Edge[]>();
  const classes = new Map<CharClass, number>();

  const intern = (key: string, make: (id: number) => State): State => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const state = make(made.size);
    made.set(key, state);
    return state;
  };
  const end = intern('end', (id) => ({ id, kind: 'end' }));
  const then = (first: State, second: State): State => {
    if (first.kind === 'end') return second;
    if (second.kind === 'end') return first;
    if (first.kind === 'then') return then(first.first, then(first.second, second));
    return intern(`then ${String(first.id)} ${String(second.id)}`, (id) => ({ id, kind: 'then', first, second }));
  };
  const repeat = (part: State, min: number, max: number): State => {
    if (max === 0 || part.kind === 'end') return end;
    if (max === 1 && min === 1) return part;
    const key = `repeat ${String(part.id)} ${String(min)} ${String(max)}`;
    return intern(key, (id) => ({ id, kind: 'repeat', part, min, max }));
  };
  const classId = (chars: CharClass): number => {
    const known = classes.get(chars) ?? classes.size;
    classes.set(chars, known);
    return known;
  };
  const stateOf = (node: Node): State => {
    switch (node.kind) {
      case 'empty':
        return end;
      case 'class':
        return intern(`class ${String(classId(node.chars))}`, (id) => ({ id, kind: 'class', chars: node.chars }));
      case 'sequence':
        return node.parts.reduceRight<State>((rest, part) => then(stateOf(part), rest), end);
      case 'repeat':
        return repeat(stateOf(node.part), node.min, node.max);
      case 'choice': {
        const branches = [...new Set(node.branches.map(stateOf))];
        const [only] = branches;
        if (branches.length === 1 && only !== undefined) return only;
        const key = `choice ${branches.map((branch) => branch.id).join(' ')}`;
        return intern(key, (id) => ({ id, kind: 'choice', branches }));
      }
    }
  };
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
  return { stateOf, edgesOf, canEnd };
};
