import type { ComplexType, Component, Facet, FacetKind, SimpleType, Wildcard } from './model.ts';
import { xsd } from './names.ts';

const place = { file: 'XMLSchema.xsd', line: 0 };

/** Does XSD itself define the component. */
export const isBuiltin = (component: Component): boolean => component.place === place;

/** Name, base, and the facets that part 2 gives to the type. */
type Row = readonly [name: string, base: string, facets?: Readonly<Partial<Record<FacetKind, string>>>];

const collapse = { whiteSpace: 'collapse' } as const;

/** The built-in types of part 2, section 3, primitives first; lists stand in `lists`. */
const rows: readonly Row[] = [
  ['string', 'anySimpleType', { whiteSpace: 'preserve' }],
  ['boolean', 'anySimpleType', collapse],
  ['decimal', 'anySimpleType', collapse],
  ['float', 'anySimpleType', collapse],
  ['double', 'anySimpleType', collapse],
  ['duration', 'anySimpleType', collapse],
  ['dateTime', 'anySimpleType', collapse],
  ['time', 'anySimpleType', collapse],
  ['date', 'anySimpleType', collapse],
  ['gYearMonth', 'anySimpleType', collapse],
  ['gYear', 'anySimpleType', collapse],
  ['gMonthDay', 'anySimpleType', collapse],
  ['gDay', 'anySimpleType', collapse],
  ['gMonth', 'anySimpleType', collapse],
  ['hexBinary', 'anySimpleType', collapse],
  ['base64Binary', 'anySimpleType', collapse],
  ['anyURI', 'anySimpleType', collapse],
  ['QName', 'anySimpleType', collapse],
  ['NOTATION', 'anySimpleType', collapse],
  ['normalizedString', 'string', { whiteSpace: 'replace' }],
  ['token', 'normalizedString', collapse],
  ['language', 'token', { pattern: '[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*' }],
  ['NMTOKEN', 'token', { pattern: '\\c+' }],
  ['Name', 'token', { pattern: '\\i\\c*' }],
  ['NCName', 'Name', { pattern: '[\\i-[:]][\\c-[:]]*' }],
  ['ID', 'NCName'],
  ['IDREF', 'NCName'],
  ['ENTITY', 'NCName'],
  ['integer', 'decimal', { fractionDigits: '0' }],
  ['nonPositiveInteger', 'integer', { maxInclusive: '0' }],
  ['negativeInteger', 'nonPositiveInteger', { maxInclusive: '-1' }],
  ['long', 'integer', { minInclusive: '-9223372036854775808', maxInclusive: '9223372036854775807' }],
  ['int', 'long', { minInclusive: '-2147483648', maxInclusive: '2147483647' }],
  ['short', 'int', { minInclusive: '-32768', maxInclusive: '32767' }],
  ['byte', 'short', { minInclusive: '-128', maxInclusive: '127' }],
  ['nonNegativeInteger', 'integer', { minInclusive: '0' }],
  ['unsignedLong', 'nonNegativeInteger', { maxInclusive: '18446744073709551615' }],
  ['unsignedInt', 'unsignedLong', { maxInclusive: '4294967295' }],
  ['unsignedShort', 'unsignedInt', { maxInclusive: '65535' }],
  ['unsignedByte', 'unsignedShort', { maxInclusive: '255' }],
  ['positiveInteger', 'nonNegativeInteger', { minInclusive: '1' }],
];

const lists: readonly Row[] = [
  ['NMTOKENS', 'NMTOKEN'],
  ['IDREFS', 'IDREF'],
  ['ENTITIES', 'ENTITY'],
];

const component = (name: string) => ({
  kind: 'simple' as const,
  id: `XMLSchema.xsd#${name}`,
  claims: {},
  place,
  annotations: [],
  name: { namespace: xsd, name },
  builtin: true,
  members: [],
  final: [],
});

const facetsOf = (name: string, facets: Row[2]): readonly Facet[] =>
  Object.entries(facets ?? {}).map(([kind, text]) => ({
    id: `XMLSchema.xsd#${name}/${kind}`,
    kind: kind as FacetKind,
    values: [{ text, place, annotations: [], prefixes: {} }],
    fixed: kind === 'whiteSpace',
    place,
    annotations: [],
  }));

/** The root of all simple types. */
export const anySimpleType: SimpleType = {
  ...component('anySimpleType'),
  variety: 'any',
  base: undefined,
  facets: [],
  item: undefined,
};

const buildTypes = (): ReadonlyMap<string, SimpleType> => {
  const types = new Map<string, SimpleType>([['anySimpleType', anySimpleType]]);
  const named = (name: string): SimpleType => types.get(name) ?? anySimpleType;
  for (const [name, base, facets] of rows)
    types.set(name, {
      ...component(name),
      variety: 'atomic',
      base: named(base),
      facets: facetsOf(name, facets),
      item: undefined,
    });
  for (const [name, item] of lists)
    types.set(name, {
      ...component(name),
      variety: 'list',
      base: anySimpleType,
      facets: facetsOf(name, { minLength: '1', whiteSpace: 'collapse' }),
      item: named(item),
    });
  return types;
};

/** The simple types that XSD itself defines, by local name. */
export const builtinTypes: ReadonlyMap<string, SimpleType> = buildTypes();

const anything: Wildcard = {
  kind: 'any',
  id: 'XMLSchema.xsd#anyType/any',
  claims: {},
  place,
  annotations: [],
  namespaces: { kind: 'any' },
  process: 'lax',
};

/** xs:string. */
export const stringType: SimpleType = builtinTypes.get('string') ?? anySimpleType;

/** The root of all types: anything goes (part 1, 3.4.7). */
export const anyType: ComplexType = {
  kind: 'complex',
  id: 'XMLSchema.xsd#anyType',
  claims: {},
  place,
  annotations: [],
  name: { namespace: xsd, name: 'anyType' },
  get base() {
    return anyType;
  },
  derivation: 'restriction',
  abstract: false,
  mixed: true,
  simple: undefined,
  particle: {
    claims: {},
    place,
    annotations: [],
    min: 0,
    max: Infinity,
    term: anything,
  },
  attributes: [],
  prohibited: [],
  anyAttribute: anything,
  block: [],
  final: [],
};
