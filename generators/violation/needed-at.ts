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

/** What is known of a place besides what the schema says. */
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
  const { element, type } = declared;
  const { id, kind } = constraint;
  const here = (binds: boolean): readonly string[] | undefined => (binds ? [] : undefined);
  const owner = type.kind === 'complex' ? type : element;
  switch (kind) {
    case 'root':
      return here(isRoot);
    case 'content':
    case 'attributes':
    case 'text':
      return here(constraintId(owner, kind) === id);
    case 'nil':
      return here(constraintId(element, 'nil') === id);
    case 'abstract':
      return here(
        [...headsOf(element), element.type, ...ancestorsOf(type)].some((one) => constraintId(one, kind) === id),
      );
    case 'prohibited':
      return here(type.kind === 'complex' && type.prohibited.some((one) => one.id === id));
    case 'wildcard':
      return here(type.kind === 'complex' && wildcardsOf(type).some((one) => one.id === id));
    case 'minOccurs':
    case 'maxOccurs':
    case 'order':
    case 'choice':
      return type.kind === 'complex' ? inContent(type, constraint, absent) : undefined;
    default:
      return inText(declared, constraint, absent);
  }
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
  const use = type.attributes.find((one) => !absent.has(one.id) && bindsUse(one, id, kind));
  return use === undefined ? undefined : [use.id, use.declaration.id];
};

const bindsUse = (use: AttributeUse, id: string, kind: SchemaConstraint['kind']): boolean => {
  const { declaration } = use;
  if (kind === 'use') return constraintId(use, 'use') === id;
  if (kind === 'fixed') return [use, declaration].some((one) => constraintId(one, 'fixed') === id);
  return speaksOf(usedBy(declaration), id);
};
