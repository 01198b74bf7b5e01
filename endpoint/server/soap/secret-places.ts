import { isSecretName } from '../../secret-name.ts';

/** Where something secret stands in a text, and what the element or attribute is called that holds it. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/**
 * What stands in the header of an envelope in elements and attributes whose names say that it is secret, in order and apart; a
 * UsernameToken is left to those who know it. The envelope need not be well-formed: an element that does not end reaches to the Body.
 */
export const secretPlaces = (text: string): readonly SecretPlace[] => {
  const [head, late] = headersIn(text);
  return [...placesIn(text, 0, head), ...(late < 0 ? [] : placesIn(text, late, text.length))];
};

/** Where what comes before the Body ends, or the Header if that is later; and where a Header begins that stands behind it, or -1. */
const headersIn = (text: string): readonly [head: number, late: number] => {
  const body = indexOf(/<(?:[\w.-]+:)?Body[\s/>]/g, text) ?? text.length;
  const header = indexOf(headerTag, text) ?? body;
  const close = header < body ? (indexOf(/<\/(?:[\w.-]+:)?Header\s*>/g, text, header) ?? 0) : 0;
  const head = Math.max(body, close);
  return [head, indexOf(headerTag, text, head) ?? -1];
};

const headerTag = /<(?:[\w.-]+:)?Header[\s>]/g;

const indexOf = (pattern: RegExp, text: string, from = 0): number | undefined => {
  const search = new RegExp(pattern);
  search.lastIndex = from;
  return search.exec(text)?.index;
};

/** Comments, sections, instructions, end tags, and start tags with what stands in them; each may lack its end. */
const markup =
  /<(?:!--[^]*?(?:-->|$)|!\[CDATA\[[^]*?(?:\]\]>|$)|\?[^]*?(?:\?>|$)|\/([^\s<>]*)[^<>]*>?|([^\s<>/="'!?]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*[^<>]*)(>?))/g;

/** The secret element that a reader is in; `name` is that of the element whose text comes next. */
interface Inside {
  readonly qualified: string;
  readonly depth: number;
  readonly name: string;
}

const placesIn = (whole: string, start: number, end: number): readonly SecretPlace[] => {
  const text = whole.slice(start, end);
  const found = gathered(start);
  let inside: Inside | undefined;
  let at = 0;
  const textUpTo = (to: number): void => {
    if (inside !== undefined && text.slice(at, to).trim() !== '') found.add({ start: at, end: to, name: inside.name });
  };
  for (const match of text.matchAll(markup)) {
    const [tag, closed, opened, attributes = '', bracket] = match;
    textUpTo(match.index);
    at = match.index + tag.length;
    if (closed !== undefined) inside = afterEnd(inside, closed);
    else if (opened !== undefined) {
      const from = match.index + 1 + opened.length;
      for (const one of inTag({ opened, attributes, isWhole: bracket === '>', isInside: inside !== undefined }))
        found.add({ ...one, start: from + one.start, end: from + one.end });
      if (!attributes.endsWith('/')) inside = afterStart(inside, opened);
    } else if (inside !== undefined) found.add({ start: match.index, end: at, name: inside.name });
  }
  textUpTo(text.length);
  return found.places;
};

/** Places by where their text begins; one that goes on where the last of its element ends is one with it. */
const gathered = (
  offset: number,
): { readonly places: readonly SecretPlace[]; readonly add: (one: SecretPlace) => void } => {
  const places: SecretPlace[] = [];
  return {
    places,
    add: ({ start, end, name }) => {
      const last = places.at(-1);
      const isNext = last?.end === offset + start && last.name === name;
      places.splice(isNext ? -1 : places.length, 1, {
        start: isNext ? last.start : offset + start,
        end: offset + end,
        name,
      });
    },
  };
};

const afterStart = (inside: Inside | undefined, opened: string): Inside | undefined => {
  const name = localName(opened);
  if (inside === undefined) return isSecretElement(name) ? { qualified: opened, depth: 1, name } : undefined;
  return { ...inside, name, depth: inside.depth + (opened === inside.qualified ? 1 : 0) };
};

const afterEnd = (inside: Inside | undefined, closed: string): Inside | undefined => {
  if (inside === undefined) return undefined;
  const depth = inside.depth - (closed === inside.qualified ? 1 : 0);
  return depth === 0 ? undefined : { ...inside, depth, name: localName(inside.qualified) };
};

interface StartTag {
  readonly opened: string;
  readonly attributes: string;
  readonly isWhole: boolean;
  readonly isInside: boolean;
}

/** What is secret behind the name of a start tag: all of it where it is no list of attributes. */
const inTag = ({ opened, attributes, isWhole, isInside }: StartTag): readonly SecretPlace[] => {
  const name = localName(opened);
  const isSecret = isInside || isSecretElement(name);
  const isStrange = !isWhole || /[^\s/]/.test(attributes.replace(attribute, ''));
  if (isSecret && isStrange && attributes.trim() !== '') return [{ start: 0, end: attributes.length, name }];
  return secretAttributes(attributes, isSecret);
};

const localName = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);

const isSecretElement = (name: string): boolean => name !== 'UsernameToken' && isSecretName(name);

/** Attributes of the protocols that bear no secret. */
const ofProtocol = /^(?:id|type|valuetype|encodingtype|mustunderstand|actor|role|encodingstyle|nil|lang|algorithm)$/i;

const attribute = /(?<![^\s"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)|["']([^]*)$)/g;

/** Values of attributes with a secret name, and of all those of a secret element that no protocol defines. */
const secretAttributes = (attributes: string, isSecret: boolean): readonly SecretPlace[] =>
  [...attributes.matchAll(attribute)].flatMap((match) => {
    const [whole, qualified = '', ...values] = match;
    const name = localName(qualified);
    const value = values.join('');
    if (/^xmlns(?::|$)/.test(qualified) || value === '') return [];
    if (!isSecretName(name) && (!isSecret || ofProtocol.test(name))) return [];
    const start = match.index + whole.lastIndexOf(value);
    return [{ start, end: start + value.length, name }];
  });
