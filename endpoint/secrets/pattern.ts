/**
 * Source of a regular expression for a secret in any disguise that an answer may give it: as it is, percent-encoded,
 * escaped for XML, HTML or JSON, base64 (also inside a longer text), or a mix. It works on text and on bytes read as Latin-1.
 */
export const secretPattern = (secret: string): string => `${disguised(secret)}|${base64Pattern(secret)}`;

/** The same for base64 alone, as in `Authorization: Basic`. */
export const base64Pattern = (secret: string): string =>
  inBase64(Buffer.from(secret, 'utf8'))
    .map(({ text, ragged }) => disguised(text) + (ragged ? '(?:[A-Za-z0-9+/_-](?:=|%3[Dd]){0,2})?' : ''))
    .join('|');

/** The same without base64. */
export const disguised = (text: string): string => Array.from(text, characterPattern).join('');

const characterPattern = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character, 'utf8')];
  const alternatives = [
    escaped(character),
    escaped(Buffer.from(bytes).toString('latin1')),
    bytes.map((byte) => `%${hex(byte, 2)}`).join(''),
    `&#0*${String(code)};`,
    `&#[xX]0*${hex(code, 1)};`,
    Array.from(character.split(''), (unit) => `\\\\u${hex(unit.charCodeAt(0), 4)}`).join(''),
    ...(named[character] ?? []),
  ];
  return `(?:${[...new Set(alternatives)].join('|')})`;
};

/** `-` and `_` stand for `+` and `/` in base64url. */
const named: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;', '\\\\"'],
  "'": ['&apos;', "\\\\'"],
  '\\': ['\\\\\\\\'],
  '/': ['\\\\/', '_'],
  '+': ['-'],
  ' ': ['\\+', '&nbsp;'],
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Hexadecimal digits that match in either case. */
const hex = (value: number, width: number): string =>
  value
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

interface Aligned {
  readonly text: string;
  /** The last byte ends inside a character, which tells some of its bits. */
  readonly ragged: boolean;
}

/** The characters that do not change with what stands around the bytes, for each of the three alignments. */
const inBase64 = (bytes: Buffer): readonly Aligned[] =>
  [0, 1, 2]
    .map((offset) => {
      const end = offset + bytes.length;
      const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
      return { text: whole.slice(Math.ceil((offset * 8) / 6), Math.floor((end * 8) / 6)), ragged: end % 3 !== 0 };
    })
    .filter(({ text }) => text.length >= 4);
