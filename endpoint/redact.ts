import type { Credentials } from './credentials.ts';
import type { WireResponse } from './exchange.ts';
import { losslessText } from './encoding.ts';
import { byteText, type Secret } from './secrets/needles.ts';
import { base64Pattern, secretPattern } from './secrets/pattern.ts';
import { type More, type Search, searchFor } from './secrets/search.ts';
import { unpackedAs } from './secrets/unpack.ts';

/** What stands in the records where a secret stood. */
export const redacted = '***';

/** Takes secrets out of what is about to be recorded. */
export interface Redactor {
  readonly text: (text: string) => string;
  /** `coding` is the Content-Encoding that they have. */
  readonly bytes: (bytes: Uint8Array, coding?: string) => Uint8Array;
  /** The same of bytes that nobody else made, which hold a secret in one code at most. */
  readonly ownBytes: (bytes: Uint8Array) => Uint8Array;
  readonly headers: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  /** Whether an answer holds the password or the code that carries it, and no more than a word that it resembles. */
  readonly reveals: (response: Pick<WireResponse, 'headers' | 'body'>) => boolean;
}

/** A redactor for these credentials and other secrets; without any it changes nothing. */
export const redactorOf = (credentials: Credentials | undefined, others: readonly Secret[] = []): Redactor => {
  const { username = '', password = '' } = credentials ?? {};
  const secrets = [password, ...others].filter((secret) => secret.length > 0);
  if (credentials === undefined && secrets.length === 0) return unchanging;
  const named = username.length < shortestName ? undefined : nameRegExp(username);
  const pairs = credentials === undefined ? [] : [`${username}:${password}`];
  const holds = searchFor(secrets, { codes: pairs, within: packedName(username, named) });
  const holdsPlainly = whenFirstUsed(() => searchFor(secrets, { codes: pairs, depth: 0 }));
  const secret = removing(holds, patternsOf(secrets, pairs));
  const short = pairs.filter((pair) => pair.length < searchedPair).map(pairRegExp);
  const text = (one: string): string => {
    const rest = short.reduce((before, pair) => before.replace(pair, redacted), holds(one) ? secret(one) : one);
    return named === undefined ? rest : withoutName(rest, named);
  };
  const header = rememberedRedactor(text);
  return {
    text,
    bytes: (bytes, coding = '') => (holdsUnpacked(holds, coding, bytes) ? whole : redactBytes(bytes, text)),
    ownBytes: (bytes) => redactBytes(bytes, (one) => (holdsPlainly(one) ? secret(one) : one)),
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [header(key), protocolHeaders.has(key) ? value : header(value)]),
      ),
    reveals: revealing(credentials),
  };
};

/** A search for thousands takes long to make. */
const whenFirstUsed = (make: () => Search): Search => {
  let made: Search | undefined;
  return (text) => (made ??= make())(text);
};

/** What HTTP Basic carries of fewer characters is not searched for in other cases and codes: it turns up by chance. */
const searchedPair = 8;

const pairRegExp = (pair: string): RegExp => new RegExp(base64Pattern(pair) || '(?!)', 'gu');

/** Letters alone, or digits, can be a word or a number of the answer's own; the code of HTTP Basic can't. */
const revealing = (credentials: Credentials | undefined): Redactor['reveals'] => {
  const { username = '', password = '' } = credentials ?? {};
  const isOwn = password.length >= shortestRevealed && !/^(?:\p{L}+|\d+)$/u.test(password);
  const codes = password.length >= shortestName ? [`${username}:${password}`] : [];
  const holds = whenFirstUsed(() => searchFor(isOwn ? [password] : [], { codes }));
  return ({ headers, body }) => [...Object.values(headers), losslessText(body).text].some((text) => holds(text));
};

const shortestRevealed = 8;

const unchanging: Redactor = {
  text: (text) => text,
  bytes: (bytes) => bytes,
  ownBytes: (bytes) => bytes,
  headers: (headers) => headers,
  reveals: () => false,
};

const whole = Buffer.from(redacted);

const holdsUnpacked = (holds: Search, coding: string, bytes: Uint8Array): boolean => {
  const inner = unpackedAs(coding, bytes);
  return inner !== undefined && (inner === 'too-much' || holds(byteText(inner)));
};

/** What takes secrets out exactly, in codes that keep their characters apart. */
const patternsOf = (secrets: readonly Secret[], pairs: readonly string[] = []): readonly RegExp[] => [
  ...pairs.filter((pair) => pair.length >= searchedPair).map((pair) => new RegExp(base64Pattern(pair), 'giu')),
  ...secrets
    .filter((secret) => typeof secret === 'string')
    .filter(({ length }) => length <= mostExact.characters)
    .slice(0, mostExact.secrets)
    .map((secret) => new RegExp(secretPattern(secret), 'giu')),
];

/** Others, of which there may be thousands, go with the piece of text that holds them. */
const mostExact = { secrets: 20, characters: 200 };

/** Takes a secret out where it stands, or else with the smallest piece of text that holds it in some code. */
const removing =
  (holds: Search, patterns: readonly RegExp[]): ((text: string) => string) =>
  (text) => {
    const exact = patterns.reduce((rest, pattern) => rest.replace(pattern, redacted), text);
    return edges.reduce((rest, edge) => (holds(rest) ? withoutPieces(rest, edge, holds) : rest), exact);
  };

/** The edges of pieces, from small to large, so that what is markup stays; the last is all of it. */
const edges = [
  /(<!--|-->|<!\[CDATA\[|\]\]>|[<>"'\s])/,
  /(<!--|-->|<!\[CDATA\[|\]\]>|[<>"'])/,
  /(<!--|-->|<!\[CDATA\[|\]\]>|[<>])/,
  /(<!--|-->|<!\[CDATA\[|\]\]>|<\/?[\w:.-]+[^<>]*>)/,
  /(<!--|-->|<!\[CDATA\[|\]\]>)/,
  /(?!)/,
];

const withoutPieces = (text: string, edge: RegExp, holds: Search): string =>
  text
    .split(edge)
    .map((piece, index) => (index % 2 === 0 && holds(piece) ? redacted : piece))
    .join('');

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

/** A username is often an ordinary word, so only a whole one of this length or more counts. */
const shortestName = 4;

const nameRegExp = (username: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${secretPattern(username)})(?![\\p{L}\\p{N}])`, 'giu');

/** In what was decoded, where there is no markup of the answer's own. */
const packedName = (username: string, name: RegExp | undefined): NonNullable<More['within']> => {
  const low = Buffer.from(username, 'utf8').toString('latin1').toLowerCase();
  if (name === undefined) return { search: () => false, least: Infinity };
  return { search: (text) => text.toLowerCase().includes(low) && withoutName(text, name) !== text, least: low.length };
};

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
