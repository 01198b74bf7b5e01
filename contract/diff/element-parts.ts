import { isLeaf } from '#xml/schema/content';
import { leavesOf } from '#xml/schema/leaves';
import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Particle,
  SchemaModel,
  Type,
  Wildcard,
} from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { type Part, factsOf, type Topic } from './part.ts';
import { listsOf, simpleFacts, simpleOf, valueFacts } from './simple-facts.ts';

/** Where elements are looked at: their model, what they are about, and what the root is called whatever its name is. */
export interface Tree {
  readonly model: SchemaModel;
  readonly topic: Topic;
  readonly label: string;
}

/** Every element and attribute below a root by its path of local names, and every list of values; nothing where the root is not there. */
export const elementParts = (tree: Tree, root: QName): readonly Part[] => {
  const declaration = tree.model.elements.get(keyOf(root));
  if (declaration === undefined) return [];
  return [...partsOf({ ...tree, within: [], at: tree.label, namespace: undefined }, declaration, {})];
};

interface Spot extends Tree {
  readonly at: string;
  /** The types around, so that one which holds itself is looked into once. */
  readonly within: readonly Type[];
  /** Namespace of the element around it: only another one is told. */
  readonly namespace: string | undefined;
  /** Whether it is in a type that `xsi:type` names. */
  readonly isDerived?: boolean;
}

type Facts = Part['facts'];

function* partsOf(spot: Spot, element: ElementDeclaration, around: Facts): Generator<Part> {
  const { type } = element;
  const simple = simpleOf(type);
  const facts = factsOf({
    namespace: element.name.namespace === spot.namespace ? undefined : element.name.namespace,
    ...around,
    ...(simple === undefined ? {} : simpleFacts(simple)),
    ...valueFacts(element.value),
    nillable: element.nillable ? 'true' : undefined,
    types: namesOf(derivedOf(spot.model, type)),
    order: type.kind === 'complex' ? orderIn(type) : undefined,
  });
  yield { topic: spot.topic, at: spot.at, facts };
  if (simple !== undefined) yield* listParts(simple);
  if (type.kind === 'complex' && !spot.within.includes(type))
    yield* familyParts({ ...spot, within: [...spot.within, type], namespace: element.name.namespace }, type);
}

/** What a type holds, and what each that is derived from it holds otherwise; families inside such a one are not followed again. */
function* familyParts(spot: Spot, type: ComplexType): Generator<Part> {
  const usual = [...contentParts(spot, type)];
  yield* usual;
  if (spot.isDerived === true) return;
  const known = new Set(usual.map((part) => withinSpot(part, spot.at)));
  for (const one of derivedOf(spot.model, type)) {
    if (one.kind !== 'complex' || spot.within.includes(one)) continue;
    const at = `${spot.at}[${one.name?.name ?? ''}]`;
    for (const part of contentParts({ ...spot, at, isDerived: true, within: [...spot.within, one] }, one))
      if (!known.has(withinSpot(part, at))) yield part;
  }
}

const withinSpot = ({ topic, at, facts }: Part, spot: string): string =>
  JSON.stringify([topic, topic === 'lists' ? at : at.slice(spot.length), facts]);

/** What `xsi:type` may name in place of a type; of those of XSD itself nearly all descend. */
const derivedOf = ({ derived }: SchemaModel, type: Type): readonly Type[] =>
  type.kind === 'simple' && type.builtin ? [] : (derived.get(type) ?? []);

const namesOf = (types: readonly Type[]): string | undefined =>
  types.length === 0
    ? undefined
    : types
        .map(({ name }) => name?.name ?? '')
        .sort()
        .join(', ');

function* listParts(type: NonNullable<ReturnType<typeof simpleOf>>): Generator<Part> {
  for (const { name, values } of listsOf(type))
    yield { topic: 'lists', at: name, facts: {}, values: new Map(values.map((value) => [value, ''])) };
}

function* contentParts(spot: Spot, type: ComplexType): Generator<Part> {
  for (const use of type.attributes) yield* attributeParts(spot, use);
  for (const { term, ...facts } of type.particle === undefined ? [] : childrenIn(type.particle)) {
    if (term.kind === 'any') yield { topic: spot.topic, at: `${spot.at}/*`, facts: { ...facts, type: anyIn(term) } };
    else
      for (const one of [term, ...(spot.model.substitutes.get(keyOf(term.name)) ?? [])])
        yield* partsOf({ ...spot, at: `${spot.at}/${one.name.name}` }, one, facts);
  }
}

const anyIn = ({ namespaces }: Wildcard): string => {
  if (namespaces.kind === 'any') return 'any';
  return namespaces.kind === 'not' ? `not ${namespaces.namespace}` : namespaces.namespaces.join(' ');
};

function* attributeParts(spot: Spot, { declaration, required, value }: AttributeUse): Generator<Part> {
  const facts = factsOf({
    namespace: declaration.name.namespace,
    occurs: required ? '1' : '0..1',
    ...simpleFacts(declaration.type),
    ...valueFacts(value),
  });
  yield { topic: spot.topic, at: `${spot.at}/@${declaration.name.name}`, facts };
  yield* listParts(declaration.type);
}

interface Child extends Facts {
  readonly term: ElementDeclaration | Wildcard;
}

/** The children that a particle has room for, each with how often, and what may stand in its place. */
const childrenIn = (particle: Particle): readonly Child[] =>
  leavesWithin(particle, { min: 1, max: 1, choice: undefined }).map(({ term, min, max, choice }) => ({
    term,
    ...factsOf({ occurs: rangeOf(min, max), choice }),
  }));

/** The names of the children in their order, with `&` between those that may stand in any. */
const orderIn = ({ particle }: ComplexType): string | undefined => {
  if (particle === undefined) return undefined;
  return leavesOf(particle)
    .map(({ term }) => (isLeaf(term) ? labelOf(term) : ''))
    .join(particle.term.kind === 'all' ? ' & ' : ', ');
};

interface Leaf {
  readonly term: ElementDeclaration | Wildcard;
  readonly min: number;
  readonly max: number;
  /** The names of what it stands in the place of. */
  readonly choice: string | undefined;
}

const leavesWithin = ({ term, min, max }: Particle, around: Omit<Leaf, 'term'>): readonly Leaf[] => {
  const range = { min: min * around.min, max: max === 0 ? 0 : max * around.max };
  if (isLeaf(term)) return [{ term, ...range, choice: around.choice }];
  const isChoice = term.kind === 'choice' && term.particles.length > 1;
  const names = isChoice ? term.particles.map((one) => labelIn(one)).join(' | ') : around.choice;
  const inner = { ...range, min: isChoice ? 0 : range.min, choice: names };
  return term.particles.flatMap((one) => leavesWithin(one, inner));
};

const labelIn = ({ term }: Particle): string =>
  isLeaf(term) ? labelOf(term) : `(${term.particles.map(labelIn).join(' ')})`;

const labelOf = (term: ElementDeclaration | Wildcard): string => (term.kind === 'any' ? '*' : term.name.name);

const rangeOf = (min: number, max: number): string => {
  if (min === max) return String(min);
  return `${String(min)}..${max === Infinity ? 'n' : String(max)}`;
};
