import { secretPlaces } from './secret-places.ts';

/**
 * A message without the blocks of its Header that hold something secret by its name, and with `***` in place of what is secret in
 * the envelope around them. Blocks whose local name is kept stay as they are. The envelope need not be well-formed.
 */
export const withoutSecretBlocks = (text: string, isKept: (name: string) => boolean): string => {
  const places = secretPlaces(text);
  if (places.length === 0) return text;
  const blocks = blocksIn(text);
  const around = ({ start, end }: Span): Block | undefined =>
    blocks.find((block) => block.start <= start && end <= block.end);
  const cut = new Map<Span, string>();
  for (const place of places) {
    const block = around(place);
    if (block === undefined) cut.set(place, '***');
    else if (!isKept(block.name)) cut.set(block, '');
  }
  let at = 0;
  const pieces = [...cut].map(([{ start, end }, instead]) => {
    const piece = text.slice(at, start) + instead;
    at = end;
    return piece;
  });
  return pieces.join('') + text.slice(at);
};

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Block extends Span {
  readonly name: string;
}

/** The children of the Header, from the outside; one that is not closed reaches to the Body. */
const blocksIn = (text: string): readonly Block[] => {
  const body = /<(?:[\w.-]+:)?Body[\s/>]/.exec(text)?.index ?? text.length;
  const header = /<(?:[\w.-]+:)?Header(?:\s[^<>]*)?>/.exec(text);
  if (header === null || header.index > body) return [];
  const blocks: Block[] = [];
  let [depth, start, name] = [0, 0, ''];
  for (const one of tagsIn(text, header.index + header[0].length, body)) {
    if (depth === 0) [start, name] = [one.start, one.name];
    depth += one.step;
    if (depth < 0) return blocks;
    if (depth === 0) blocks.push({ start, end: one.end, name });
  }
  return depth > 0 ? [...blocks, { start, end: body, name }] : blocks;
};

interface Tag extends Block {
  /** How much deeper it leads. */
  readonly step: -1 | 0 | 1;
}

const tagsIn = (text: string, from: number, to: number): readonly Tag[] =>
  [...text.slice(from, to).matchAll(tag)].flatMap(({ 0: whole, 1: slash, 2: qualified, index }) => {
    if (qualified === undefined) return [];
    const step = slash === '/' ? -1 : /\/>?$/.test(whole) ? 0 : 1;
    const start = from + index;
    return [{ start, end: start + whole.length, name: qualified.slice(qualified.indexOf(':') + 1), step }];
  });

/** Comments, sections and instructions, and tags with their names. */
const tag =
  /<(?:!--[^]*?(?:-->|$)|!\[CDATA\[[^]*?(?:\]\]>|$)|\?[^]*?(?:\?>|$)|(\/?)([^\s<>/="'!?]+)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>?)/g;
