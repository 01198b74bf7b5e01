import { isBuiltin } from './builtin-types.ts';
import { hasLexicalRule } from './lexical.ts';
import {
  constraintId,
  type AttributeUse,
  type Component,
  type ComplexType,
  type ElementDeclaration,
  type Facet,
  type FacetKind,
  type ModelGroup,
  type Particle,
  type SchemaModel,
  type SimpleType,
  type Wildcard,
} from './model.ts';
import type { Place } from '../place.ts';
import { allComponents, type Node } from './walk.ts';

export type ConstraintKind =
  | FacetKind
  | 'minOccurs'
  | 'maxOccurs'
  | 'type'
  | 'use'
  | 'prohibited'
  | 'fixed'
  | 'order'
  | 'choice'
  | 'content'
  | 'attributes'
  | 'text'
  | 'root'
  | 'nil'
  | 'abstract'
  | 'wildcard'
  | 'key'
  | 'unique'
  | 'keyref'
  | 'id'
  | 'idref'
  | 'xsi-type';

/** Something that a document can break. */
export interface SchemaConstraint extends Place {
  readonly id: string;
  readonly kind: ConstraintKind;
  /** Id of the component that states it. */
  readonly declaration: string;
  /** The `xs:annotation` trees, innermost first. */
  readonly annotations: Component['annotations'];
}

/** Everything that a document can break, by file and line. */
export const constraintsOf = (model: SchemaModel): readonly SchemaConstraint[] => {
  const found = new Map<string, SchemaConstraint>();
  for (const node of allComponents(model))
    for (const constraint of [...constraintsAt(node), ...typeChoice(model, node)])
      if (!found.has(constraint.id)) found.set(constraint.id, constraint);
  const order = new Map(model.files.map((file, index) => [file, index]));
  const rank = (one: SchemaConstraint): number => order.get(one.file) ?? 0;
  const sorted = [...found.values()].sort((one, other) => rank(one) - rank(other) || one.line - other.line);
  return [wholeDocument(model, 'root', model.root), ...tieConstraints(model), ...sorted];
};

/** Where `xsi:type` has something to choose from, it must be one of those (part 1, 3.3.4 clause 4). */
const typeChoice = (model: SchemaModel, node: Node): readonly SchemaConstraint[] =>
  node.kind === 'element' && node.type.kind === 'complex' && (model.derived.get(node.type) ?? []).length > 0
    ? [stated(node, 'xsi-type')]
    : [];

/** A constraint that no component states. */
const wholeDocument = (model: SchemaModel, kind: ConstraintKind, id: string): SchemaConstraint => ({
  id,
  kind,
  declaration: model.root,
  file: model.entry,
  line: 1,
  annotations: [],
});

/** Ids of the constraints that each ID is there once, and that each IDREF has one (part 1, 3.15.4). */
export const tieIds = ({ entry }: SchemaModel): { readonly id: string; readonly idref: string } => ({
  id: `${entry}#id`,
  idref: `${entry}#idref`,
});

const tieConstraints = (model: SchemaModel): readonly SchemaConstraint[] => {
  const used = [...allComponents(model)].flatMap(simpleTypesAt);
  const ids = tieIds(model);
  return [
    ...(used.some((type) => holds(type, 'ID')) ? [wholeDocument(model, 'id', ids.id)] : []),
    ...(used.some((type) => holds(type, 'IDREF')) ? [wholeDocument(model, 'idref', ids.idref)] : []),
  ];
};

const simpleTypesAt = (node: Node): readonly SimpleType[] => {
  if (node.kind === 'attribute') return [node.type];
  if (node.kind === 'element') return node.type.kind === 'simple' ? [node.type] : [];
  return node.kind === 'complex' && node.simple !== undefined ? [node.simple] : [];
};

const holds = (type: SimpleType, name: string): boolean =>
  type.variety === 'list' && type.item !== undefined
    ? holds(type.item, name)
    : type.variety === 'atomic' && derivesFrom(type, name);

const derivesFrom = (type: SimpleType, name: string): boolean =>
  (type.builtin && type.name?.name === name) || (type.base !== undefined && derivesFrom(type.base, name));

const constraintsAt = (node: Node): readonly SchemaConstraint[] => {
  switch (node.kind) {
    case 'element':
      return elementConstraints(node);
    case 'attribute':
      return [...typeConstraint(node, node.type), ...fixedConstraint(node, node.value?.kind)];
    case 'use':
      return useConstraints(node);
    case 'simple':
      return simpleConstraints(node);
    case 'complex':
      return complexConstraints(node);
    case 'any':
      return node.process === 'strict' ? [whole(node, 'wildcard')] : [];
    default:
      return groupConstraints(node);
  }
};

/** A constraint whose id is that of its component. */
const whole = (component: Component, kind: ConstraintKind): SchemaConstraint => ({
  id: component.id,
  kind,
  declaration: component.id,
  ...component.place,
  annotations: component.annotations,
});

const stated = (component: Component, kind: ConstraintKind): SchemaConstraint => ({
  ...whole(component, kind),
  id: constraintId(component, kind),
});

const elementConstraints = (element: ElementDeclaration): readonly SchemaConstraint[] => [
  ...(element.type.kind === 'simple' ? typeConstraint(element, element.type) : []),
  ...(element.type.kind === 'simple' ? [stated(element, 'content'), stated(element, 'attributes')] : []),
  ...fixedConstraint(element, element.value?.kind),
  ...(element.nillable ? [stated(element, 'nil')] : []),
  ...(element.abstract ? [stated(element, 'abstract')] : []),
  ...element.identities.map((identity) => whole(identity, identity.kind)),
];

/** The lexical rule of a built-in type belongs to whatever names that type first. */
const typeConstraint = (component: Component, type: SimpleType): readonly SchemaConstraint[] =>
  isBuiltin(type) && hasLexicalRule(type) ? [stated(component, 'type')] : [];

const fixedConstraint = (component: Component, kind: string | undefined): readonly SchemaConstraint[] =>
  kind === 'fixed' ? [stated(component, 'fixed')] : [];

const useConstraints = (use: AttributeUse): readonly SchemaConstraint[] => [
  ...(use.required ? [stated(use, 'use')] : []),
  ...(use.value === use.declaration.value ? [] : fixedConstraint(use, use.value?.kind)),
];

const simpleConstraints = (type: SimpleType): readonly SchemaConstraint[] => {
  const { base } = type;
  const own = base !== undefined && isBuiltin(base) && (type.item === undefined || isBuiltin(type.item));
  return [
    ...(own && hasLexicalRule(type) ? [stated(type, 'type')] : []),
    ...type.facets.filter(canBeBroken).map((facet) => facetConstraint(facet, type)),
  ];
};

const canBeBroken = (facet: Facet): boolean =>
  facet.kind !== 'whiteSpace' && !(facet.kind === 'minLength' && Number(facet.values[0]?.text) === 0);

const facetConstraint = (facet: Facet, type: SimpleType): SchemaConstraint => ({
  id: facet.id,
  kind: facet.kind,
  declaration: type.id,
  ...facet.place,
  annotations: facet.annotations,
});

const complexConstraints = (type: ComplexType): readonly SchemaConstraint[] => [
  ...(type.simple !== undefined && type.base.kind === 'simple' ? typeConstraint(type, type.base) : []),
  ...(takesAnyElement(type.particle) ? [] : [stated(type, 'content')]),
  ...(type.anyAttribute !== undefined && isOpen(type.anyAttribute) ? [] : [stated(type, 'attributes')]),
  ...(type.mixed || type.simple !== undefined ? [] : [stated(type, 'text')]),
  ...(type.abstract ? [stated(type, 'abstract')] : []),
  ...type.prohibited.map((one) => whole(one, 'prohibited')),
  ...(type.particle === undefined ? [] : occurrenceConstraints(type.particle)),
];

const takesAnyElement = (particle: Particle | undefined): boolean => {
  if (particle === undefined || particle.term.kind === 'element') return false;
  return particle.term.kind === 'any' ? isOpen(particle.term) : particle.term.particles.some(takesAnyElement);
};

const isOpen = (wildcard: Wildcard): boolean => wildcard.namespaces.kind === 'any';

const groupConstraints = (group: ModelGroup): readonly SchemaConstraint[] => [
  ...(group.kind === 'sequence' && group.particles.length > 1 ? [whole(group, 'order')] : []),
  ...(group.kind === 'choice' ? [whole(group, 'choice')] : []),
  ...group.particles.flatMap(occurrenceConstraints).filter(({ id }) => !isBranchMinimum(group, id)),
];

/** A choice without its one branch lacks any branch: that is the choice's own constraint. */
const isBranchMinimum = (group: ModelGroup, id: string): boolean =>
  group.kind === 'choice' && group.particles.some(({ claims, min }) => claims['minOccurs'] === id && min === 1);

const occurrenceConstraints = (particle: Particle): readonly SchemaConstraint[] =>
  (['minOccurs', 'maxOccurs'] as const).flatMap((kind): readonly SchemaConstraint[] => {
    const id = particle.claims[kind];
    const { annotations, place } = particle;
    return id === undefined ? [] : [{ id, kind, declaration: id.replace(/\/[^/]*$/, ''), ...place, annotations }];
  });
