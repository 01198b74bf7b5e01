/** A secret: text, or bytes. */
export type Secret = string | Uint8Array;

/** Shorter fragments of base64 turn up by chance where case does not count. */
const shortestFragment = 8;

/** Bytes as text of which each character is one byte. */
export const byteText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Text in UTF-8 as such bytes; text that has nothing but bytes already stays as it is. */
export const asBytes = (text: string): string =>
  /[^\u0000-\u00ff]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;

/** Case does not count: an endpoint may have changed it. */
export const folded = (text: string): string => text.toLowerCase();

/** What is looked for of a secret in folded text: itself in UTF-8 or Latin-1 or by ROT13, and its base64 and uuencode at each of the three offsets. */
export const needlesOf = (secret: Secret): readonly string[] => {
  const forms = typeof secret === 'string' ? textForms(secret) : [byteText(secret)];
  const fragments = forms.slice(0, 2).flatMap((form) => [...base64Of(form), ...uuencodedOf(form)]);
  const dense = forms.map((form) => form.replace(/\s/g, ''));
  return [...new Set([...forms, ...dense, ...fragments].map(folded))].filter((needle) => needle !== '');
};

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const textForms = (text: string): readonly string[] => [
  utf8(text),
  ...(/^[\u0000-\u00ff]*$/.test(text) ? [text] : []),
  ...[text.toLowerCase(), text.toUpperCase()].map(utf8),
  utf8(text.replaceAll(' ', '+')),
  utf8(text.normalize('NFKC')),
  utf8(text.replace(/[a-z]/gi, rotated)),
];

/** The letter thirteen places further, in lower case: case does not count. */
const rotated = (letter: string): string =>
  String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 97 + 13) % 26) + 97);

/** The characters of base64 that do not change with what stands around the bytes, in both alphabets. */
export const base64Of = (bytes: string): readonly string[] =>
  fragmentsOf(bytes).flatMap((fragment) => [fragment, fragment.replaceAll('+', '-').replaceAll('/', '_')]);

const fragmentsOf = (bytes: string): readonly string[] =>
  [0, 1, 2]
    .map((offset) => {
      const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(bytes, 'latin1')]).toString('base64');
      return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    })
    .filter((fragment) => fragment.length >= shortestFragment);

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The same of uuencode, which writes zero as a space or as a grave accent. */
const uuencodedOf = (bytes: string): readonly string[] =>
  fragmentsOf(bytes)
    .map((fragment) => fragment.replace(/./g, (digit) => String.fromCharCode(32 + base64Alphabet.indexOf(digit))))
    .flatMap((fragment) => [fragment, fragment.replaceAll(' ', '`')]);
