/** Where a value stands in a template: between tags, in an attribute value, at the start of an address, or as attributes. */
export type Hole = 'text' | 'value' | 'address' | 'attributes';

/** A template puts a value where no escaping makes it safe. */
class UnsafeHole extends Error {
  override readonly name = 'UnsafeHole';
}

/** Finds where each value of a template stands. Throws `UnsafeHole` where nothing of others may stand. */
export const holesOf = (strings: readonly string[]): readonly Hole[] => {
  const known = found.get(strings);
  if (known !== undefined) return known;
  const holes = strings.slice(1).map((_, index) => holeAfter(strings.slice(0, index + 1).join(filled)));
  found.set(strings, holes);
  return holes;
};

/** Templates are the same object each time they are evaluated. */
const found = new WeakMap<readonly string[], readonly Hole[]>();

/** Stands for a value, so that it is taken for no part of a name. */
const filled = '\uFFFC';

const wholeTag = /<(?:"[^"]*"|[^"'<>])*>/g;
const rawText = /<(script|style)\b[^<>]*>(?![^]*<\/\1>)/i;

/** Finds where the value of an attribute stands. */
export const holeOfAttribute = (name: string): Hole => {
  if (!/^[a-z][a-z-]*$/.test(name) || /^(?:on|style$|srcdoc$)/.test(name)) throw unsafe(`${name}="`);
  return addresses.has(name) ? 'address' : 'value';
};

const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data']);

const holeAfter = (before: string): Hole => {
  if (rawText.test(before) || before.replace(/<!--[^]*?-->/g, '').includes('<!--')) throw unsafe(before);
  const [tag] = /<[^]*$/.exec(before.replace(wholeTag, '')) ?? [];
  if (tag === undefined) return 'text';
  if (startTag.test(tag)) return 'attributes';
  const [, name, value] = openValue.exec(tag) ?? [];
  if (name === undefined) throw unsafe(before);
  const hole = holeOfAttribute(name);
  return value === '' ? hole : 'value';
};

/** A start tag up to where attributes can follow, and one that ends within an attribute value. */
const attribute = `\\s+[a-z][a-z-]*(?:="[^"]*")?|${filled}`;
const startTag = new RegExp(`^<[a-z][a-z0-9]*(?:${attribute})*$`);
const openValue = new RegExp(`^<[a-z][a-z0-9]*(?:${attribute})*\\s+([A-Za-z][A-Za-z-]*)="([^"]*)$`);

const unsafe = (before: string): UnsafeHole =>
  new UnsafeHole(
    `no value can stand after ${JSON.stringify(before.slice(-60))}: put it between tags, or in an attribute value with double quotes`,
  );
