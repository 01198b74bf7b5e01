import { advance, begin, missing, type Pending, type Remainder } from './content.ts';
import type { Particle, SchemaModel } from './model.ts';
import type { QName } from '../qname.ts';

/** Children read as far as a content model goes. */
export interface ChildrenRead {
  readonly states: readonly Remainder[];
  /** The particle that took each child. */
  readonly taken: readonly Particle[];
  /** Index of the child that no particle takes; undefined when all are taken. */
  readonly stuck: number | undefined;
}

/** Ways to count that are followed at once; where counting is more ambiguous, the greediest ones are. */
const mostStates = 100;

/** Reads child elements against a content model. */
export const readChildren = (
  particle: Particle | undefined,
  children: readonly QName[],
  model: SchemaModel,
): ChildrenRead => {
  let states: readonly Remainder[] = [begin(particle)];
  const taken: Particle[] = [];
  for (const [index, child] of children.entries()) {
    const steps = states.flatMap((state) => advance(state, child, model));
    const [first] = steps;
    if (first === undefined) return { states, taken, stuck: index };
    taken.push(first.particle);
    states = distinct(steps.map((step) => step.rest));
  }
  return { states, taken, stuck: undefined };
};

/** Does the content model take these children, all of them. */
export const accepts = (particle: Particle | undefined, children: readonly QName[], model: SchemaModel): boolean => {
  const { states, stuck } = readChildren(particle, children, model);
  return stuck === undefined && states.some((state) => missing(state) === undefined);
};

/** Ambiguous counting can reach one state in several ways. */
const distinct = (states: readonly Remainder[]): readonly Remainder[] => {
  if (states.length === 1) return states;
  const kept: Remainder[] = [];
  for (const state of states) {
    if (kept.length === mostStates) break;
    if (!kept.some((other) => sameState(state, other))) kept.push(state);
  }
  return kept;
};

const sameState = (one: Remainder, other: Remainder): boolean => {
  let [left, right] = [one, other];
  while (left !== undefined && right !== undefined && left !== right) {
    if (!samePending(left.head, right.head)) return false;
    [left, right] = [left.tail, right.tail];
  }
  return left === right;
};

const samePending = (one: Pending, other: Pending): boolean =>
  one.particle === other.particle && one.done === other.done && one.rest?.length === other.rest?.length;
