import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type } from '#xml/schema/model';
import { substitutesOf } from '#xml/schema/declarations';
import { sameName } from '#xml/qname';
import type { PlaceStep, SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';

/** What tells deliveries apart by the element or the type that stands somewhere: their names, and the path that finds it. */
export interface Branches {
  readonly names: readonly string[];
  readonly at: string;
  /** The elements that stand for one another, by their steps; none where types do. */
  readonly steps: readonly (readonly PlaceStep[])[];
  readonly usesType: boolean;
  /** The steps to an element that any of a substitution group stands for, of which no path can tell the name. */
  readonly head?: readonly PlaceStep[];
  /** Whether somebody said that these tell deliveries apart. */
  readonly isSaid?: boolean;
}

/** Whether these are more than a folder could have document types, with an example of each. */
export const isEndless = (names: readonly string[]): boolean => names.length > 100;

/** As deep as it is looked for. */
const deepest = 3;

/** The first choice of elements, substitution group, or abstract type with types derived from it, in a message; undefined for one without. */
export const branchesIn = (model: SchemaModel, root: ElementDeclaration, prefixes: Prefixes): Branches | undefined => {
  let level: readonly Reached[] = [{ declaration: root, steps: [] }];
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const reached of level) {
      const found =
        byType(model, reached, prefixes) ?? byElement(reached, prefixes) ?? bySubstitution(model, reached, prefixes);
      if (found !== undefined && !isEndless(found.names)) return found;
    }
    level = level.flatMap(childrenOf);
  }
  return undefined;
};

interface Reached {
  readonly declaration: ElementDeclaration;
  readonly steps: readonly PlaceStep[];
}

const byType = (
  model: SchemaModel,
  { declaration: { type }, steps }: Reached,
  prefixes: Prefixes,
): Branches | undefined => {
  if (type.kind !== 'complex' || !type.abstract || steps.length === 0) return undefined;
  const names = (model.derived.get(type) ?? []).flatMap((one) =>
    one.kind === 'complex' && !one.abstract && one.name !== undefined ? [one.name.name] : [],
  );
  if (names.length < 2) return undefined;
  return { names, at: `${prefixes.path({ steps })}/@xsi:type`, steps: [], usesType: true };
};

const byElement = ({ declaration: { type }, steps }: Reached, prefixes: Prefixes): Branches | undefined => {
  const choice = particleOf(type) && choiceIn(particleOf(type));
  if (choice === undefined) return undefined;
  const elements = leavesOf(choice).flatMap(({ term }) => (term.kind === 'element' ? [term] : []));
  const all = elements.map((one) => [...steps, stepTo(one)]);
  const at = `local-name(${all.map((one) => prefixes.path({ steps: one })).join('|')})`;
  return { names: elements.map(({ name }) => name.name), at, steps: all, usesType: false };
};

/** An element that others stand for, where nothing else stands beside it. */
const bySubstitution = (
  model: SchemaModel,
  { declaration: { type }, steps }: Reached,
  prefixes: Prefixes,
): Branches | undefined => {
  const particle = particleOf(type);
  const leaves = particle === undefined ? [] : leavesOf(particle);
  const [only] = leaves;
  if (leaves.length !== 1 || only?.term.kind !== 'element' || only.max !== 1) return undefined;
  const head = only.term;
  const names = [head, ...substitutesOf(model, head)].filter((one) => !one.abstract).map(({ name }) => name.name);
  if (names.length < 2) return undefined;
  const parent = steps.length === 0 ? '' : `${prefixes.path({ steps })}/`;
  return { names, at: `local-name(${parent}*)`, steps: [], usesType: false, head: [...steps, stepTo(head)] };
};

/** Prefixes that write a path through the head of a substitution group for all that stand for it. */
export const throughHead = (prefixes: Prefixes, head: readonly PlaceStep[] | undefined): Prefixes => {
  if (head === undefined) return prefixes;
  const own = prefixes.path({ steps: head });
  const any = own.replace(/[^/]+$/, '*');
  return {
    ...prefixes,
    path: (place, from = []) => {
      const path = prefixes.path(place, from);
      const isWhole = from.length === 0 && (path === own || path.startsWith(`${own}/`));
      return isWhole ? any + path.slice(own.length) : path;
    },
  };
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

const childrenOf = ({ declaration: { type }, steps }: Reached): readonly Reached[] => {
  const particle = particleOf(type);
  if (particle === undefined) return [];
  return leavesOf(particle).flatMap(({ term, max }) =>
    term.kind === 'element' && max === 1 ? [{ declaration: term, steps: [...steps, stepTo(term)] }] : [],
  );
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
