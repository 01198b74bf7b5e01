import type { FacetValue, SimpleType } from '#xml/schema/model';
import { qualify, type Scope } from '#xml/schema/names';
import { builtinsOf } from './atomic.ts';
import { facetsOf } from './check.ts';
import { wordsOf } from './words.ts';

/** Tells whether values of the type hold qualified names, whose prefixes must be declared where they stand. */
export const holdsNames = (type: SimpleType): boolean => {
  if (type.variety === 'list') return type.item !== undefined && holdsNames(type.item);
  if (type.variety === 'union') return type.members.some(holdsNames);
  return builtinsOf(type).some((name) => name === 'QName' || name === 'NOTATION');
};

/** The prefixes that a text of such a type relies on. */
export const prefixesIn = (type: SimpleType, text: string): Scope =>
  Object.fromEntries(
    wordsOf(text.replace(/[\t\n\r]/g, ' ')).flatMap((word) => {
      const [prefix, local] = word.split(':');
      if (prefix === undefined || local === undefined || prefix === 'xml' || !isPrefix.test(prefix)) return [];
      return [[prefix, listedNamespace(type, word) ?? `urn:example:${ascii(prefix)}`]];
    }),
  );

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
export const writtenName = (value: Pick<FacetValue, 'text' | 'prefixes'>): string => {
  const text = value.text.trim();
  const name = qualify(text, value.prefixes);
  if (name === undefined || name.namespace === '' || text.includes(':')) return text;
  const known = Object.entries(value.prefixes).find(([prefix, one]) => prefix !== '' && one === name.namespace);
  return `${known?.[0] ?? 'q'}:${text}`;
};

/** Fixed text of a type as a document writes it. */
export const writtenText = (type: SimpleType, { text, prefixes }: Pick<FacetValue, 'text' | 'prefixes'>): string =>
  holdsNames(type) && type.variety === 'atomic' ? writtenName({ text, prefixes }) : text;

/** The prefixes that fixed text relies on, with what they mean in the schema. */
export const prefixesOfFixed = (type: SimpleType, { text, prefixes }: Pick<FacetValue, 'text' | 'prefixes'>): Scope => {
  if (!holdsNames(type)) return {};
  const [prefix, local] = writtenText(type, { text, prefixes }).trim().split(':');
  const namespace = qualify(text, prefixes)?.namespace;
  return prefix === undefined || local === undefined || namespace === undefined ? {} : { [prefix]: namespace };
};
