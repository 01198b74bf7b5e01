import { writeOut } from './entities.ts';

/** The document type declaration of a schema document. */
export interface Doctype {
  /** Its line, from 1. */
  readonly line: number;
  /** Why the document can't be read without it: what it says that the rest relies on; undefined where nothing does. */
  readonly needed: string | undefined;
  /** The document with white space in its place and its entities written out, so that lines stay as they are. */
  readonly without: Uint8Array;
}

/** The document type declaration before the root element; undefined when there is none. Nothing that it refers to is fetched. */
export const doctypeOf = (bytes: Uint8Array): Doctype | undefined => {
  const { text, isWide } = decode(bytes);
  const start = afterProlog(text);
  if (!text.startsWith('<!DOCTYPE', start)) return undefined;
  const line = text.slice(0, start).split('\n').length;
  const end = endOfDeclaration(text, start);
  if (isWide || end === undefined) return { line, needed: 'it can not be read', without: bytes };
  const declarations = withoutHidden(text.slice(start, end));
  const rest = writeOut(declarations, text.slice(end));
  const needed = elsewhere(declarations) ?? ('reason' in rest ? rest.reason : unwritten(declarations, rest.text));
  if (needed !== undefined || 'reason' in rest) return { line, needed, without: bytes };
  const blank = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return { line, needed, without: Buffer.from(text.slice(0, start) + blank + rest.text, 'latin1') };
};

/** Bytes as characters, one each: every encoding that libxml2 takes without help is ASCII where markup stands, or UTF-16. */
const decode = (bytes: Uint8Array): { readonly text: string; readonly isWide: boolean } => {
  const [first, second] = bytes;
  if (first === 0xff || (first === 0x3c && second === 0))
    return { text: new TextDecoder('utf-16le').decode(bytes), isWide: true };
  if (first === 0xfe || (first === 0 && second === 0x3c))
    return { text: new TextDecoder('utf-16be').decode(bytes), isWide: true };
  return { text: Buffer.from(bytes).toString('latin1'), isWide: false };
};

/** Where white space, comments and processing instructions end; a byte order mark may come first. */
const afterProlog = (text: string): number => {
  let at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = text.startsWith('<!--', at) || text.startsWith('<?', at) ? endOfHidden(text, at) : undefined;
    if (end === undefined) return at;
    at = end;
  }
};

/** What hides markup, by how it begins and ends. */
const hiding: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Where the comment, instruction or CDATA section that begins at an index ends; undefined when none begins there. */
const endOfHidden = (text: string, start: number): number | undefined => {
  const close = hiding.find(([open]) => text.startsWith(open, start))?.[1];
  if (close === undefined) return undefined;
  const end = text.indexOf(close, start + 2);
  return end < 0 ? text.length : end + close.length;
};

const withoutHidden = (text: string): string => {
  const kept: string[] = [];
  let at = 0;
  for (let next = text.indexOf('<'); next >= 0; next = text.indexOf('<', next + 1)) {
    const end = next < at ? undefined : endOfHidden(text, next);
    if (end === undefined) continue;
    kept.push(text.slice(at, next));
    at = end;
    next = end - 1;
  }
  return [...kept, text.slice(at)].join('');
};

/** A longer document type declaration is not looked through. */
const mostCharacters = 65_536;

/** Where a document type declaration that begins at an index ends; undefined when it never does. */
const endOfDeclaration = (text: string, start: number): number | undefined => {
  let isInside = false;
  for (let at = start + 2; at < Math.min(text.length, start + mostCharacters); at += 1) {
    const char = text.charAt(at);
    if (char === '>' && !isInside) return at + 1;
    if (char === '[' || char === ']') isInside = char === '[';
    const end = char === '"' || char === "'" ? text.indexOf(char, at + 1) + 1 : endOfHidden(text, at);
    if (end === 0) return undefined;
    if (end !== undefined) at = end - 1;
  }
  return undefined;
};

/** Declarations that a parameter entity would bring. */
const elsewhere = (declarations: string): string | undefined => {
  const parameter = /(?:^|[\s>[\]])(%[^\s;%"'<>]+;)/.exec(declarations)?.[1];
  return parameter === undefined ? undefined : `its declarations come from ${parameter}`;
};

const attributeList = /<!ATTLIST\s+(\S+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const givenValue = /(?<![^\s"'])([^\s"']+)\s+(?:[A-Z]+|(?:NOTATION\s+)?\([^)]*\))\s+(?:#FIXED\s+)?("[^"]*"|'[^']*')/g;

/** The first attribute that only the document type gives. */
const unwritten = (declaration: string, rest: string): string | undefined => {
  for (const [, element = '', attributes = ''] of declaration.matchAll(attributeList))
    for (const [, name = ''] of attributes.matchAll(givenValue)) {
      const tags = rest.match(new RegExp(`<${literal(element)}(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>`, 'g')) ?? [];
      const isWritten = new RegExp(`\\s${literal(name)}\\s*=`);
      if (!tags.every((tag) => isWritten.test(tag))) return `it gives ${element} the attribute ${name}`;
    }
  return undefined;
};

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
