import { elementsOf, type XmlElement } from '#xml/tree';

/** An element of a file as it is written, so that what is left alone keeps its text and its line. */
export interface Editable {
  /** The start tag as written, of an element without content up to `/>`. */
  readonly open: string;
  readonly close: string;
  readonly children: readonly (string | Editable)[];
  /** The local name, and that with its prefix. */
  readonly name: string;
  readonly tag: string;
  readonly line: number;
}

/** A file in pieces: what stands before and after the root, and the root. */
export interface EditableFile {
  readonly before: string;
  readonly root: Editable;
  readonly after: string;
}

const markup =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<\/[^>]*>|<(?:"[^"]*"|'[^']*'|[^"'>])*>/g;

interface Open {
  readonly open: string;
  readonly tag: string;
  readonly line: number;
  readonly children: (string | Editable)[];
}

/** Takes apart a well-formed file, which `tree` is of. */
export const toEditable = (text: string, tree: XmlElement): EditableFile => {
  const lines = linesOf(tree);
  const stack: Open[] = [{ open: '', tag: '', line: 0, children: [] }];
  let [at, count] = [0, 0];
  const add = (child: string | Editable): void => {
    if (child !== '') stack.at(-1)?.children.push(child);
  };
  for (const { 0: whole, index } of text.matchAll(markup)) {
    add(text.slice(at, index));
    at = index + whole.length;
    if (/^<[!?]/.test(whole)) add(whole);
    else if (whole.startsWith('</')) closeLast(stack, whole);
    else {
      const tag = /^<([^\s/>]+)/.exec(whole)?.[1] ?? '';
      stack.push({ open: whole, tag, line: lines[count] ?? 0, children: [] });
      count += 1;
      if (whole.endsWith('/>')) closeLast(stack, '');
    }
  }
  add(text.slice(at));
  const all = stack[0]?.children ?? [];
  const position = all.findIndex((one) => typeof one !== 'string');
  const root = all[position];
  if (root === undefined || typeof root === 'string') throw new TypeError('a well-formed file has a root');
  return { before: written(all.slice(0, position)), root, after: written(all.slice(position + 1)) };
};

const closeLast = (stack: Open[], close: string): void => {
  const last = stack.pop();
  if (last === undefined) throw new TypeError('a well-formed file closes what it opens');
  stack.at(-1)?.children.push({ ...last, close, name: last.tag.slice(last.tag.indexOf(':') + 1) });
};

const linesOf = (element: XmlElement): readonly number[] => [
  element.line ?? 0,
  ...elementsOf(element).flatMap(linesOf),
];

/** The text of pieces. */
export const written = (pieces: readonly (string | Editable)[]): string =>
  pieces.map((one) => (typeof one === 'string' ? one : `${one.open}${written(one.children)}${one.close}`)).join('');

/** The child elements. */
export const partsOf = ({ children }: Editable): readonly Editable[] =>
  children.filter((one) => typeof one !== 'string');

/** An element and all below it. */
export const allParts = (element: Editable): readonly Editable[] => [element, ...partsOf(element).flatMap(allParts)];

const attributePattern = (name: string): RegExp => new RegExp(`\\s+${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);

/** An attribute as written, by its name without a prefix. */
export const attributeIn = ({ open }: Editable, name: string): string | undefined => {
  const match = attributePattern(name).exec(open);
  return match === null ? undefined : (match[1] ?? match[2]);
};

/** The element with an attribute, or without it. */
export const withAttribute = (element: Editable, name: string, value: string | undefined): Editable => {
  const bare = element.open.replace(attributePattern(name), '');
  if (value === undefined) return { ...element, open: bare };
  return { ...element, open: bare.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end}`) };
};

/** The element with a piece of text as its first or its last content. */
export const withContent = (element: Editable, text: string, where: 'first' | 'last' | 'after-note'): Editable => {
  const isEmpty = element.close === '';
  const open = isEmpty ? element.open.replace(/\s*\/>$/, '>') : element.open;
  const { children } = element;
  const note = children.findIndex((one) => typeof one !== 'string' && one.name === 'annotation');
  const at = where === 'last' ? children.length : where === 'first' ? 0 : note + 1;
  return {
    ...element,
    open,
    close: isEmpty ? `</${element.tag}>` : element.close,
    children: [...children.slice(0, at), piece(text), ...children.slice(at)],
  };
};

/** A text that is one element with all in it. */
const piece = (text: string): Editable => {
  const tag = /^<([^\s/>]+)/.exec(text)?.[1] ?? '';
  return { open: text, close: '', children: [], tag, name: tag.slice(tag.indexOf(':') + 1), line: 0 };
};

/** The element with another one in the place of one that is in it, however deep. */
export const withPart = (element: Editable, part: Editable, other: Editable): Editable => {
  if (element === part) return other;
  if (!allParts(element).includes(part)) return element;
  return {
    ...element,
    children: element.children.map((one) => (typeof one === 'string' ? one : withPart(one, part, other))),
  };
};
