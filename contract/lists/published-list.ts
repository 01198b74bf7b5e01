import * as v from 'valibot';
import { ContractError, wholeFile } from '../folder/contract-error.ts';
import { isDay } from '../texts/is-day.ts';

/** One thing of a list that KOOP publishes. */
export interface PublishedEntry {
  /** What it is called, in each of the ways that the list has; the first is the plainest. */
  readonly names: readonly string[];
  /** Its address, and its short code where it has one. */
  readonly codes: readonly string[];
  /** What kind of thing it is, by the last part of its type: `Gemeente`. */
  readonly kind: string;
  /** YYYY-MM-DD; the last day is one of those on which it holds. */
  readonly begin: string | undefined;
  readonly end: string | undefined;
}

const tooi = 'https://identifier.overheid.nl/tooi/def/ont/';

/** Properties of JSON-LD that hold a name, the plainest first. */
const naming = [
  `${tooi}officieleNaamExclSoort`,
  `${tooi}voorkeursnaamExclSoort`,
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://www.w3.org/2000/01/rdf-schema#label',
  `${tooi}officieleNaamInclSoort`,
  `${tooi}voorkeursnaamInclSoort`,
] as const;

/** Properties that hold a code, the plainest first: that of all organisations, that of one kind of them, and the name in OWMS. */
const coding = [
  `${tooi}organisatiecode`,
  'http://www.w3.org/2004/02/skos/core#notation',
  ...['gemeentecode', 'provinciecode', 'waterschapscode', 'owmsId'].map((name) => tooi + name),
];

const value = v.object({
  '@value': v.optional(v.union([v.string(), v.number()])),
  '@language': v.optional(v.string()),
});
const node = v.looseObject({ '@id': v.optional(v.string()), '@type': v.optional(v.array(v.string())) });
const list = v.array(node);

type Node = v.InferOutput<typeof node>;

/** Reads a list as KOOP publishes it (TOOI, expanded JSON-LD): what it names now and named before; throws `ContractError`. */
export const readPublishedList = (file: string, bytes: Uint8Array): readonly PublishedEntry[] => {
  const said = jsonIn(file, bytes);
  const nodes = v.is(v.object({ '@graph': list }), said) ? said['@graph'] : said;
  if (!v.is(list, nodes)) throw notOne(file);
  const entries = nodes.filter(isEntry).flatMap((one) => entryOf(one, file));
  if (entries.length === 0) throw notOne(file);
  return entries;
};

/** JSON is in UTF-8 (RFC 8259, 8.1); throws `ContractError` for another encoding. */
const textIn = (file: string, bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const isWide =
    first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) throw new ContractError(wholeFile(file), 'the file is UTF-16; save it as UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ContractError(wholeFile(file), 'the file is not UTF-8; save it as UTF-8', error);
  }
};

const jsonIn = (file: string, bytes: Uint8Array): unknown => {
  const text = textIn(file, bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContractError(wholeFile(file), 'this is no JSON; give a list as KOOP publishes it, in JSON', error);
  }
};

const notOne = (file: string): ContractError =>
  new ContractError(
    wholeFile(file),
    'this is no list of KOOP: it has nothing with a name in JSON-LD; give the JSON of a list at standaarden.overheid.nl/tooi/waardelijsten',
  );

/** What a list says of itself, of changes, and of what things were before is none of its entries. */
const isEntry = (one: Node): boolean =>
  one['@id'] !== undefined &&
  (one['@type'] ?? []).every(
    (type) =>
      !/(HistorischeVersie|Oprichting|Opheffing|Toestandswijziging|Samenvoeging|Uitbreiding|waardelijst\w*|Ontology|ConceptScheme)$/i.test(
        type,
      ),
  );

const entryOf = (one: Node, file: string): readonly PublishedEntry[] => {
  const names = [...new Set(naming.flatMap((key) => textsAt(one, key)))];
  if (names.length === 0) return [];
  const kind = (one['@type'] ?? []).map((type) => type.split(/[/#]/).at(-1) ?? '').find((type) => type !== 'Concept');
  return [
    {
      names,
      codes: [one['@id'] ?? '', ...coding.flatMap((key) => textsAt(one, key))],
      kind: kind ?? '',
      begin: dayAt(one, 'begindatum', file),
      end: dayAt(one, 'einddatum', file),
    },
  ];
};

/** The texts of a property, those in other languages left out. */
const textsAt = (one: Node, key: string): readonly string[] => {
  const said = one[key];
  if (!v.is(v.array(value), said)) return [];
  return said.flatMap((each) =>
    each['@value'] === undefined || !['nl', undefined].includes(each['@language'])
      ? []
      : [String(each['@value']).trim()],
  );
};

/** The day of a date or a moment. */
const dayAt = (one: Node, name: string, file: string): string | undefined => {
  const [said] = textsAt(one, tooi + name);
  const day = said?.slice(0, 10);
  if (said === undefined || said === '') return undefined;
  if (day !== undefined && isDay(day) && /^(?:$|[T Z+-])/.test(said.slice(10))) return day;
  throw new ContractError(
    wholeFile(file),
    `the ${name} of ${one['@id'] ?? ''} is "${said}", which is no date; write it as YYYY-MM-DD`,
  );
};
