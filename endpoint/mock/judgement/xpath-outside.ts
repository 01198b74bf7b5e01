import type { Node } from 'slimdom';
import { directPathOf, type Namespaces } from './xpath-direct.ts';
import type { Expression } from './xpath-syntax.ts';

/** A path whose nodes are found outside the engine, which is slow with many. */
export interface Outside {
  /** As a literal of XPath; the functions below know the path by it. */
  readonly number: string;
  /** It looks at nodes more closely than by their names, which is what takes the engine long. */
  readonly isConditional: boolean;
}

interface Path {
  readonly key: string;
  readonly find: (context: Node) => readonly Node[];
}

/** Each different path once. */
const paths: Path[] = [];

/** Undefined for a path that needs the engine. */
export const outside = (
  expression: Expression & { readonly kind: 'path' },
  namespaces: Namespaces,
): Outside | undefined => {
  const find = directPathOf(expression, namespaces);
  if (find === undefined) return undefined;
  const key = JSON.stringify([expression, namespaces]);
  const known = paths.findIndex((path) => path.key === key);
  const index = known < 0 ? paths.push({ key, find }) - 1 : known;
  return {
    number: `${String(index)}e0`,
    isConditional: expression.steps.some(({ predicates }) => predicates.length > 0),
  };
};

/** How many nodes the path of a number finds from a node. */
export const countOutside = (number: number, context: Node): number => paths[number]?.find(context).length ?? 0;
