import type { SimpleType, Type } from '#xml/schema/model';
import { elementsOf, textOf, type XmlElement } from '#xml/tree';

/** Characters of a name; what is longer explains more than it names. */
const most = 60;

/** Codes of a list by what their documentation calls them; none where two have one name. */
export const codeNames = (type: Type, values: readonly string[]): ReadonlyMap<string, string> => {
  const notes = notesIn(type.kind === 'simple' ? type : type.simple);
  const named = values.filter(isCode).flatMap((value) => {
    const name = nameIn(value, notes.get(value) ?? '');
    return name === '' ? [] : [[name, value] as const];
  });
  const names = new Map(named);
  const taken = [...values.filter((value) => !isCode(value)), ...names.keys()];
  return names.size === named.length && new Set(taken).size === taken.length ? names : new Map();
};

/** Whether a value says nothing to people: no word of three letters, or a few capitals. */
export const isCode = (value: string): boolean =>
  !/\p{L}{3}/u.test(value) || (value.length <= 5 && !/\p{Ll}/u.test(value));

/** What stands between a code and its name; without it a note only begins with the same letters. */
const separator = /^(?:\s*[=:–-]|[.)](?=\s))\s*|^\s+/;

/** `1 = Aanvraag. For permits.` names 1 as Aanvraag. */
const nameIn = (value: string, note: string): string => {
  const after = note.startsWith(value) ? note.slice(value.length) : '';
  const bare = separator.test(after) ? after.replace(separator, '') : note;
  const [name = ''] = bare.split(/[.;:](?:\s|$)/);
  return name.length <= most && /\p{L}{2}/u.test(name) ? name.trim() : '';
};

/** What the documentation of the values of a list says of each. */
export const notesIn = (type: SimpleType | undefined): ReadonlyMap<string, string> => {
  if (type === undefined) return new Map();
  const own = type.facets.flatMap(({ kind, values }) => (kind === 'enumeration' ? values : []));
  const inherited = [...notesIn(type.base), ...type.members.flatMap((one) => [...notesIn(one)])];
  return new Map([...inherited, ...own.map(({ text, annotations }) => [text, noteIn(annotations)] as const)]);
};

const noteIn = (annotations: readonly XmlElement[]): string => {
  const [note] = annotations.flatMap((one) => elementsOf(one).filter(({ name }) => name === 'documentation'));
  return note === undefined ? '' : textOf(note).replace(/\s+/g, ' ').trim();
};
