import {
  allows,
  type ElementDeclaration,
  type ModelGroup,
  type Particle,
  type SchemaModel,
  type Term,
  type Wildcard,
} from './model.ts';
import { keyOf, sameName, type QName } from '../qname.ts';

/** What is still to come of one particle: `done` repetitions are behind, and of an `all` group only `rest` is left. */
export interface Pending {
  readonly particle: Particle;
  readonly done: number;
  /** Set while inside one repetition of an `all` group. */
  readonly rest: readonly Particle[] | undefined;
}

/** What must follow, next first; undefined is the end. */
export interface State {
  readonly head: Pending;
  readonly tail: Remainder;
}
export type Remainder = State | undefined;

/** One way to read the next child: what took it, and what must follow then. */
export interface Step {
  readonly particle: Particle;
  readonly declaration: ElementDeclaration | Wildcard;
  readonly rest: Remainder;
}

/** The state before the first child. */
export const begin = (particle: Particle | undefined): Remainder =>
  particle === undefined ? undefined : { head: fresh(particle), tail: undefined };

/** Every way to read a child of this name next; a deterministic content model has one particle at most. */
export const advance = (state: Remainder, name: QName, model: SchemaModel): readonly Step[] => {
  const steps: Step[] = [];
  for (let now = state; now !== undefined; now = now.tail) {
    steps.push(...enter(now.head, now.tail, (particle) => take(particle, name, model)));
    if (!canEnd(now.head)) break;
  }
  return steps;
};

/** Every particle that may take the next child. */
export const expected = (state: Remainder): readonly Step[] => {
  const steps: Step[] = [];
  for (let now = state; now !== undefined; now = now.tail) {
    steps.push(...enter(now.head, now.tail, ({ term }) => (isLeaf(term) ? term : undefined)));
    if (!canEnd(now.head)) break;
  }
  return steps;
};

/** What must come before the content can end; undefined when it can end here. */
export const missing = (state: Remainder): Pending | undefined => {
  for (let now = state; now !== undefined; now = now.tail) if (!canEnd(now.head)) return now.head;
  return undefined;
};

/** Can a particle be satisfied by no children at all. */
export const isEmptiable = ({ min, term }: Particle): boolean => {
  if (min === 0) return true;
  if (isLeaf(term)) return false;
  return term.kind === 'choice' ? term.particles.some(isEmptiable) : term.particles.every(isEmptiable);
};

/** A particle of which nothing is read yet. */
const fresh = (particle: Particle): Pending => ({ particle, done: 0, rest: undefined });

const canEnd = ({ particle, done, rest }: Pending): boolean => {
  if (rest !== undefined && !rest.every(isEmptiable)) return false;
  return done >= particle.min || isEmptiable(particle);
};

type Take = (particle: Particle) => ElementDeclaration | Wildcard | undefined;

/** Readings that begin inside a pending particle. */
const enter = (pending: Pending, tail: Remainder, takes: Take): readonly Step[] => {
  const { particle, done, rest } = pending;
  const inside = rest === undefined ? [] : allSteps(pending, rest, { tail, takes });
  const left = rest === undefined || rest.every(isEmptiable);
  if (!left || done >= particle.max) return inside;
  const next: Pending = { particle, done: count(particle, done + 1), rest: undefined };
  const after = next.done >= particle.max ? tail : { head: next, tail };
  return [...inside, ...enterTerm(particle, after, { next, tail, takes })];
};

interface Entrance {
  /** The particle with one more repetition behind it. */
  readonly next: Pending;
  readonly tail: Remainder;
  readonly takes: Take;
}

const enterTerm = (particle: Particle, after: Remainder, entrance: Entrance): readonly Step[] => {
  const { term } = particle;
  if (isLeaf(term)) {
    const declaration = entrance.takes(particle);
    return declaration === undefined ? [] : [{ particle, declaration, rest: after }];
  }
  if (term.kind === 'choice') return term.particles.flatMap((one) => enter(fresh(one), after, entrance.takes));
  if (term.kind === 'all') return allSteps(entrance.next, term.particles, entrance);
  return sequenceSteps(term, after, entrance.takes);
};

const sequenceSteps = (group: ModelGroup, after: Remainder, takes: Take): readonly Step[] => {
  const steps: Step[] = [];
  const tails = tailsOf(group.particles, after);
  for (const [index, particle] of group.particles.entries()) {
    steps.push(...enter(fresh(particle), tails[index], takes));
    if (!isEmptiable(particle)) break;
  }
  return steps;
};

/** For each particle of a sequence, what follows it. */
const tailsOf = (particles: readonly Particle[], after: Remainder): readonly Remainder[] => {
  const tails: Remainder[] = [after];
  for (const particle of particles.slice(1).reverse()) tails.push({ head: fresh(particle), tail: tails.at(-1) });
  return tails.reverse();
};

const allSteps = (
  pending: Pending,
  open: readonly Particle[],
  { tail, takes }: Pick<Entrance, 'tail' | 'takes'>,
): readonly Step[] =>
  open.flatMap((particle) => {
    const rest = open.filter((other) => other !== particle);
    const ended = rest.length === 0 && pending.done >= pending.particle.max;
    return enter(fresh(particle), ended ? tail : { head: { ...pending, rest }, tail }, takes);
  });

/** Repetitions past the minimum need no counting where there is no maximum. */
const count = ({ min, max }: Particle, done: number): number => (max === Infinity ? Math.min(done, min) : done);

/** Is a term something that one child stands for. */
export const isLeaf = (term: Term): term is ElementDeclaration | Wildcard =>
  term.kind === 'element' || term.kind === 'any';

/** The declaration by which a particle takes a child of this name; undefined when it does not. */
const take = (particle: Particle, name: QName, model: SchemaModel): ElementDeclaration | Wildcard | undefined => {
  const known = knows(particle, name, model);
  return known?.kind === 'element' && known.abstract ? undefined : known;
};

/** The same, abstract elements included, which no document may have. */
export const knows = (
  { term }: Particle,
  name: QName,
  model: SchemaModel,
): ElementDeclaration | Wildcard | undefined => {
  if (term.kind === 'any') return allows(term.namespaces, name.namespace) ? term : undefined;
  if (term.kind !== 'element') return undefined;
  if (sameName(term.name, name)) return term;
  if (!term.global) return undefined;
  return model.substitutes.get(keyOf(term.name))?.find((member) => sameName(member.name, name));
};
