/** A value in a text that looks like XML: of an element, or of an attribute of it. */
export interface MarkupValue {
  /** Local names from the outermost element. */
  readonly elements: readonly string[];
  readonly attribute: string | undefined;
  readonly value: string;
  /** The same without the texts of elements inside it. */
  readonly own: string;
}

/** Nothing that is looked for is longer; the start is enough to see a mark. */
const longest = 10_000;

/** What a reference that nobody knows becomes: no value that is looked for has it. */
const unknownReference = '\uFFFD';

/** No piece but a comment, CDATA, an instruction or a short DTD goes on past the next `<`, so that none is looked for twice. */
const piece =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<!DOCTYPE[^[<>]*(?:\[[^\]]{0,1000}\]\s*)?>|<\/([^\s<>]*)[^<>]*>|<([^\s/<>!?"'=]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)|</gu;
const attributePattern = /(?<![^\s=/>"'])([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Reads values as a careless reader may: in any order, whatever is well-formed, valid or in its place; linear, and never throws. */
export const markupValues = (text: string): readonly MarkupValue[] => {
  const reading: Reading = { found: [], open: [] };
  for (const [whole, cdata, ending, beginning, attributes = '', plain] of text.matchAll(piece)) {
    add(reading, cdata ?? (plain === undefined ? '' : resolved(plain)));
    if (beginning !== undefined) begin(reading, localName(beginning), attributes);
    if (beginning !== undefined && whole.endsWith('/>')) end(reading);
    if (ending !== undefined) endNamed(reading, localName(ending));
  }
  while (reading.open.length > 0) end(reading);
  return reading.found;
};

interface Reading {
  readonly found: MarkupValue[];
  readonly open: { readonly name: string; text: string; own: string }[];
}

/** No name of a use is longer. */
const namesOf = ({ open }: Reading): readonly string[] => open.slice(-mostNames).map(({ name }) => name);

const mostNames = 12;

const add = ({ open }: Reading, text: string, isOwn = true): void => {
  const last = open.at(-1);
  if (last === undefined || last.text.length >= longest) return;
  last.text += text.slice(0, longest);
  if (isOwn) last.own += text.slice(0, longest);
};

const begin = (reading: Reading, name: string, attributes: string): void => {
  reading.open.push({ name, text: '', own: '' });
  const elements = namesOf(reading);
  for (const one of attributesIn(attributes)) reading.found.push({ elements, ...one });
};

const end = (reading: Reading): void => {
  const elements = namesOf(reading);
  const last = reading.open.pop();
  if (last === undefined) return;
  reading.found.push({ elements, attribute: undefined, value: last.text, own: last.own });
  add(reading, last.text, false);
};

/** An end without its beginning is passed over; one that comes too early ends what it stands around. */
const endNamed = (reading: Reading, name: string): void => {
  const depth = reading.open.findLastIndex((one) => one.name === name);
  while (depth >= 0 && reading.open.length > depth) end(reading);
};

const attributesIn = (text: string): readonly Omit<MarkupValue, 'elements'>[] =>
  Array.from(text.matchAll(attributePattern), ([, name = '', double, single]) => {
    const value = resolved(double ?? single ?? '');
    return { attribute: localName(name), value, own: value };
  });

/** A namespace declaration keeps its prefix: it is no attribute of that name. */
const localName = (name: string): string => (name.startsWith('xmlns:') ? name : name.slice(name.indexOf(':') + 1));

const predefined: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

const resolved = (text: string): string => (text.includes('&') ? text.replaceAll(referencePattern, meant) : text);

const referencePattern = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[\w.-]+);?/giu;

const meant = (reference: string): string => {
  const name = reference.replace(/^&|;$/g, '');
  const code = name.startsWith('#') ? Number(name.replace('#', '').replace(/^(?=x)/i, '0')) : undefined;
  if (code === undefined) return predefined.get(name) ?? unknownReference;
  return code <= 0x10ffff ? String.fromCodePoint(code) : unknownReference;
};
