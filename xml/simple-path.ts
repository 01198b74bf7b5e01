import { ncName } from './ncname.ts';
import type { QName } from './qname.ts';

/** One step of a simple path: where it goes, which names it takes, which of the nodes found it keeps. */
export interface Step {
  readonly axis: 'self' | 'child' | 'attribute' | 'descendant-or-self';
  readonly takes: (name: QName) => boolean;
  /** Positions from 1, each counted among what the one before it left. */
  readonly positions: readonly number[];
}

/** Alternatives of a simple path, each a row of steps. */
export type SimplePath = readonly (readonly Step[])[];

type Names = Readonly<Record<string, string>>;

/**
 * Reads the part of XPath 1.0 that leads to nodes which can be edited: child, descendant and attribute steps, `*`, `.`,
 * positions and `|`. Undefined for any other expression.
 */
export const parsePath = (expression: string, namespaces: Names): SimplePath | undefined => {
  const rows = expression.split('|').map((one) => parseRow(one.trim(), namespaces));
  return rows.every((row) => row !== undefined) ? rows : undefined;
};

const token = new RegExp(String.raw`^(//|/)?(\.|@?(?:${ncName}:)?(?:${ncName}|\*))((?:\[\d+\])*)(?=/|$)`, 'u');

const parseRow = (text: string, namespaces: Names): readonly Step[] | undefined => {
  const steps: Step[] = [];
  for (let rest = text; rest !== '';) {
    const match = token.exec(rest);
    if (match === null) return undefined;
    const [whole, separator, test = '', positions = ''] = match;
    if ((separator === undefined) !== (steps.length === 0)) return undefined;
    const step = parseStep(test, positions, namespaces);
    if (step === undefined) return undefined;
    steps.push(...(separator === '//' ? [descend] : []), step);
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 ? undefined : steps;
};

const every = (): boolean => true;
const descend: Step = { axis: 'descendant-or-self', takes: every, positions: [] };

const parseStep = (test: string, positions: string, namespaces: Names): Step | undefined => {
  const places = [...positions.matchAll(/\d+/g)].map((match) => Number(match[0]));
  if (test === '.') return { axis: 'self', takes: every, positions: places };
  const axis = test.startsWith('@') ? 'attribute' : 'child';
  const [first = '', second] = test.replace('@', '').split(':');
  if (first === '*') return { axis, takes: every, positions: places };
  const namespace = second === undefined ? '' : namespaces[first];
  if (namespace === undefined) return undefined;
  const local = second ?? first;
  const takes = (one: QName): boolean => one.namespace === namespace && (local === '*' || one.name === local);
  return { axis, takes, positions: places };
};
