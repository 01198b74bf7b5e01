import type { Declared } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { SchemaConstraint } from '#xml/schema/constraints';
import {
  constraintId,
  type AttributeUse,
  type ComplexType,
  type ModelGroup,
  type Particle,
  type Wildcard,
} from '#xml/schema/model';
import { ancestorsOf } from '#xml/schema/substitution';
import { headsOf } from './structure/abstract-used.ts';
import { groupWith, particleClaiming } from './structure/find-particle.ts';
import { ownType, speaksOf, usedBy } from './text-places.ts';

/** Facts about a place besides what the schema says. */
export interface Circumstance {
  readonly isRoot: boolean;
  /** Ids of declarations that are never there. */
  readonly absent: ReadonlySet<string>;
}

/** Ids of declarations that must be there for a constraint to be broken at an element; undefined where it does not bind. */
export const neededAt = (
  declared: Declared,
  constraint: SchemaConstraint,
  { isRoot, absent }: Circumstance,
): readonly string[] | undefined => {
  const { type } = declared;
  const { kind } = constraint;
  if (kind === 'root' || kind === 'id' || kind === 'idref') return isRoot ? [] : undefined;
  const binds = simpleTests[kind];
  if (binds !== undefined) return binds(declared, constraint) ? [] : undefined;
  if (kind === 'minOccurs' || kind === 'maxOccurs' || kind === 'order' || kind === 'choice')
    return type.kind === 'complex' ? inContent(type, constraint, absent) : undefined;
  return inText(declared, constraint, absent);
};

type Binds = (declared: Declared, constraint: SchemaConstraint) => boolean;

/** For simple content the element states what a complex type states for the rest. */
const ownerStates: Binds = ({ element, type }, { id, kind }) =>
  constraintId(type.kind === 'complex' ? type : element, kind) === id;

const statesIdentity: Binds = ({ element }, { id }) => element.identities.some((one) => one.id === id);

/** Kinds for which nothing has to be there besides the element. */
const simpleTests: Readonly<Partial<Record<SchemaConstraint['kind'], Binds>>> = {
  content: ownerStates,
  attributes: ownerStates,
  text: ownerStates,
  nil: ({ element }, { id, kind }) => constraintId(element, kind) === id,
  abstract: ({ element, type }, { id, kind }) =>
    [...headsOf(element), element.type, ...ancestorsOf(type)].some((one) => constraintId(one, kind) === id),
  prohibited: ({ type }, { id }) => type.kind === 'complex' && type.prohibited.some((one) => one.id === id),
  'xsi-type': ({ element, type }, { id, kind }) => constraintId(element, kind) === id && type === element.type,
  key: statesIdentity,
  unique: statesIdentity,
  keyref: statesIdentity,
  wildcard: ({ type }, { id }) => type.kind === 'complex' && wildcardsOf(type).some((one) => one.id === id),
};

/** The wildcards of a type, for elements and for attributes. */
const wildcardsOf = ({ particle, anyAttribute }: ComplexType): readonly Wildcard[] => {
  const leaves = particle === undefined ? [] : leavesOf(particle);
  const wildcards = leaves.flatMap(({ term }): readonly Wildcard[] => (term.kind === 'any' ? [term] : []));
  return anyAttribute === undefined ? wildcards : [...wildcards, anyAttribute];
};

const inContent = (
  type: ComplexType,
  { id, kind }: SchemaConstraint,
  absent: ReadonlySet<string>,
): readonly string[] | undefined => {
  if (kind === 'minOccurs' || kind === 'maxOccurs') {
    const particle = particleClaiming(type, kind, id);
    return particle === undefined || absent.has(particle.term.id) ? undefined : [particle.term.id];
  }
  const group = groupWith(type, id);
  if (group === undefined) return undefined;
  return kind === 'choice' ? [group.id] : twoOf(group, absent);
};

/** Only what stands beside something else can stand in the wrong order. */
const twoOf = (group: ModelGroup, absent: ReadonlySet<string>): readonly string[] | undefined => {
  const possible = group.particles.filter(({ term }) => !absent.has(term.id));
  const sure = possible.filter(({ min }) => min > 0);
  const more = possible.filter(({ min }) => min === 0).slice(0, Math.max(0, 2 - sure.length));
  return sure.length + more.length < 2 ? undefined : more.flatMap(firstOf);
};

const firstOf = (particle: Particle): readonly string[] =>
  leavesOf(particle)
    .slice(0, 1)
    .map(({ term }) => term.id);

const inText = (
  declared: Declared,
  { id, kind }: SchemaConstraint,
  absent: ReadonlySet<string>,
): readonly string[] | undefined => {
  const { element, type } = declared;
  const own = ownType(declared);
  if (kind === 'fixed' ? constraintId(element, kind) === id : own !== undefined && speaksOf(own, id)) return [];
  if (type.kind === 'simple') return undefined;
  const use = [...type.attributes, ...declared.wild].find((one) => !absent.has(one.id) && bindsUse(one, id, kind));
  return use === undefined ? undefined : [use.id, use.declaration.id];
};

const bindsUse = (use: AttributeUse, id: string, kind: SchemaConstraint['kind']): boolean => {
  const { declaration } = use;
  if (kind === 'use') return constraintId(use, 'use') === id;
  if (kind === 'fixed') return [use, declaration].some((one) => constraintId(one, 'fixed') === id);
  return speaksOf(usedBy(declaration), id);
};
