import { readably } from '#contract/texts/visible';
import { type Hole, holeOfAttribute, holesOf } from './holes.ts';
import { addressValue, attributeValue } from './values.ts';

const written = Symbol('markup');
const attributeList = Symbol('attributes');

/** Markup that is safe to send; only `markup` makes it. */
export interface Html {
  readonly [written]: string;
}

/** Attributes of an element, each with a space before it; only `attributes` makes them. */
export interface Attributes {
  readonly [attributeList]: string;
}

/** Content between tags; text is always escaped. */
export type Content = Html | string | number | undefined | readonly Content[];

/**
 * A tagged template of HTML. Values stand between tags, in attribute values with double quotes, or are `attributes` in a
 * start tag; a value in any other place throws `UnsafeHole`.
 */
export const markup = (strings: TemplateStringsArray, ...values: readonly (Content | Attributes)[]): Html => {
  const holes = holesOf(strings);
  const parts = values.map((value, index) => (strings[index] ?? '') + filled(holes[index] ?? 'text', value));
  return { [written]: parts.join('') + (strings.at(-1) ?? '') };
};

/** The text of markup, to be sent or saved. */
export const writtenHtml = (made: Html): string => made[written];

/** Attributes of an element; `true` is one without a value, and one that is `false` or undefined is left out. */
export const attributes = (named: Readonly<Record<string, string | number | boolean | undefined>>): Attributes => ({
  [attributeList]: Object.entries(named)
    .map(([name, value]) => attributeOf(name, value))
    .join(''),
});

const attributeOf = (name: string, value: string | number | boolean | undefined): string => {
  const hole = holeOfAttribute(name);
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${filled(hole, value)}"`;
};

const filled = (hole: Hole, value: Content | Attributes): string => {
  if (hole === 'attributes') return isAttributes(value) ? value[attributeList] : refuse(hole, value);
  if (hole === 'text') return isAttributes(value) ? refuse(hole, value) : between(value);
  if (typeof value === 'object') return refuse(hole, value);
  const text = readably(String(value ?? ''));
  return hole === 'address' ? addressValue(text) : attributeValue(text);
};

const between = (content: Content): string => {
  if (content === undefined) return '';
  if (typeof content !== 'object') return attributeValue(readably(String(content)));
  return isHtml(content) ? content[written] : content.map(between).join('');
};

const isHtml = (content: Html | readonly Content[]): content is Html => written in content;

const isAttributes = (value: Content | Attributes): value is Attributes =>
  typeof value === 'object' && attributeList in value;

const refuse = (hole: Hole, value: Content | Attributes): never => {
  throw new TypeError(`${value === undefined ? 'nothing' : typeof value} can't stand where ${hole} is expected`);
};
