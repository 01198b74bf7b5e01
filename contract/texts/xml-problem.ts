import { type InvalidByte, invalidUtf8 } from '#xml/invalid-utf8';
import type { XmlError } from '#xml/xml-error';
import type { Bilingual } from './bilingual.ts';
import { type MarkupWhy, parserText, whyOf } from './parser-text.ts';
import { otherForm } from './other-form.ts';
import { quoted } from './quoted.ts';

/** Why bytes are no well-formed XML, and where; line and column from 1, 0 where nothing tells. */
export interface XmlProblem {
  readonly kind: 'encoding' | 'markup';
  readonly line: number;
  readonly column: number;
  readonly text: Bilingual;
  /** What kind of mistake makes it so, where that is not text glued together. */
  readonly why?: MarkupWhy | undefined;
}

/** Says what is wrong with bytes that a parser refused, in another encoding than they declare before all else. */
export const xmlProblem = (bytes: Uint8Array, error: XmlError): XmlProblem =>
  emptyProblem(bytes) ??
  otherProblem(bytes) ??
  encodingProblem(bytes) ??
  doubleMark(bytes) ??
  lateMark(bytes) ??
  markupProblem(bytes, error);

/** That a message is no well-formed XML, with the place and why. */
export const malformedText = (bytes: Uint8Array, error: XmlError): Bilingual => {
  const { nl, en } = placedText(xmlProblem(bytes, error));
  return { nl: `Het bericht is geen welgevormde XML. ${nl}`, en: `The message is not well-formed XML. ${en}` };
};

/** What is wrong, after its place where that is known. */
export const placedText = ({ line, column, text }: XmlProblem): Bilingual => {
  const at = `${String(line)}${column === 0 ? '' : `:${String(column)}`}: `;
  return line === 0 ? text : { nl: `Regel ${at}${text.nl}`, en: `Line ${at}${text.en}` };
};

const markupProblem = (bytes: Uint8Array, { messages }: XmlError): XmlProblem => {
  const first = messages.find(({ line }) => line > 0) ?? messages[0];
  const { message: raw = '', line = 0, column = 0 } = first ?? {};
  const said = { message: raw, line, column };
  const message = isBehindRoot(bytes, first) ? secondDocument : isFirst(bytes, said) ? wrong : raw;
  const told = { ...said, message };
  return {
    kind: /[Ii]nvalid bytes|^Unsupported encoding/.test(message) ? 'encoding' : 'markup',
    line,
    column: startOf(bytes, told),
    ...(breaksOff(bytes, told)
      ? { text: brokenOff, why: 'cut' }
      : { text: curlyQuoteAt(bytes, told) ?? parserText(message), why: whyOf(message) }),
  };
};

/** That a quotation mark of a word processor stands where one of XML belongs. */
const curlyQuoteAt = (bytes: Uint8Array, { message, line, column }: Told): Bilingual | undefined => {
  if (!message.startsWith('AttValue:') || line === 0 || isWide(bytes)) return undefined;
  const found = Array.from(new TextDecoder().decode(lineOf(bytes, line)))[column - 1] ?? '';
  return /[\u2018-\u201f\u00ab\u00bb]/.test(found)
    ? {
        nl: `De waarde van een attribuut staat tussen aanhalingstekens van een tekstverwerker (${found}). Schrijf rechte: " of '.`,
        en: `The value of an attribute stands between quotation marks of a word processor (${found}). Write straight ones: " or '.`,
      }
    : undefined;
};

/** Whether a declaration is that of a second document: the end of an element stands before it. */
const isBehindRoot = (bytes: Uint8Array, told: Pick<Told, 'message' | 'line'> | undefined): boolean => {
  if (told === undefined || !told.message.startsWith('XML declaration allowed only') || isWide(bytes)) return false;
  const before = Buffer.from(bytes).toString('latin1').split('\n').slice(0, told.line).join('\n');
  return /<\/[^>]*>|\/>/.test(before.slice(0, before.lastIndexOf('<?xml')));
};

/** Whether what libxml2 takes for a declaration in the wrong place is one at the start that lacks a space of ASCII. */
const isFirst = (bytes: Uint8Array, told: Told): boolean =>
  told.message.startsWith('XML declaration allowed only') &&
  told.line === 1 &&
  told.column <= '<?xml '.length + 1 &&
  /^(?:\xEF\xBB\xBF)?<\?xml/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));

/** As libxml2 says of a declaration that is wrong in other ways. */
const wrong = "parsing XML declaration: '?>' expected";

/** As libxml2 says of anything else behind the root. */
const secondDocument = 'Extra content at the end of the document';

/** Whether what libxml2 missed is all that should have come behind the last character. */
const breaksOff = (bytes: Uint8Array, { message, line }: Told): boolean => {
  if (!/^expected '|^Couldn't find end of Start Tag/.test(message) || line === 0 || isWide(bytes)) return false;
  const text = Buffer.from(bytes).toString('latin1').trimEnd();
  return !text.endsWith('>') && text.split('\n').length === line;
};

const brokenOff: Bilingual = {
  nl: 'Het document houdt midden in een tag op. Stuur alle tekens, tot en met het einde van het hoofdelement.',
  en: 'The document breaks off in the middle of a tag. Send all characters, up to the end of the root.',
};

const emptyProblem = (bytes: Uint8Array): XmlProblem | undefined =>
  bytes.length > 0
    ? undefined
    : {
        ...{ kind: 'markup', line: 0, column: 0, why: 'empty' },
        text: { nl: 'Het document is leeg. Zet de XML erin.', en: 'The document is empty. Put the XML in it.' },
      };

/** What is no XML from its first byte on. */
const otherProblem = (bytes: Uint8Array): XmlProblem | undefined => {
  const form = otherForm(bytes);
  return (
    form && {
      ...{ kind: 'markup', line: 1, column: 1, why: 'other-form' },
      text: {
        nl: `Dit is ${form.nl}, en hier hoort XML. Zet de XML zelf hier, ongecodeerd en niet ingepakt.`,
        en: `This is ${form.en}, and XML belongs here. Put the XML itself here, not encoded and not packed.`,
      },
    }
  );
};

/** A byte order mark is no part of a document where it is its first character; a second one is text before the root. */
const doubleMark = (bytes: Uint8Array): XmlProblem | undefined =>
  Buffer.from(bytes.subarray(0, 6)).toString('hex') === 'efbbbfefbbbf'
    ? {
        ...{ kind: 'markup', line: 1, column: 1, why: 'before' },
        text: {
          nl: 'Er staan twee byte order marks (EF BB BF) achter elkaar. Schrijf er hoogstens één.',
          en: 'There are two byte order marks (EF BB BF) in a row. Write one at most.',
        },
      }
    : undefined;

/** A byte order mark behind white space at the start, as what puts together files leaves it. */
const lateMark = (bytes: Uint8Array): XmlProblem | undefined => {
  const [, before] = /^(\s+)\xef\xbb\xbf/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1')) ?? [];
  if (before === undefined) return undefined;
  const lines = before.split('\n');
  return {
    ...{ kind: 'markup', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, why: 'before' },
    text: {
      nl: 'Hier staat een byte order mark (EF BB BF), en daarvoor witruimte. Begin het document ermee, of laat hem weg.',
      en: 'A byte order mark (EF BB BF) stands here, with white space before it. Begin the document with it, or leave it out.',
    },
  };
};

/** Where what a message is about begins: libxml2 tells where it stopped reading, behind a reference or an end tag. */
const startOf = (bytes: Uint8Array, { message, line, column }: Told): number => {
  const [, behind] = readPast.find(([pattern]) => pattern.test(message)) ?? [];
  if (behind === undefined || line === 0 || isWide(bytes)) return column;
  const text = new TextDecoder().decode(lineOf(bytes, line));
  const before = Array.from(text)
    .slice(0, column - 1)
    .join('');
  const found = behind.exec(before);
  return found === null ? column : Array.from(before.slice(0, found.index)).length + 1;
};

interface Told {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const readPast: readonly (readonly [message: RegExp, behind: RegExp])[] = [
  [/^Opening and ending tag mismatch/, /<\/[^<>]*>?$/],
  [/^Entity '|EntityRef|CharRef/, /&[^&;<]{0,100};?$/],
];

/** A line of bytes in which line breaks are written as in ASCII, from 1. */
const lineOf = (bytes: Uint8Array, line: number): Uint8Array => {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = bytes.indexOf(newline, start) + 1;
  const end = bytes.indexOf(newline, start);
  return bytes.subarray(start, end === -1 ? undefined : end);
};

const newline = 0x0a;

/** The problem that bytes are not in the encoding that they declare, which is UTF-8 where they declare none. */
export const encodingProblem = (bytes: Uint8Array): XmlProblem | undefined => {
  const foreign = foreignEncoding(bytes);
  if (foreign !== undefined) return foreignText(foreign);
  const declared = declaredEncoding(bytes);
  if (isWide(bytes)) return undefined;
  if (/^(?:utf|ucs|iso-10646-ucs)-?(?:2|4|16|32)/i.test(declared ?? '')) return wideText(declared ?? '');
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return undefined;
  const found = invalidUtf8(bytes);
  if (found === undefined) return undefined;
  const hex = `0x${found.byte.toString(16).toUpperCase()}`;
  const said = isCut(bytes, found) ? cut : other(letterOf(found));
  return {
    kind: 'encoding',
    line: found.line,
    column: found.column,
    text: {
      nl: `Byte ${hex} is geen UTF-8, de codering die het document ${declared === undefined ? 'zonder declaratie heeft' : 'declareert'}: ${said.nl}`,
      en: `Byte ${hex} is not UTF-8, the encoding that the document ${declared === undefined ? 'has without a declaration' : 'declares'}: ${said.en}`,
    },
  };
};

/** The problem that bytes are UTF-16 without the byte order mark that such a document begins with (XML 1.0, 4.3.3). */
export const unmarkedProblem = (bytes: Uint8Array): XmlProblem | undefined => {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  const isUtf16 = /^(?:<\0[^\0]\0|\0<\0[^\0])/.test(start);
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(start.replaceAll('\0', ''))?.[1];
  // By these names it has none (RFC 2781, 3.3).
  if (!isUtf16 || /^utf-16(?:le|be)$/i.test(declared ?? '')) return undefined;
  return {
    kind: 'encoding',
    ...{ line: 1, column: 1, why: 'declared' },
    text: {
      nl: 'Het document is UTF-16 zonder byte order mark, die XML 1.0 (par. 4.3.3) daar eist. Schrijf het in UTF-8, of zet FE FF of FF FE ervoor.',
      en: 'The document is UTF-16 without a byte order mark, which XML 1.0 (section 4.3.3) demands there. Write it in UTF-8, or put FE FF or FF FE before it.',
    },
  };
};

/** An encoding in which not even markup is written as in UTF-8 or UTF-16, as the first bytes show (XML 1.0, appendix F). */
export const foreignEncoding = (bytes: Uint8Array): 'UTF-32' | 'EBCDIC' | undefined => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (/^(?:0000feff|fffe0000|0000003c|3c000000)$/.test(start)) return 'UTF-32';
  return start === '4c6fa794' ? 'EBCDIC' : undefined;
};

const foreignText = (name: 'UTF-32' | 'EBCDIC'): XmlProblem => ({
  kind: 'encoding',
  ...{ line: 1, column: 1, why: 'declared' },
  text: {
    nl: `De eerste bytes zijn die van ${name}. Schrijf het document in UTF-8.`,
    en: `The first bytes are those of ${name}. Write the document in UTF-8.`,
  },
});

/** More bytes than one a character, as a mark or the first bytes show. */
const isWide = (bytes: Uint8Array): boolean => bytes.subarray(0, 4).includes(0) || (bytes[0] ?? 0) >= 0xfe;

/** The first byte of a character of which the rest is missing, and not a letter of windows-1252 that ends a word. */
const isCut = (bytes: Uint8Array, { byte, offset }: InvalidByte): boolean => {
  const next = bytes[offset + 1] ?? markup;
  // In windows-1252 nobody writes what a sign or an emoji begins with: â or ð before a sign of its own.
  if ((byte === 0xe2 || byte >= 0xf0) && byte <= 0xf4 && next >= 0x80 && next < 0xc0) return true;
  if (byte < 0xc2 || byte > 0xf4 || next !== markup) return false;
  return mostlyFirst.includes(byte) || bytes.subarray(0, offset).some((one) => one > 0x7f);
};

/** What accents, spaces and quotes begin with in UTF-8, and no Dutch word ends with in windows-1252. */
const mostlyFirst: readonly number[] = [0xc2, 0xc3, 0xe2];

/** The code of `<`, by which a text ends. */
const markup = 0x3c;

const letterOf = ({ byte }: InvalidByte): string => quoted(new TextDecoder('windows-1252').decode(Uint8Array.of(byte)));

/** The encoding in the XML declaration of bytes in which markup is written as in ASCII. */
export const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^(?:\xEF\xBB\xBF)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1];
};

const other = (letter: string): Bilingual => ({
  nl: `in windows-1252 is het ${letter}. Schrijf het document in UTF-8.`,
  en: `in windows-1252 it is ${letter}. Write the document in UTF-8.`,
});

/** A text cut at a number of bytes. */
const cut: Bilingual = {
  nl: 'een teken is middendoor gekapt. Kort teksten in op tekens, niet op bytes.',
  en: 'a character was cut in half. Shorten texts by characters, not by bytes.',
};

const wideText = (declared: string): XmlProblem => ({
  kind: 'encoding',
  ...{ line: 1, column: 1, why: 'declared' },
  text: {
    nl: `Het document declareert ${quoted(declared)}, maar heeft één byte per teken. Schrijf in de declaratie encoding="UTF-8", en het document ook.`,
    en: `The document declares ${quoted(declared)}, but has one byte a character. Write encoding="UTF-8" in the declaration, and the document so too.`,
  },
});
