import { elementsOf, type XmlElement } from '../tree.ts';
import { begin, expected, isLeaf, knows, missing, type Pending } from './content.ts';
import { leavesOf } from './leaves.ts';
import { constraintId, type ComplexType, type Particle, type SchemaModel } from './model.ts';
import { sameName, type QName } from '../qname.ts';
import { accepts, readChildren, type ChildrenRead } from './read-children.ts';
import { groupOf, trailTo, withoutOrder, withParticle } from './relax.ts';

/** The constraint that children break in the content model of their parent; undefined when they break none. */
export const brokenByChildren = (type: ComplexType, parent: XmlElement, model: SchemaModel): string | undefined => {
  const children = elementsOf(parent);
  const read = readChildren(type.particle, children, model);
  const open = read.states.map(missing);
  // Where counting leaves it open how children are read, one way that ends is enough.
  const blocker =
    read.stuck === undefined && open.includes(undefined) ? undefined : open.find((one) => one !== undefined);
  const content = constraintId(type, 'content');
  if (read.stuck === undefined) return blocker === undefined ? undefined : (lacking(blocker) ?? content);
  const child = children[read.stuck];
  const { particle } = type;
  if (child === undefined || particle === undefined) return content;
  const own = particleFor(particle, { child, read, model });
  if (own === undefined) return content;
  const at: Case = { whole: particle, own, blocker, children, read, model };
  return abstractOf(own, child, model) ?? relaxed(at) ?? guessed(at) ?? content;
};

interface Case {
  readonly whole: Particle;
  /** The particle that the unexpected child is known by. */
  readonly own: Particle;
  readonly blocker: Pending | undefined;
  readonly children: readonly QName[];
  readonly read: ChildrenRead;
  readonly model: SchemaModel;
}

interface Unexpected {
  readonly child: QName;
  readonly read: ChildrenRead;
  readonly model: SchemaModel;
}

/** Of the particles that know a name the one that took the last child of that name, else the first. */
const particleFor = (whole: Particle, { child, read, model }: Unexpected): Particle | undefined => {
  const known = leavesOf(whole).filter((leaf) => knows(leaf, child, model) !== undefined);
  return read.taken.findLast((one) => known.includes(one)) ?? known[0];
};

const abstractOf = (own: Particle, child: QName, model: SchemaModel): string | undefined => {
  const declaration = knows(own, child, model);
  return declaration?.kind === 'element' && declaration.abstract ? constraintId(declaration, 'abstract') : undefined;
};

/** A single constraint without which the children would be right, the most telling kind first. */
const relaxed = (at: Case): string | undefined => {
  for (const [id, whole] of relaxations(at)) if (accepts(whole, at.children, at.model)) return id;
  return undefined;
};

type Relaxation = readonly [id: string, whole: Particle];

const relaxations = (at: Case): readonly Relaxation[] => {
  const { whole, own } = at;
  const trail = (trailTo(whole, own) ?? []).toReversed();
  return [
    ...trail.flatMap((one) => unbounded(whole, one)),
    ...lackingParticles(at).flatMap((one) => optional(whole, one)),
    ...trail.flatMap((one) => repeatable(whole, one)),
    ...trail.flatMap((one) => unordered(whole, one)),
  ];
};

const unbounded = (whole: Particle, one: Particle): readonly Relaxation[] => {
  const id = one.claims['maxOccurs'];
  return id === undefined ? [] : [[id, withParticle(whole, one, { max: Infinity })]];
};

const optional = (whole: Particle, one: Particle): readonly Relaxation[] => {
  const id = one.claims['minOccurs'];
  return id === undefined ? [] : [[id, withParticle(whole, one, { min: 0 })]];
};

const repeatable = (whole: Particle, one: Particle): readonly Relaxation[] => {
  const group = groupOf(one);
  return group?.kind === 'choice' ? [[group.id, withParticle(whole, one, { max: Infinity })]] : [];
};

const unordered = (whole: Particle, one: Particle): readonly Relaxation[] => {
  const group = groupOf(one);
  return group?.kind === 'sequence' && group.particles.length > 1 ? [[group.id, withoutOrder(whole, one)]] : [];
};

/** Required particles before the unexpected child: what is asked for next, and in the branch that the child is of. */
const lackingParticles = ({ blocker, own, whole }: Case): readonly Particle[] => {
  const trail = trailTo(whole, own) ?? [];
  const before = trail.flatMap((one, index) => {
    const group = groupOf(one);
    const next = trail[index + 1];
    if (group?.kind !== 'sequence' || next === undefined) return [];
    return group.particles.slice(0, group.particles.indexOf(next));
  });
  const around = blocker === undefined ? [] : [blocker.particle, ...leavesOf(blocker.particle)];
  return [...new Set([...around, ...before.flatMap(withLeaves)])].filter(({ min }) => min > 0);
};

const withLeaves = (particle: Particle): readonly Particle[] =>
  isLeaf(particle.term) ? [particle] : [particle, ...leavesOf(particle)];

/** Where more than one thing is wrong: what lacks, unless it comes later, or what is out of place. */
const guessed = (at: Case): string | undefined => {
  const { whole, own, blocker, read, children } = at;
  const trail = (trailTo(whole, own) ?? []).toReversed();
  const order = trail.map(groupOf).find((group) => group?.kind === 'sequence' && group.particles.length > 1)?.id;
  if (blocker === undefined) return order ?? trail.map(groupOf).find((group) => group?.kind === 'choice')?.id;
  const later = children.slice((read.stuck ?? 0) + 1);
  const comes = expectedNames(read).some((name) => later.some((child) => sameName(child, name)));
  return comes ? (order ?? lacking(blocker)) : lacking(blocker);
};

const expectedNames = (read: ChildrenRead): readonly QName[] =>
  read.states
    .flatMap(expected)
    .flatMap(({ declaration }) => (declaration.kind === 'element' ? [declaration.name] : []));

/** What must still come, as the constraint that asks for it. */
const lacking = ({ particle, done, rest }: Pending): string | undefined => {
  const { term } = particle;
  if (rest !== undefined) return firstLacking(rest);
  if (isLeaf(term) || done > 0) return particle.claims['minOccurs'] ?? groupOf(particle)?.id;
  return term.kind === 'choice' ? term.id : firstLacking(term.particles);
};

const firstLacking = (particles: readonly Particle[]): string | undefined => {
  for (const particle of particles) {
    const pending = missing(begin(particle));
    if (pending !== undefined) return lacking(pending);
  }
  return undefined;
};
