import type { SimpleType } from '#xml/schema/model';
import { qualify, type Scope } from '#xml/schema/names';
import { createCheck } from './check.ts';
import { holdsNames } from './holds-names.ts';
import type { PrefixTable, Stated } from './prefix-table.ts';
import { wordsOf } from './words.ts';

/** The prefixes that a text of names relies on: those of the table, and others with a namespace of their own. */
export const prefixesIn = (table: PrefixTable, text: string): Scope =>
  Object.fromEntries(
    wordsIn(text).flatMap((word) => {
      const [prefix, local] = word.split(':');
      if (prefix === undefined || local === undefined || prefix === 'xml' || !isPrefix.test(prefix)) return [];
      return [[prefix, table.namespaceOf(prefix) ?? `urn:example:${ascii(prefix)}`]];
    }),
  );

const wordsIn = (text: string): readonly string[] => wordsOf(text.replace(/[\t\n\r]/g, ' '));

/** Prefixes that every edition of XML allows. */
const isPrefix = /^[\p{L}_][\p{L}\p{Nd}._-]*$/u;

/** A prefix as part of a URI. */
const ascii = (prefix: string): string => encodeURIComponent(prefix).replaceAll('%', '-');

/** A stated name as a document writes it: with the prefix that means there what its own means in the schema, a default namespace included. */
const writtenName = (table: PrefixTable, { text, prefixes }: Stated): string => {
  const own = text.trim();
  const name = qualify(own, prefixes);
  if (name === undefined || name.namespace === '') return own;
  const [prefix = '', local] = own.split(':');
  if (local !== undefined && table.namespaceOf(prefix) === name.namespace) return own;
  const known = table.prefixOf(name.namespace);
  return known === undefined ? own : `${known}:${name.name}`;
};

/** Text of a schema as a document writes it, each word of a list by itself, and that of a union as the member writes it that takes it. */
export const writtenText = (table: PrefixTable, type: SimpleType, { text, prefixes }: Stated): string => {
  if (!holdsNames(type)) return text;
  if (type.variety === 'atomic') return writtenName(table, { text, prefixes });
  if (type.variety === 'union') {
    const member = memberFor(type, { text, prefixes });
    return member === undefined ? text : writtenText(table, member, { text, prefixes });
  }
  return wordsIn(text)
    .map((word) => (type.item === undefined ? word : writtenText(table, type.item, { text: word, prefixes })))
    .join(' ');
};

/** The first member of a union that takes a text (part 2, 2.5.1.3). */
const memberFor = ({ members }: SimpleType, { text, prefixes }: Stated): SimpleType | undefined => {
  const check = createCheck();
  return members.find((member) => check(member, text, prefixes) !== 'no');
};
