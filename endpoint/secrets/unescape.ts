const escape =
  /%[0-9a-f]{2}|&#(?:0*\d{1,7}|x0*[0-9a-f]{1,6});|&(?:amp|lt|gt|quot|apos|nbsp);|\\u(?:[0-9a-f]{4}|\{0*[0-9a-f]{1,6}\})|\\x[0-9a-f]{2}|\\[0-3][0-7]{2}|\\[nrtbf"'\\/]/gi;

const quotedPrintable = /=[0-9A-F]{2}|=\r?\n/g;

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\b': '\b',
  '\\f': '\f',
};

/** Surrogates come one by one and are joined before they become bytes. */
const characterOf = (escaped: string): string => {
  const lower = escaped.toLowerCase();
  if (named[lower] !== undefined) return named[lower];
  if (lower.startsWith('&#x')) return ofCode(parseInt(lower.slice(3), 16));
  if (lower.startsWith('&#')) return ofCode(Number(lower.slice(2, -1)));
  if (lower.startsWith('\\u')) return ofCode(parseInt(lower.replace(/[\\u{}]/g, ''), 16));
  if (/^(?:%|\\x)/.test(lower)) return `${byteMark}${String.fromCharCode(parseInt(lower.slice(-2), 16))}`;
  if (/^\\[0-3]/.test(lower)) return `${byteMark}${String.fromCharCode(parseInt(lower.slice(1), 8))}`;
  return escaped.slice(1);
};

const ofCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Stands before a byte that is one already, among characters that still become bytes. */
const byteMark = '\ue000';

/** Text of bytes with its escapes undone, of URLs, XML, HTML, JSON and programs alike; undefined where there are none. */
export const unescaped = (text: string): string | undefined => {
  if (text.search(escape) < 0) return undefined;
  return text.replace(runOfEscapes, (run) => toBytes(run.replace(escape, characterOf)));
};

const runOfEscapes = new RegExp(`(?:${escape.source})+`, 'gi');

const toBytes = (characters: string): string =>
  characters
    .split(/(\ue000[^])/)
    .map((part, index) => (index % 2 === 1 ? part.slice(1) : utf8(part)))
    .join('');

const utf8 = (text: string): string =>
  /[^\u0000-\u007f]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;

/** The same for quoted-printable, which takes an equals sign for its own. */
export const withoutQuotedPrintable = (text: string): string | undefined => {
  if (text.search(quotedPrintable) < 0) return undefined;
  return text.replace(quotedPrintable, (code) =>
    code.endsWith('\n') ? '' : String.fromCharCode(parseInt(code.slice(1), 16)),
  );
};
