import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type } from '#xml/schema/model';
import { sameName } from '#xml/qname';
import { isAnyType, type PlaceStep, type SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import { deepest, standingFor } from './standing-for.ts';

/** What tells deliveries apart by the element or the type that stands somewhere: their names, and the path that finds it. */
export interface Branches {
  readonly names: readonly string[];
  readonly at: string;
  /** The elements that stand for one another, by their steps; none where types do. */
  readonly steps: readonly (readonly PlaceStep[])[];
  readonly usesType: boolean;
  /** The steps to the element that they stand in, or whose type they are. */
  readonly around: readonly PlaceStep[];
  /** Whether the schema leaves it at that: one of a choice, of a substitution group, or of types derived from an abstract one. */
  readonly isDemanded: boolean;
  /** Whether somebody said that these tell deliveries apart. */
  readonly isSaid?: boolean;
}

/** Whether these are more than a folder could have document types, with an example of each. */
export const isEndless = (names: readonly string[]): boolean => names.length > 100;

/** The choices of elements, substitution groups, and types with others derived from them, in a message; the outermost first. */
export const branchesIn = (model: SchemaModel, root: ElementDeclaration, prefixes: Prefixes): readonly Branches[] => {
  const found: Branches[] = [];
  let level: readonly Reached[] = [{ declaration: root, steps: [] }];
  for (let depth = 0; depth < deepest; depth += 1) {
    found.push(
      ...level.flatMap((reached) => [
        ...byType(model, reached, prefixes),
        ...byElement(reached, prefixes),
        ...bySubstitution(model, reached, prefixes),
      ]),
    );
    level = level.flatMap((one) => childrenOf(model, one));
  }
  const isMember = ({ around, usesType }: Branches): boolean =>
    usesType && found.some(({ steps }) => steps.some((one) => areSame(one, around)));
  return found.filter((one) => one.names.length > 1 && !isEndless(one.names) && !isMember(one));
};

interface Reached {
  readonly declaration: ElementDeclaration;
  readonly steps: readonly PlaceStep[];
}

const byType = (
  model: SchemaModel,
  { declaration: { type }, steps }: Reached,
  prefixes: Prefixes,
): readonly Branches[] => {
  if (type.kind !== 'complex' || isAnyType(type) || steps.length === 0) return [];
  const names = (model.derived.get(type) ?? []).flatMap((one) =>
    one.kind === 'complex' && !one.abstract && one.name !== undefined ? [one.name.name] : [],
  );
  const at = `${prefixes.path({ steps })}/@xsi:type`;
  return [{ names, at, steps: [], around: steps, usesType: true, isDemanded: type.abstract }];
};

const byElement = ({ declaration: { type }, steps }: Reached, prefixes: Prefixes): readonly Branches[] => {
  const choice = particleOf(type) && choiceIn(particleOf(type));
  return choice === undefined ? [] : [ofElements(elementsIn(choice), steps, prefixes)];
};

const elementsIn = (particle: Particle): readonly ElementDeclaration[] =>
  leavesOf(particle).flatMap(({ term }) => (term.kind === 'element' ? [term] : []));

/** Elements that others stand for, each of which is there at most once. */
const bySubstitution = (
  model: SchemaModel,
  { declaration: { type }, steps }: Reached,
  prefixes: Prefixes,
): readonly Branches[] => {
  const particle = particleOf(type);
  const leaves = particle === undefined ? [] : leavesOf(particle);
  return leaves.flatMap(({ term, max }) => {
    if (term.kind !== 'element' || max !== 1) return [];
    const members = standingFor(model, term, steps.length);
    return members.length < 2 ? [] : [ofElements(members, steps, prefixes)];
  });
};

const ofElements = (
  elements: readonly ElementDeclaration[],
  around: readonly PlaceStep[],
  prefixes: Prefixes,
): Branches => {
  const steps = elements.map((one) => [...around, stepTo(one)]);
  const at = `local-name(${steps.map((one) => prefixes.path({ steps: one })).join('|')})`;
  return { names: elements.map(({ name }) => name.name), at, steps, around, usesType: false, isDemanded: true };
};

const particleOf = (type: Type): Particle | undefined => (type.kind === 'complex' ? type.particle : undefined);

/** A choice that is there once, of elements with something in them. */
const choiceIn = (particle: Particle | undefined): Particle | undefined => {
  if (particle === undefined || particle.term.kind === 'element' || particle.term.kind === 'any') return undefined;
  if (particle.min !== 1 || particle.max !== 1) return undefined;
  const { kind, particles } = particle.term;
  if (kind !== 'choice') return particles.map(choiceIn).find((one) => one !== undefined);
  const isBranch = ({ term, max }: Particle): boolean =>
    term.kind === 'element' && max === 1 && term.type.kind === 'complex' && holdsSomething(term.type);
  return particles.length > 1 && particles.every(isBranch) ? particle : undefined;
};

const holdsSomething = ({ particle }: ComplexType): boolean => particle !== undefined;

const stepTo = ({ name }: ElementDeclaration): PlaceStep => ({ name, isAttribute: false });

const childrenOf = (model: SchemaModel, { declaration: { type }, steps }: Reached): readonly Reached[] => {
  const particle = particleOf(type);
  if (particle === undefined) return [];
  return leavesOf(particle)
    .flatMap(({ term, max }) => (term.kind === 'element' && max === 1 ? standingFor(model, term, steps.length) : []))
    .map((declaration) => ({ declaration, steps: [...steps, stepTo(declaration)] }));
};

/** A place and those that are the same in the other branches. */
export const alikeIn = (
  branches: Branches | undefined,
  places: readonly SchemaPlace[],
  place: SchemaPlace,
): readonly SchemaPlace[] => {
  const own = branches?.steps.find((steps) => startsWith(place.steps, steps));
  if (branches === undefined || own === undefined) return [place];
  const rest = place.steps.slice(own.length);
  return branches.steps.flatMap((steps) => places.find((one) => areSame(one.steps, [...steps, ...rest])) ?? []);
};

const startsWith = (steps: readonly PlaceStep[], start: readonly PlaceStep[]): boolean =>
  steps.length > start.length && areSame(steps.slice(0, start.length), start);

const areSame = (one: readonly PlaceStep[], other: readonly PlaceStep[]): boolean =>
  one.length === other.length &&
  one.every(({ name, isAttribute }, index) => {
    const step = other[index];
    return step?.isAttribute === isAttribute && sameName(step.name, name);
  });
