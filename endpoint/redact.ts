import type { Credentials } from './credentials.ts';
import { losslessText } from './encoding.ts';
import { base64Pattern, secretPattern } from './secret-pattern.ts';

/** What stands in the records where a secret stood. */
export const redacted = '***';

/** Takes secrets out of what is about to be recorded. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Uint8Array) => Uint8Array;
  readonly headers: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** A redactor for these credentials; without them it changes nothing. */
export const redactorOf = (credentials: Credentials | undefined): Redactor => {
  const text = textRedactor(credentials);
  const header = rememberedRedactor(text);
  return {
    text,
    bytes: (bytes) => (credentials === undefined ? bytes : redactBytes(bytes, text)),
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          header(name),
          protocolHeaders.has(name) ? value : header(value),
        ]),
      ),
  };
};

/** Names and values of headers are mostly the same ones; so many are remembered, of so many characters. */
const most = { headers: 500, characters: 200 };

const rememberedRedactor = (redact: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const after = known.get(text) ?? redact(text);
    if (known.size < most.headers && text.length < most.characters) known.set(text, after);
    return after;
  };
};

/** Headers whose value HTTP itself prescribes; a username such as `text` must not spoil them. */
const protocolHeaders = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

const textRedactor = (credentials: Credentials | undefined): ((text: string) => string) => {
  if (credentials === undefined) return (text) => text;
  const { username, password = '' } = credentials;
  const pair = new RegExp(base64Pattern(`${username}:${password}`) || neverMatches, 'gu');
  const secret = password === '' ? undefined : new RegExp(secretPattern(password), 'gu');
  const name = username.length < shortestName ? undefined : nameRegExp(username);
  return (text) => {
    const withoutPair = text.replace(pair, redacted);
    const withoutSecret = secret === undefined ? withoutPair : withoutPair.replace(secret, redacted);
    return name === undefined ? withoutSecret : withoutName(withoutSecret, name);
  };
};

const neverMatches = '(?!)';

/** A username is often an ordinary word, so only a whole one of this length or more counts. */
const shortestName = 4;

const nameRegExp = (username: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${secretPattern(username)})(?![\\p{L}\\p{N}])`, 'gu');

const withoutName = (text: string, name: RegExp): string =>
  text.replace(name, (match, ...rest) => (isMarkup(text, offsetIn(rest)) ? match : redacted));

const offsetIn = (rest: readonly unknown[]): number => rest.find((one) => typeof one === 'number') ?? 0;

/** Whether a place is in the name of an element or attribute, or in a namespace: there a word is never an echo. */
const isMarkup = (text: string, offset: number): boolean => {
  const near = text.slice(Math.max(0, offset - longestTag), offset);
  const open = near.lastIndexOf('<');
  if (open < 0 || near.lastIndexOf('>') > open) return false;
  const before = near.slice(open);
  // A comment, a processing instruction and CDATA are text.
  if (/^<[!?]/.test(before)) return false;
  const outsideValues = before.replace(/"[^"]*"|'[^']*'/g, '');
  return !/["']/.test(outsideValues) || /\sxmlns(?::[^\s=]*)?\s*=\s*(?:"[^"]*|'[^']*)$/.test(before);
};

const longestTag = 4096;

/** Bytes without a secret come back as they were, whatever their encoding. */
const redactBytes = (bytes: Uint8Array, redact: (text: string) => string): Uint8Array => {
  const { text, toBytes } = losslessText(bytes);
  const after = redact(text);
  return after === text ? bytes : toBytes(after);
};
