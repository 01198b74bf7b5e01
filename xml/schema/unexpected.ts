import { elementsOf, type XmlElement } from '../tree.ts';
import { advance, begin, expected, isLeaf, missing, type Pending, type Remainder, type Step } from './content.ts';
import { childNamed, leavesOf } from './declarations.ts';
import {
  constraintId,
  sameName,
  type ComplexType,
  type ModelGroup,
  type Particle,
  type QName,
  type SchemaModel,
} from './model.ts';

/** Children read as far as the content model goes. */
interface Reading {
  readonly states: readonly Remainder[];
  /** The particle that took each child. */
  readonly taken: readonly Particle[];
  /** Index of the child that no particle takes; undefined when all are taken. */
  readonly stuck: number | undefined;
}

/** Reads child elements against the content model of a type. */
export const readChildren = (type: ComplexType, children: readonly QName[], model: SchemaModel): Reading => {
  let states: readonly Remainder[] = [begin(type.particle)];
  const taken: Particle[] = [];
  for (const [index, child] of children.entries()) {
    const steps: readonly Step[] = states.flatMap((state) => advance(state, child, model));
    const [first] = steps;
    if (first === undefined) return { states, taken, stuck: index };
    taken.push(first.particle);
    states = distinct(steps.map((step) => step.rest));
  }
  return { states, taken, stuck: undefined };
};

/** Ambiguous counting can reach one state in several ways. */
const distinct = (states: readonly Remainder[]): readonly Remainder[] =>
  states.filter((state, index) => !states.slice(0, index).some((other) => sameState(state, other)));

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

/** Does the content model take these children, all of them. */
export const accepts = (type: ComplexType, children: readonly QName[], model: SchemaModel): boolean => {
  const { states, stuck } = readChildren(type, children, model);
  return stuck === undefined && states.some((state) => missing(state) === undefined);
};

/** The constraint that children break in the content model of their parent; undefined when they break none. */
export const brokenByChildren = (type: ComplexType, parent: XmlElement, model: SchemaModel): string | undefined => {
  const children = elementsOf(parent);
  const reading = readChildren(type, children, model);
  const blocker = reading.states.map(missing).find((pending) => pending !== undefined);
  if (reading.stuck !== undefined) return unexpectedAt({ type, children, reading, model }, reading.stuck, blocker);
  return blocker === undefined ? undefined : (lacking(blocker) ?? constraintId(type, 'content'));
};

interface Case {
  readonly type: ComplexType;
  readonly children: readonly XmlElement[];
  readonly reading: Reading;
  readonly model: SchemaModel;
}

const unexpectedAt = (at: Case, index: number, blocker: Pending | undefined): string => {
  const { type, children, reading, model } = at;
  const name = children[index];
  const content = constraintId(type, 'content');
  if (name === undefined || childNamed(model, type, name) === undefined) return content;
  const own = particleOf(type, name, model);
  if (own === undefined) return content;
  const before = reading.taken.filter((particle) => particle === own).length;
  if (before >= own.max) return own.claims['maxOccurs'] ?? content;
  if (blocker === undefined) return conflict(type, own, reading) ?? content;
  const later = children.slice(index + 1);
  const comes = expectedNames(reading).some((one) => later.some((child) => sameName(child, one)));
  return (comes ? orderAround(type, own) : lacking(blocker)) ?? content;
};

const expectedNames = (reading: Reading): readonly QName[] =>
  reading.states
    .flatMap(expected)
    .flatMap((step) => (step.declaration.kind === 'element' ? [step.declaration.name] : []));

const particleOf = (type: ComplexType, name: QName, model: SchemaModel): Particle | undefined =>
  type.particle === undefined
    ? undefined
    : leavesOf(type.particle).find((particle) => advance(begin({ ...particle, min: 1 }), name, model).length > 0);

/** What must still come, as the constraint that asks for it. */
const lacking = ({ particle, done, rest }: Pending): string | undefined => {
  const { term } = particle;
  if (rest !== undefined) return firstLacking(rest);
  if (isLeaf(term)) return particle.claims['minOccurs'];
  if (done > 0) return particle.claims['minOccurs'];
  return term.kind === 'choice' ? term.id : firstLacking(term.particles);
};

const firstLacking = (particles: readonly Particle[]): string | undefined => {
  for (const particle of particles) {
    const pending = missing(begin(particle));
    if (pending !== undefined) return lacking(pending);
  }
  return undefined;
};

/** A child that the model knows, not too many, nothing lacking before it: another branch was taken, or it comes too late. */
const conflict = (type: ComplexType, own: Particle, reading: Reading): string | undefined => {
  const path = type.particle === undefined ? [] : (pathTo(type.particle, own) ?? []);
  const choice = path.find((group, index) => group.kind === 'choice' && isTaken(group, path[index + 1], own, reading));
  return choice?.id ?? orderAround(type, own);
};

/** Is a branch of a choice taken, other than the one that leads to a particle. */
const isTaken = (choice: ModelGroup, next: ModelGroup | undefined, own: Particle, reading: Reading): boolean =>
  choice.particles.some(
    (branch) =>
      branch !== own &&
      (next === undefined || branch.term !== next) &&
      leavesOf(branch).some((leaf) => reading.taken.includes(leaf)),
  );

/** The innermost sequence around a particle that has more than one member. */
const orderAround = (type: ComplexType, own: Particle): string | undefined => {
  const path = type.particle === undefined ? [] : (pathTo(type.particle, own) ?? []);
  return path.findLast((group) => group.kind === 'sequence' && group.particles.length > 1)?.id;
};

const pathTo = (from: Particle, own: Particle): readonly ModelGroup[] | undefined => {
  if (from === own) return [];
  const { term } = from;
  if (isLeaf(term)) return undefined;
  for (const particle of term.particles) {
    const path = pathTo(particle, own);
    if (path !== undefined) return [term, ...path];
  }
  return undefined;
};
