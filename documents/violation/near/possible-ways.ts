import fc from 'fast-check';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { SchemaModel } from '#xml/schema/model';
import { allComponents, type Node } from '#xml/schema/walk';
import { GenerationError } from '../../schema/generation-error.ts';
import type { Tools } from '../operation.ts';
import type { Used } from '../text/faults.ts';
import { mayBeNilAndEmpty } from '../structure/nil-and-empty.ts';
import { ownType, speaksOf, usedBy } from '../text-places.ts';
import { keptAt, nearMissesOf, type NearMiss } from './near-misses.ts';

/** Names of the near misses that a constraint allows, by its place and by the values of its types, the nearest first. */
export const possibleWays = (tools: Tools, constraint: SchemaConstraint): readonly string[] => {
  const ways = Object.entries(nearMissesOf(constraint.kind));
  const samples = ways.length === 0 ? [] : samplesOf(tools, constraint.id);
  const isPossible = (miss: NearMiss): boolean =>
    samples.filter((one) => misses(tools, one, { miss, constraint })).length >= fewest;
  const structural = mayBeNilAndEmpty(tools.model, constraint) ? [nilWay] : [];
  return [...structural, ...ways.filter(([, miss]) => isPossible(miss)).map(([way]) => way)];
};

/** The one near miss that is no text. */
export const nilWay = 'nil-and-empty';

interface Sample {
  readonly used: Used;
  readonly text: string;
}

interface Tried {
  readonly miss: NearMiss;
  readonly constraint: SchemaConstraint;
}

const misses = ({ faults }: Tools, { used, text }: Sample, { miss, constraint: { id } }: Tried): boolean =>
  miss(text, keptAt(used.type, id)).some((one) => faults(used, one, {}).sure.includes(id));

/** Of each type few values tell whether a way is possible at all. */
const enough = { seed: 20200101, numRuns: 16 };
/** A way that only a single value allows is left out, since most documents lack that value. */
const fewest = 2;

const samplesOf = (tools: Tools, constraint: string): readonly Sample[] =>
  usedIn(tools.model, constraint).flatMap((used) => valuesOf(tools, used).map((text) => ({ used, text })));

const valuesOf = ({ making: { values } }: Tools, { type }: Used): readonly string[] => {
  try {
    return fc.sample(values.of(type), enough);
  } catch (error) {
    if (error instanceof GenerationError) return [];
    throw error;
  }
};

/** The uses of types that a constraint speaks of, one for each type. */
const usedIn = (model: SchemaModel, constraint: string): readonly Used[] => {
  const all = [...allComponents(model)].flatMap(usesAt).filter((used) => speaksOf(used, constraint));
  return [...new Map(all.map((used) => [used.type, used])).values()];
};

const usesAt = (node: Node): readonly Used[] => {
  if (node.kind === 'attribute') return [usedBy(node)];
  return node.kind === 'element' ? [ownType({ element: node, type: node.type })].flatMap((one) => one ?? []) : [];
};
