import type { FacetValue, SimpleType } from '#xml/schema/model';
import { qualify, type Scope } from '#xml/schema/names';
import { createCheck, facetsOf } from './check.ts';
import { holdsNames } from './holds-names.ts';
import { wordsOf } from './words.ts';

/** The prefixes that a text of such a type relies on: those of a listed value mean what they do in the schema. */
export const prefixesIn = (type: SimpleType, text: string): Scope => {
  const listed = wholeValuesOf(type).find((value) => sameWords(writtenText(type, value), text));
  return { ...wordPrefixes(type, text), ...(listed === undefined ? {} : prefixesOfFixed(type, listed)) };
};

/** The values that the facets of a type list, those of its items aside. */
const wholeValuesOf = (type: SimpleType): readonly FacetValue[] => [
  ...facetsOf(type).flatMap((facet) => (facet.kind === 'enumeration' ? facet.values : [])),
  ...type.members.flatMap(wholeValuesOf),
];

const wordPrefixes = (type: SimpleType, text: string): Scope =>
  Object.fromEntries(
    wordsIn(text).flatMap((word) => {
      const [prefix, local] = word.split(':');
      if (prefix === undefined || local === undefined || prefix === 'xml' || !isPrefix.test(prefix)) return [];
      return [[prefix, listedNamespace(type, word) ?? `urn:example:${ascii(prefix)}`]];
    }),
  );

const wordsIn = (text: string): readonly string[] => wordsOf(text.replace(/[\t\n\r]/g, ' '));

const sameWords = (one: string, other: string): boolean => wordsIn(one).join(' ') === wordsIn(other).join(' ');

/** Prefixes that every edition of XML allows. */
const isPrefix = /^[\p{L}_][\p{L}\p{Nd}._-]*$/u;

/** A prefix as part of a URI. */
const ascii = (prefix: string): string => encodeURIComponent(prefix).replaceAll('%', '-');

const listedNamespace = (type: SimpleType, word: string): string | undefined => {
  const listed = enumeratedIn(type).find((value) => writtenName(value) === word);
  return listed === undefined ? undefined : qualify(listed.text, listed.prefixes)?.namespace;
};

const enumeratedIn = (type: SimpleType): readonly FacetValue[] => [
  ...facetsOf(type).flatMap((facet) => (facet.kind === 'enumeration' ? facet.values : [])),
  ...(type.item === undefined ? [] : enumeratedIn(type.item)),
  ...type.members.flatMap(enumeratedIn),
];

/** A listed name as a document writes it: one in the default namespace of the schema gets a prefix, since a document has its own. */
const writtenName = (value: Written): string => {
  const text = value.text.trim();
  const name = qualify(text, value.prefixes);
  if (name === undefined || name.namespace === '' || text.includes(':')) return text;
  const known = Object.entries(value.prefixes).find(([prefix, one]) => prefix !== '' && one === name.namespace);
  return `${known?.[0] ?? 'q'}:${text}`;
};

type Written = Pick<FacetValue, 'text' | 'prefixes'>;

/** Text of a schema as a document writes it, each word of a list by itself, and that of a union as the member writes it that takes it. */
export const writtenText = (type: SimpleType, { text, prefixes }: Written): string => {
  if (!holdsNames(type)) return text;
  if (type.variety === 'atomic') return writtenName({ text, prefixes });
  if (type.variety === 'union') {
    const member = memberFor(type, { text, prefixes });
    return member === undefined ? text : writtenText(member, { text, prefixes });
  }
  return wordsIn(text)
    .map((word) => (type.item === undefined ? word : writtenText(type.item, { text: word, prefixes })))
    .join(' ');
};

/** The first member of a union that takes a text (part 2, 2.5.1.3). */
const memberFor = ({ members }: SimpleType, { text, prefixes }: Written): SimpleType | undefined => {
  const check = createCheck();
  return members.find((member) => check(member, text, prefixes) !== 'no');
};

/** The prefixes that fixed or listed text relies on, with what they mean in the schema. */
export const prefixesOfFixed = (type: SimpleType, value: Written): Scope => {
  if (!holdsNames(type)) return {};
  const written = wordsIn(writtenText(type, value));
  return Object.fromEntries(
    wordsIn(value.text).flatMap((word, index) => {
      const [prefix, local] = written[index]?.split(':') ?? [];
      const namespace = qualify(word, value.prefixes)?.namespace;
      return prefix === undefined || local === undefined || namespace === undefined ? [] : [[prefix, namespace]];
    }),
  );
};
