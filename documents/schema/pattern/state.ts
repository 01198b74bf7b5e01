import type { CharClass } from './char-class.ts';
import type { Node } from './node.ts';

/** The rest of an expression; equal ones are the same object within one table. */
export type State =
  | { readonly id: number; readonly kind: 'end' }
  | { readonly id: number; readonly kind: 'class'; readonly chars: CharClass }
  | { readonly id: number; readonly kind: 'then'; readonly first: State; readonly second: State }
  | { readonly id: number; readonly kind: 'choice'; readonly branches: readonly State[] }
  | { readonly id: number; readonly kind: 'repeat'; readonly part: State; readonly min: number; readonly max: number };

/** Makes states, equal ones once. */
export interface StateMaker {
  readonly end: State;
  readonly then: (first: State, second: State) => State;
  readonly repeat: (part: State, min: number, max: number) => State;
  readonly stateOf: (node: Node) => State;
}

/** A maker that has made nothing yet. */
export const createMaker = (): StateMaker => {
  const made = new Map<string, State>();
  const intern = (key: string, make: (id: number) => State): State => {
    const state = made.get(key) ?? make(made.size);
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
  const numberOf = numbering();
  const choice = (branches: readonly State[]): State => {
    const [only] = branches;
    if (branches.length === 1 && only !== undefined) return only;
    return intern(`choice ${branches.map(({ id }) => id).join(' ')}`, (id) => ({ id, kind: 'choice', branches }));
  };
  const stateOf = (node: Node): State => {
    switch (node.kind) {
      case 'empty':
        return end;
      case 'class':
        return intern(`class ${String(numberOf(node.chars))}`, (id) => ({ id, kind: 'class', chars: node.chars }));
      case 'sequence':
        return node.parts.reduceRight<State>((rest, part) => then(stateOf(part), rest), end);
      case 'repeat':
        return repeat(stateOf(node.part), node.min, node.max);
      case 'choice':
        return choice([...new Set(node.branches.map(stateOf))]);
    }
  };
  return { end, then, repeat, stateOf };
};

/** Numbers for classes, the same for the same object. */
const numbering = (): ((chars: CharClass) => number) => {
  const numbers = new Map<CharClass, number>();
  return (chars) => {
    const number = numbers.get(chars) ?? numbers.size;
    numbers.set(chars, number);
    return number;
  };
};
