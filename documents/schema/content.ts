import fc from 'fast-check';
import { isLeaf } from '#xml/schema/content';
import type { ElementDeclaration, ModelGroup, Particle } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { elementsFor, elementsIn, foreignNamespace, typesFor } from './alternatives.ts';
import { GenerationError } from './generation-error.ts';
import { isAbsent, isMinimal, isPresent, type Making } from './making.ts';
import { oneOf } from './one-of.ts';
import { choices, drawFrom, type Draw } from './values/draws.ts';
import { wildcardElement } from './wildcard.ts';

/** More children than this are not made for a minOccurs. */
const mostChildren = 10_000;

type Children = readonly XmlElement[];
const nothing: Children = [];
const none: fc.Arbitrary<Children> = fc.constant(nothing);

/** The elements that stand for a particle: one, or any number. */
type Part = XmlElement | Children;

/** Child elements for a particle of a content model. */
export const childrenFor = (making: Making, particle: Particle, depth: number): fc.Arbitrary<Children> =>
  partFor(making, particle, depth).map((part) => ('children' in part ? [part] : part));

const partFor = (making: Making, particle: Particle, depth: number): fc.Arbitrary<Part> => {
  const { min, max } = countsOf(making, particle, depth);
  if (max === 0) return none;
  if (min > mostChildren)
    throw new GenerationError(
      { id: idOf(particle), ...particle },
      `it needs ${String(min)} children, more than are made (${String(mostChildren)}); give it a smaller minOccurs in a copy of the schema`,
    );
  const once = termOnce(making, particle, depth);
  if (min === 1 && max === 1) return once;
  if (min === 0 && max === 1 && making.share === 1) return fc.option(once, { nil: nothing, freq: 2 });
  if (making.share < 1 && min === 0 && !isWanted(making, particle)) return seldom(once, making.share);
  return fc.array(once, { minLength: min, maxLength: max, size: 'max' }).map(joined);
};

/** Optional content with a share of its usual frequency; shrinks to none. */
const seldom = (once: fc.Arbitrary<Part>, share: number): fc.Arbitrary<Part> => {
  const last = Math.ceil(2 / share) - 1;
  return fc.noBias(fc.nat({ max: last })).chain((choice) => (choice === last ? once : none));
};

const idOf = ({ term, claims }: Particle): string => claims['minOccurs'] ?? term.id;

/** How often a particle comes at least and at most, with what the options, the depth and the size of documents make of it. */
export const countsOf = (making: Making, particle: Particle, depth: number): { min: number; max: number } => {
  const { min } = particle;
  if (isUnwanted(making, particle)) return { min: 0, max: 0 };
  if (isMinimal(making, depth)) {
    const least = Math.max(min, isShallow(making, particle) ? 1 : 0);
    return { min: least, max: least };
  }
  const wanted = Math.max(min, isWanted(making, particle) ? 1 : 0);
  if (making.share < 1) return { min: wanted, max: Math.min(particle.max, Math.max(1, wanted)) };
  const repeat = Math.max(1, making.options.maxRepeat - depth);
  const most = particle.max <= (depth === 0 ? smallMaximum : repeat) ? particle.max : Math.max(wanted, repeat);
  return { min: wanted, max: most };
};

/** Maximums up to this are reached. */
const smallMaximum = 8;

/** Tells whether an optional particle is unwanted, takes strangers only, or can never be complete. */
const isUnwanted = (making: Making, particle: Particle): boolean =>
  particle.min === 0 &&
  ((particle.term.kind === 'element' && isAbsent(making, particle.term.id)) ||
    takesStrangersOnly(making, particle) ||
    making.heights.ofParticle({ ...particle, min: 1 }) === Infinity);

/** Tells whether a particle is a strict wildcard for elements that no schema knows: these name their type, which not every validator takes. */
const takesStrangersOnly = ({ model }: Making, { term }: Particle): boolean =>
  term.kind === 'any' && term.process === 'strict' && elementsIn(model, term).length === 0;

/** Tells whether a particle holds an element, not inside another one, that is asked for. */
const isWanted = (making: Making, { term }: Particle): boolean => {
  if (term.kind === 'element') return isPresent(making, term.id);
  if (term.kind === 'any')
    return term.process !== 'skip' && elementsIn(making.model, term).some(({ id }) => isPresent(making, id));
  return !isLeaf(term) && (isPresent(making, term.id) || term.particles.some((inner) => isWanted(making, inner)));
};

/** Tells whether a particle holds an element that is asked for, can be there and ends by itself, so that it can be made at any depth. */
const isShallow = (making: Making, particle: Particle): boolean => {
  const { term } = particle;
  if (term.kind === 'element')
    return (
      isPresent(making, term.id) &&
      making.heights.ofParticle({ ...particle, min: 1 }) < Infinity &&
      endsByItself(making, { min: 1, term })
    );
  if (isLeaf(term) || !term.particles.some((inner) => isShallow(making, inner))) return false;
  return (
    term.kind === 'choice' || term.particles.every((inner) => isShallow(making, inner) || endsByItself(making, inner))
  );
};

/** Tells whether the required parts of a particle never lead to itself again. */
const endsByItself = (making: Making, { min, term }: Pick<Particle, 'min' | 'term'>): boolean => {
  if (min === 0) return true;
  if (term.kind === 'element') return !leadsBack(making, term);
  if (term.kind === 'any') return term.process !== 'strict' && foreignNamespace(making.model, term) !== undefined;
  return term.particles.every((inner) => endsByItself(making, inner));
};

/** Tells whether an element that stands for this one can have a recursive type. */
const leadsBack = ({ model, recursive }: Making, element: ElementDeclaration): boolean =>
  elementsFor(model, element).some((one) => typesFor(model, one).some((type) => recursive.has(type)));

const termOnce = (making: Making, { term }: Particle, depth: number): fc.Arbitrary<Part> => {
  if (term.kind === 'element') return making.element(term, depth);
  if (term.kind === 'any') return wildcardElement(making, term, depth);
  if (term.kind === 'choice') return oneBranch(making, term, depth);
  const parts = fc.tuple(...term.particles.map((particle) => partFor(making, particle, depth)));
  if (term.kind === 'sequence') return parts.map(joined);
  return fc.tuple(parts, choices).map(([children, given]) => joined(shuffled(children, drawFrom(given))));
};

const oneBranch = (making: Making, group: ModelGroup, depth: number): fc.Arbitrary<Part> => {
  const { heights } = making;
  const heightOf = (particle: Particle): number => heights.ofParticle(particle);
  const all = group.particles.filter((one) => heightOf(one) < Infinity && !isAvoided(making, one));
  const usual = all.filter((one) => !takesStrangersOnly(making, one));
  const possible = usual.length > 0 ? usual : all;
  const least = Math.min(...possible.map(heightOf));
  const low = possible.filter((one) => heightOf(one) === least).slice(0, 1);
  const isLow = isMinimal(making, depth);
  const wanted = possible.filter((one) => (isLow ? isShallow(making, one) : isWanted(making, one)));
  const asked = making.options.isLoose === true && !isLow ? [...wanted, ...possible] : wanted;
  const branches = asked.length > 0 ? asked : isLow ? low : possible;
  if (branches.length === 0) throw new GenerationError(group, 'none of its branches can be made');
  const made = branches.map((branch) => partFor(making, branch, depth));
  const [first] = branches;
  // A first branch that goes deeper than others is nothing to shrink to.
  return first !== undefined && heightOf(first) === least ? oneOf(...made) : fc.oneof(...made);
};

const isAvoided = (making: Making, { term }: Particle): boolean => {
  if (isLeaf(term)) return isAbsent(making, term.id);
  return term.kind !== 'choice' && term.particles.some((one) => one.min > 0 && isAvoided(making, one));
};

const joined = (parts: readonly Part[]): Children => {
  const all: XmlElement[] = [];
  for (const part of parts) {
    if ('children' in part) all.push(part);
    else for (const child of part) all.push(child);
  }
  return all;
};

/** In their own order when every choice is 0. */
const shuffled = <Item>(items: readonly Item[], draw: Draw): readonly Item[] => {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(draw() % left.length, 1));
  return order;
};
