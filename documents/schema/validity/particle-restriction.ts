import { isDeepStrictEqual } from 'node:util';
import { isEmptiable, isLeaf } from '#xml/schema/content';
import {
  allows,
  type ElementDeclaration,
  type IdentityConstraint,
  type ModelGroup,
  type Particle,
  type SchemaModel,
  type Wildcard,
} from '#xml/schema/model';
import { keyOf, type QName, sameName } from '#xml/qname';
import { substitutesOf } from '#xml/schema/declarations';
import { derivationMethods } from '#xml/schema/substitution';
import { isDerived, isSubset } from './derived.ts';
import { sameText } from './same-text.ts';

/** More comparisons of particles than any honest restriction needs. */
const mostComparisons = 2_000_000;

/** A comparison under way. */
interface Comparing {
  readonly model: SchemaModel;
  /** How many particles may still be compared. */
  left: number;
}

/** Why a particle is no valid restriction of another (part 1, 3.9.6); undefined when it is one. */
export const whyNoRestriction = (own: Particle, base: Particle, model: SchemaModel): string | undefined => {
  if (own === base) return undefined;
  // Groups with nothing in them are empty content, however often they come.
  if (isPointless(own)) return isEmptiable(base) ? undefined : 'it is empty, which its base can not be';
  return restrict(own, base, { model, left: mostComparisons });
};

type Why = string | undefined;

const isPointless = ({ term }: Particle): boolean =>
  !isLeaf(term) && term.kind !== 'choice' && term.particles.every(isPointless);

const isOnce = ({ min, max }: Particle): boolean => min === 1 && max === 1;

/** The particle inside groups of one particle that occur once, which mean what is in them. */
const unwrapped = (particle: Particle): Particle => {
  const { term } = particle;
  const [only, ...more] = isLeaf(term) || !isOnce(particle) ? [] : partsOf(term);
  return only === undefined || more.length > 0 ? particle : unwrapped(only);
};

const partsOf = ({ particles }: ModelGroup): readonly Particle[] => particles.filter((one) => !isPointless(one));

/** A group with what is in groups of its kind in it that occur once. */
const flat = (group: ModelGroup): ModelGroup => ({
  ...group,
  particles: partsOf(group).flatMap((one) =>
    isOnce(one) && one.term.kind === group.kind ? flat(one.term).particles : [one],
  ),
});

const groupOf = ({ term }: Particle): ModelGroup => {
  if (isLeaf(term)) throw new TypeError('an element is no group');
  return term;
};

/** By the kinds of the two terms, as the table of 3.9.6 has it. */
const restrict = (ownPart: Particle, basePart: Particle, comparing: Comparing): Why => {
  comparing.left -= 1;
  if (comparing.left < 0) return 'it takes too long to tell whether it is one';
  const own = withMembers(unwrapped(ownPart), comparing);
  const base = withMembers(unwrapped(basePart), comparing);
  const [from, to] = [own.term, base.term];
  if (from.kind === 'element' && to.kind === 'element') return elementBy(own, base, { from, to });
  if (to.kind === 'any') return underWildcard(own, base, to);
  if (from.kind === 'any') return 'a wildcard stands where its base has none';
  if (to.kind === 'element') return 'a group stands where its base has an element';
  if (from.kind === 'element') return asGroup(own, base, comparing);
  return groupBy(own, base, { from: flat(from), to: flat(to), comparing });
};

/** The head of a substitution group counts as a choice that occurs as often, of members that occur once. */
const withMembers = (particle: Particle, comparing: Comparing): Particle => {
  const { term } = particle;
  const members = term.kind === 'element' ? substitutesOf(comparing.model, term) : [];
  if (term.kind !== 'element' || members.length === 0) return particle;
  const { id, place, annotations } = term;
  // Only once: a member is itself then, and no head.
  const particles = [term, ...members].map((member) => once({ ...member, global: false }, particle));
  const group: OfHead = { kind: 'choice', id, claims: {}, place, annotations, particles, isOfHead: true };
  return { ...particle, term: group };
};

/** A choice that stands for the head of a substitution group, whose members have no order. */
interface OfHead extends ModelGroup {
  readonly isOfHead: true;
}

type Counts = Pick<Particle, 'min' | 'max'>;

const isWithin = (own: Counts, base: Counts): boolean => own.min >= base.min && own.max <= base.max;

interface Elements {
  readonly from: ElementDeclaration;
  readonly to: ElementDeclaration;
}

/** With their namespaces where these tell them apart. */
const otherName = (own: QName, base: QName): string => {
  const [one, other] = own.name === base.name ? [keyOf(own), keyOf(base)] : [own.name, base.name];
  return `element '${one}' stands where its base has '${other}'`;
};

/** NameAndTypeOK. */
const elementBy = (own: Particle, base: Particle, { from, to }: Elements): Why => {
  if (!sameName(from.name, to.name)) return otherName(from.name, to.name);
  if (!isWithin(own, base)) return `element '${from.name.name}' occurs otherwise than its base allows`;
  return from.id === to.id ? undefined : declarationBy(from, to);
};

const declarationBy = (from: ElementDeclaration, to: ElementDeclaration): Why => {
  if (from.nillable && !to.nillable) return `element '${from.name.name}' is nillable, and not in its base`;
  if (to.value?.kind === 'fixed' && !keepsFixed(from, to)) return `its base fixes element '${from.name.name}'`;
  if (to.block.some((one) => one !== 'list' && one !== 'union' && !from.block.includes(one)))
    return `element '${from.name.name}' blocks less than in its base`;
  const extra = from.identities.find((one) => !to.identities.some((other) => isSameIdentity(one, other)));
  if (extra !== undefined)
    return `element '${from.name.name}' states the ${extra.kind} '${extra.name.name}', and not in its base`;
  const widened = derivationMethods(from.type, to.type)?.has('extension') === true;
  return !widened && isDerived(from.type, to.type)
    ? undefined
    : `the type of element '${from.name.name}' is no restriction of that in its base`;
};

/** Clause 5: the identity constraints are some of those of the base. */
const isSameIdentity = (one: IdentityConstraint, other: IdentityConstraint): boolean =>
  one.kind === other.kind &&
  isDeepStrictEqual([one.selector, one.fields, one.refer], [other.selector, other.fields, other.refer]);

const keepsFixed = (from: ElementDeclaration, to: ElementDeclaration): boolean => {
  if (from.value?.kind !== 'fixed' || to.value === undefined) return false;
  const simple = to.type.kind === 'simple' ? to.type : to.type.simple;
  return simple === undefined ? from.value.value === to.value.value : sameText(simple, to.value, from.value);
};

/** NSCompat, NSSubset and NSRecurseCheckCardinality. */
const underWildcard = (own: Particle, base: Particle, to: Wildcard): Why => {
  const { term } = own;
  if (term.kind === 'element') {
    if (!allows(to.namespaces, term.name.namespace))
      return `the wildcard of its base does not take '${keyOf(term.name)}'`;
    return isWithin(own, base)
      ? undefined
      : `'${term.name.name}' occurs otherwise than the wildcard of its base allows`;
  }
  if (term.kind === 'any') {
    const order = ['skip', 'lax', 'strict'];
    if (!isWithin(own, base) || !isSubset(term.namespaces, to.namespaces))
      return 'a wildcard takes more than that of its base';
    return order.indexOf(term.process) < order.indexOf(to.process)
      ? 'a wildcard looks less closely than that of its base'
      : undefined;
  }
  const free = { ...base, min: 0, max: Infinity };
  const inner = term.particles.map((one) => underWildcard(one, free, to)).find((why) => why !== undefined);
  if (inner !== undefined) return inner;
  const range = rangeOf(own);
  return range.min >= base.min && range.max <= base.max
    ? undefined
    : 'a group occurs otherwise than the wildcard of its base allows';
};

/** Effective Total Range (part 1, 3.8.6). */
const rangeOf = ({ min, max, term }: Particle): { readonly min: number; readonly max: number } => {
  if (isLeaf(term)) return { min, max };
  const inner = term.particles.map(rangeOf);
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const least = term.kind === 'choice' ? Math.min(...inner.map((one) => one.min)) : sum(inner.map((one) => one.min));
  const most = term.kind === 'choice' ? Math.max(0, ...inner.map((one) => one.max)) : sum(inner.map((one) => one.max));
  return { min: min * (inner.length === 0 ? 0 : least), max: most === 0 || max === 0 ? 0 : max * most };
};

/** RecurseAsIfGroup: an element stands for a group of one. */
const asGroup = (own: Particle, base: Particle, comparing: Comparing): Why => {
  const group: ModelGroup = { ...groupOf(base), particles: [own] };
  return groupBy(once(group, own), base, { from: group, to: flat(groupOf(base)), comparing });
};

const once = (term: Particle['term'], { place, annotations }: Particle): Particle => ({
  claims: {},
  place,
  annotations,
  min: 1,
  max: 1,
  term,
});

interface Groups {
  readonly from: ModelGroup;
  readonly to: ModelGroup;
  readonly comparing: Comparing;
}

const groupBy = (own: Particle, base: Particle, { from, to, comparing }: Groups): Why => {
  if (from.kind === 'sequence' && to.kind === 'choice') return mapped(own, base, { from, to, comparing });
  if (from.kind === 'choice' && to.kind !== 'choice') return `a choice stands where its base has ${to.kind}`;
  if (from.kind === 'all' && to.kind !== 'all') return `all stands where its base has a ${to.kind}`;
  if (!isWithin(own, base)) return `a ${from.kind} occurs otherwise than its base allows`;
  if (to.kind === 'all' && from.kind === 'sequence') return unordered(from, to, comparing);
  return ordered(from, to, comparing);
};

/** Recurse and RecurseLax: each particle restricts one of the base, in their order; what is passed over can be empty. */
const ordered = (from: ModelGroup, to: ModelGroup, comparing: Comparing): Why => {
  const lax = to.kind === 'choice';
  let rest = to.particles;
  for (const particle of from.particles) {
    const found = restFor(particle, rest, { lax, comparing });
    if (typeof found === 'string') return found;
    if (!('isOfHead' in to)) rest = found;
  }
  return lax || rest.every(isEmptiable) ? undefined : 'it lacks what its base requires';
};

/** The rest of a base behind the particle that one restricts, or why there is none. */
const restFor = (
  particle: Particle,
  base: readonly Particle[],
  { lax, comparing }: { readonly lax: boolean; readonly comparing: Comparing },
): readonly Particle[] | string => {
  let last = 'it has more content than its base';
  for (const [index, candidate] of base.entries()) {
    const why = restrict(particle, candidate, comparing);
    // Members of a substitution group stand for its head each, and are one particle of the base then.
    if (why === undefined) return base.slice(lax && isHead(candidate, comparing) ? index : index + 1);
    if (!lax && !isEmptiable(candidate)) return why;
    last = why;
  }
  return last;
};

const isHead = (particle: Particle, comparing: Comparing): boolean => {
  const { term } = unwrapped(particle);
  return term.kind === 'element' && substitutesOf(comparing.model, term).length > 0;
};

/** RecurseUnordered: each particle restricts another one of the base. */
const unordered = (from: ModelGroup, to: ModelGroup, comparing: Comparing): Why => {
  const left = new Set(to.particles);
  for (const particle of from.particles) {
    const found = [...left].find((one) => restrict(particle, one, comparing) === undefined);
    if (found === undefined) return 'it has content that its base does not have';
    left.delete(found);
  }
  return [...left].every(isEmptiable) ? undefined : 'it lacks what its base requires';
};

/** MapAndSum: a sequence in the place of a choice that comes as often. */
const mapped = (own: Particle, base: Particle, { from, to, comparing }: Groups): Why => {
  const count = from.particles.length;
  if (own.min * count < base.min || own.max * count > base.max)
    return 'a sequence has more or less in it than the choice of its base';
  return from.particles
    .map((one) =>
      to.particles.some((other) => restrict(one, other, comparing) === undefined)
        ? undefined
        : 'a sequence has what no branch of its base has',
    )
    .find((why) => why !== undefined);
};
