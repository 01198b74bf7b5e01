import { anySimpleType } from './builtin-types.ts';
import { constraintId, facetKinds, type Facet, type FacetKind, type FacetValue, type SimpleType } from './model.ts';
import {
  childOf,
  childrenOf,
  derivationsOf,
  describe,
  identify,
  isTrue,
  referenceOf,
  resolveName,
  valueOf,
  type Reading,
} from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** Reads `xs:simpleType` (part 1, 3.14). */
export const readSimpleType = (source: Source, reading: Reading): SimpleType => {
  const step = childOf(source, 'restriction', 'list', 'union');
  if (step === undefined)
    throw new SchemaError(describe(source), source.place, 'it has no xs:restriction, xs:list or xs:union');
  const name = valueOf(source, 'name');
  const common = {
    ...identify(source),
    claims: { ...source.claims, ...step.claims },
    kind: 'simple' as const,
    name: name === undefined ? undefined : { namespace: source.document.targetNamespace, name },
    builtin: false,
    final: derivationsOf(source, 'final'),
  };
  if (step.tag === 'restriction') return { ...common, ...restrict(step, baseOf(step, reading)) };
  const plain = { ...common, base: anySimpleType, facets: [] };
  if (step.tag === 'list') return { ...plain, variety: 'list', item: listItem(step, reading), members: [] };
  return { ...plain, variety: 'union', item: undefined, members: unionMembers(step, reading) };
};

/** What a restriction step takes from its base, with the facets of its own. */
export const restrict = (
  step: Source,
  base: SimpleType,
): Pick<SimpleType, 'variety' | 'base' | 'item' | 'members' | 'facets'> => ({
  variety: base.variety,
  base,
  item: base.item,
  members: base.members,
  facets: readFacets(step),
});

const baseOf = (step: Source, reading: Reading): SimpleType => {
  const inline = childOf(step, 'simpleType');
  return inline === undefined ? simpleTypeAt(step, 'base', reading) : reading.simpleType(inline);
};

const listItem = (step: Source, reading: Reading): SimpleType => {
  const inline = childOf(step, 'simpleType');
  return inline === undefined ? simpleTypeAt(step, 'itemType', reading) : reading.simpleType(inline);
};

const unionMembers = (step: Source, reading: Reading): readonly SimpleType[] => {
  const names =
    valueOf(step, 'memberTypes')
      ?.split(/\s+/)
      .filter((word) => word !== '') ?? [];
  const members = [
    ...names.map((word) => simpleTypeNamed(word, step, reading)),
    ...childrenOf(step, 'simpleType').map(reading.simpleType),
  ];
  if (members.length === 0) throw new SchemaError('xs:union', step.place, 'it has no member types');
  return members;
};

/** The simple type that an attribute such as `type` or `base` names. */
export const simpleTypeAt = (source: Source, attribute: string, reading: Reading): SimpleType => {
  const name = referenceOf(source, attribute);
  if (name === undefined) throw new SchemaError(describe(source), source.place, `it has no '${attribute}'`);
  return expectSimple(reading.typeNamed(name, source), source, name.name);
};

const simpleTypeNamed = (word: string, source: Source, reading: Reading): SimpleType =>
  expectSimple(reading.typeNamed(resolveName(word, source), source), source, word);

const expectSimple = (type: ReturnType<Reading['typeNamed']>, source: Source, name: string): SimpleType => {
  if (type.kind === 'simple') return type;
  throw new SchemaError(describe(source), source.place, `'${name}' is a complex type where a simple one is needed`);
};

const readFacets = (step: Source): readonly Facet[] => {
  const kinds = new Set(step.children.map((child) => child.tag).filter(isFacet));
  return [...kinds].map((kind): Facet => readFacet(kind, childrenOf(step, kind), step));
};

const readFacet = (kind: FacetKind, sources: readonly Source[], step: Source): Facet => {
  const [first = step] = sources;
  if (sources.length > 1 && kind !== 'pattern' && kind !== 'enumeration')
    throw new SchemaError(`xs:${kind}`, sources[1]?.place ?? step.place, 'it stands twice in one restriction');
  return {
    id: constraintId(step, kind),
    kind,
    values: sources.map(facetValue),
    fixed: isTrue(first, 'fixed'),
    place: first.place,
    annotations: sources.length === 1 ? first.annotations : [...step.annotations, ...first.annotations],
  };
};

/** Taken as written: white space can matter in an enumeration or pattern. */
const facetValue = (source: Source): FacetValue => {
  const value = source.element.attributes.find((one) => one.name === 'value' && one.namespace === '');
  if (value === undefined) throw new SchemaError(`xs:${source.tag}`, source.place, "it has no 'value'");
  return { text: value.value, place: source.place, annotations: source.annotations, prefixes: source.scope };
};

const isFacet = (tag: string): tag is FacetKind => facetKinds.some((kind) => kind === tag);
