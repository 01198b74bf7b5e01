import { isEmptiable } from '#xml/schema/content';
import {
  allows,
  keyOf,
  sameName,
  type ElementDeclaration,
  type ModelGroup,
  type Particle,
  type SchemaModel,
  type Wildcard,
} from '#xml/schema/model';
import { substitutesOf } from '#xml/schema/declarations';
import { derivationMethods } from '#xml/schema/substitution';
import { isDerived, isSubset } from './derived.ts';
import { sameText } from './same-text.ts';

/** Why a particle is no valid restriction of another (part 1, 3.9.6); undefined when it is one. */
export const whyNoRestriction = (own: Particle, base: Particle, model: SchemaModel): string | undefined => {
  if (own === base) return undefined;
  return restrict(plain(own), plain(base), model);
};

type Why = string | undefined;

/** Without groups of one particle that occur once, which mean what is in them. */
const plain = (particle: Particle): Particle => {
  const { term, min, max } = particle;
  if (term.kind === 'element' || term.kind === 'any') return particle;
  const kept = term.particles.filter((one) => !isPointless(one));
  const inner = kept.map(plain).flatMap((one) => (isSpliced(one, term.kind) ? groupOf(one).particles : [one]));
  const [only] = inner;
  if (inner.length === 1 && only !== undefined && min === 1 && max === 1) return only;
  return { ...particle, term: { ...term, particles: inner } };
};

const isPointless = ({ term }: Particle): boolean =>
  term.kind !== 'element' && term.kind !== 'any' && term.kind !== 'choice' && term.particles.every(isPointless);

const isSpliced = ({ term, min, max }: Particle, kind: ModelGroup['kind']): boolean =>
  term.kind === kind && kind !== 'all' && min === 1 && max === 1;

const groupOf = ({ term }: Particle): ModelGroup => {
  if (term.kind === 'element' || term.kind === 'any') throw new TypeError('an element is no group');
  return term;
};

/** By the kinds of the two terms, as the table of 3.9.6 has it. */
const restrict = (own: Particle, base: Particle, model: SchemaModel): Why => {
  const [from, to] = [own.term, base.term];
  if (from.kind === 'element' && to.kind === 'element') return elementBy(own, base, { from, to, model });
  if (to.kind === 'any') return underWildcard(own, base, { to, model });
  if (from.kind === 'any') return 'a wildcard stands where its base has none';
  if (to.kind === 'element') return underHead(own, base, { to, model });
  if (from.kind === 'element') return asGroup(own, base, model);
  return groupBy(own, base, { from, to, model });
};

type Counts = Pick<Particle, 'min' | 'max'>;

const isWithin = (own: Counts, base: Counts): boolean => own.min >= base.min && own.max <= base.max;

interface Elements {
  readonly from: ElementDeclaration;
  readonly to: ElementDeclaration;
  readonly model: SchemaModel;
}

/** NameAndTypeOK; a head of a substitution group counts as a choice that occurs as often, of members that occur once. */
const elementBy = (own: Particle, base: Particle, { from, to, model }: Elements): Why => {
  const branch = [to, ...substitutesOf(model, to)].find((one) => sameName(one.name, from.name));
  if (branch === undefined) return `element '${from.name.name}' stands where its base has '${to.name.name}'`;
  const isMember = branch !== to && substitutesOf(model, from).length === 0;
  const steps = isMember ? [own, { min: 1, max: 1 }, base] : [own, base];
  if (!steps.every((step, index) => index === 0 || isWithin(steps[index - 1] ?? step, step)))
    return `element '${from.name.name}' occurs otherwise than its base allows`;
  return from === branch ? undefined : declarationBy(from, branch);
};

const declarationBy = (from: ElementDeclaration, to: ElementDeclaration): Why => {
  if (from.nillable && !to.nillable) return `element '${from.name.name}' is nillable, and not in its base`;
  if (to.value?.kind === 'fixed' && !keepsFixed(from, to)) return `its base fixes element '${from.name.name}'`;
  if (to.block.some((one) => one !== 'list' && one !== 'union' && !from.block.includes(one)))
    return `element '${from.name.name}' blocks less than in its base`;
  const widened = derivationMethods(from.type, to.type)?.has('extension') === true;
  return !widened && isDerived(from.type, to.type)
    ? undefined
    : `the type of element '${from.name.name}' is no restriction of that in its base`;
};

const keepsFixed = (from: ElementDeclaration, to: ElementDeclaration): boolean => {
  if (from.value?.kind !== 'fixed' || to.value === undefined) return false;
  const simple = to.type.kind === 'simple' ? to.type : to.type.simple;
  return simple === undefined ? from.value.value === to.value.value : sameText(simple, to.value, from.value);
};

interface Under {
  readonly to: Wildcard;
  readonly model: SchemaModel;
}

/** NSCompat, NSSubset and NSRecurseCheckCardinality. */
const underWildcard = (own: Particle, base: Particle, { to, model }: Under): Why => {
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
  const inner = term.particles.map((one) => underWildcard(one, free, { to, model })).find((why) => why !== undefined);
  if (inner !== undefined) return inner;
  const range = rangeOf(own);
  return range.min >= base.min && range.max <= base.max
    ? undefined
    : 'a group occurs otherwise than the wildcard of its base allows';
};

/** Effective Total Range (part 1, 3.8.6). */
const rangeOf = ({ min, max, term }: Particle): { readonly min: number; readonly max: number } => {
  if (term.kind === 'element' || term.kind === 'any') return { min, max };
  const inner = term.particles.map(rangeOf);
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const least = term.kind === 'choice' ? Math.min(...inner.map((one) => one.min)) : sum(inner.map((one) => one.min));
  const most = term.kind === 'choice' ? Math.max(0, ...inner.map((one) => one.max)) : sum(inner.map((one) => one.max));
  return { min: min * (inner.length === 0 ? 0 : least), max: most === 0 || max === 0 ? 0 : max * most };
};

/** RecurseAsIfGroup: an element stands for a group of one. */
const asGroup = (own: Particle, base: Particle, model: SchemaModel): Why => {
  const group: ModelGroup = { ...groupOf(base), particles: [own] };
  return groupBy(once(group, own), base, { from: group, to: groupOf(base), model });
};

const once = (term: Particle['term'], { place, annotations }: Particle): Particle => ({
  claims: {},
  place,
  annotations,
  min: 1,
  max: 1,
  term,
});

/** A group in the place of an element: only of one that heads a substitution group, which counts as a choice of its members. */
const underHead = (
  own: Particle,
  base: Particle,
  { to, model }: { to: ElementDeclaration; model: SchemaModel },
): Why => {
  const members = substitutesOf(model, to);
  if (members.length === 0) return 'a group stands where its base has an element';
  const { id, place, annotations } = to;
  const particles = [to, ...members].map((member) => once(member, base));
  const choice: ModelGroup = { kind: 'choice', id, claims: {}, place, annotations, particles };
  return groupBy(own, { ...base, term: choice }, { from: groupOf(own), to: choice, model });
};

interface Groups {
  readonly from: ModelGroup;
  readonly to: ModelGroup;
  readonly model: SchemaModel;
}

const groupBy = (own: Particle, base: Particle, { from, to, model }: Groups): Why => {
  if (from.kind === 'sequence' && to.kind === 'choice') return mapped(own, base, { from, to, model });
  if (from.kind === 'choice' && to.kind !== 'choice') return `a choice stands where its base has ${to.kind}`;
  if (from.kind === 'all' && to.kind !== 'all') return `all stands where its base has a ${to.kind}`;
  if (!isWithin(own, base)) return `a ${from.kind} occurs otherwise than its base allows`;
  if (to.kind === 'all' && from.kind === 'sequence') return unordered(from, to, model);
  return ordered(from, to, model);
};

/** Recurse and RecurseLax: each particle restricts one of the base, in their order; what is passed over can be empty. */
const ordered = (from: ModelGroup, to: ModelGroup, model: SchemaModel): Why => {
  const lax = to.kind === 'choice';
  let at = 0;
  let last: Why;
  for (const particle of from.particles) {
    let found = false;
    while (!found && at < to.particles.length) {
      const candidate = to.particles[at];
      at += 1;
      if (candidate === undefined) break;
      last = restrict(particle, candidate, model);
      found = last === undefined;
      if (!found && !lax && !isEmptiable(candidate)) return last;
    }
    if (!found) return last ?? 'it has more content than its base';
  }
  const rest = lax ? undefined : to.particles.slice(at).find((one) => !isEmptiable(one));
  return rest === undefined ? undefined : 'it lacks what its base requires';
};

/** RecurseUnordered: each particle restricts another one of the base. */
const unordered = (from: ModelGroup, to: ModelGroup, model: SchemaModel): Why => {
  const left = new Set(to.particles);
  for (const particle of from.particles) {
    const found = [...left].find((one) => restrict(particle, one, model) === undefined);
    if (found === undefined) return 'it has content that its base does not have';
    left.delete(found);
  }
  return [...left].every(isEmptiable) ? undefined : 'it lacks what its base requires';
};

/** MapAndSum: a sequence in the place of a choice that comes as often. */
const mapped = (own: Particle, base: Particle, { from, to, model }: Groups): Why => {
  const count = from.particles.length;
  if (own.min * count < base.min || own.max * count > base.max)
    return 'a sequence has more or less in it than the choice of its base';
  return from.particles
    .map((one) =>
      to.particles.some((other) => restrict(one, other, model) === undefined)
        ? undefined
        : 'a sequence has what no branch of its base has',
    )
    .find((why) => why !== undefined);
};
