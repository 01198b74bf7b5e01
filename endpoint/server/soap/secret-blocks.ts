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
  const from = header.index + header[0].length;
  for (const match of text.slice(from, body).matchAll(tag)) {
    const [whole, isEnd, qualified] = match;
    if (qualified === undefined) continue;
    if (isEnd === '/') depth -= 1;
    if (depth < 0) return blocks;
    if (isEnd !== '/' && depth === 0) [start, name] = [from + match.index, qualified.slice(qualified.indexOf(':') + 1)];
    if (isEnd !== '/' && !/\/>?$/.test(whole)) depth += 1;
    if (depth === 0) blocks.push({ start, end: from + match.index + whole.length, name });
  }
  return depth > 0 ? [...blocks, { start, end: body, name }] : blocks;
};

/** Comments, sections and instructions, and tags with their names. */
const tag =
  /<(?:!--[^]*?(?:-->|$)|!\[CDATA\[[^]*?(?:\]\]>|$)|\?[^]*?(?:\?>|$)|(\/?)([^\s<>/="'!?]+)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>?)/g;
