import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

/** A secret by the name that a finding has. */
export type Secrets = Readonly<Record<string, Uint8Array | string>>;

/** What was found of which secret, and where. */
export type Finding = string;

interface Needle {
  readonly name: string;
  /** Byte by byte, in lower case. */
  readonly low: string;
}

/** Every file below a folder, and texts by name, searched for every secret in every guise. */
export const scan = (folder: string, texts: Readonly<Record<string, string>>, secrets: Secrets): readonly Finding[] => {
  const needles = Object.entries(secrets).flatMap(([name, secret]) => needlesOf(name, Buffer.from(secret)));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  const haystacks = [
    ...files.map((file) => [relative(folder, file), readFileSync(file)] as const),
    ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
  ];
  return haystacks.flatMap(([name, bytes]) => [...new Set(findIn(bytes, needles))].map((found) => `${name}: ${found}`));
};

/** Forms that text or bytes take: as they are, in UTF-16, hexadecimal, percent-encoded, escaped, base64 at any offset. */
const needlesOf = (name: string, secret: Buffer): readonly Needle[] => {
  const text = secret.toString('utf8');
  const percent = [...secret].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const forms: readonly (readonly [string, Buffer | string])[] = [
    ['as it is', secret],
    ['in upper case', text.toUpperCase()],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['in UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['in hexadecimal', secret.toString('hex')],
    ['in hexadecimal, upper case', secret.toString('hex').toUpperCase()],
    ['percent-encoded', encodeURIComponent(text)],
    ['percent-encoded whole', percent],
    ['escaped for JSON', JSON.stringify(text).slice(1, -1)],
    ['escaped for HTML', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ...[0, 1, 2].map((offset) => [`in base64 at ${String(offset)}`, inBase64(secret, offset)] as const),
    ...[0, 1, 2].map((offset) => [`in base64url at ${String(offset)}`, urlSafe(inBase64(secret, offset))] as const),
  ];
  return forms
    .map(([form, bytes]) => ({ name: `${name} ${form}`, bytes: Buffer.from(bytes) }))
    .filter(({ bytes }) => bytes.length >= shortest)
    .map(({ name: found, bytes }) => ({ name: found, low: bytes.toString('latin1').toLowerCase() }));
};

/** Shorter pieces turn up by chance. */
const shortest = 8;

const inBase64 = (secret: Buffer, offset: number): string =>
  Buffer.concat([Buffer.alloc(offset), secret])
    .toString('base64')
    .slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6));

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** Reports embed what they show, several times over. */
const deepest = 3;

const findIn = (bytes: Buffer, needles: readonly Needle[], depth = 0): readonly string[] => {
  const text = bytes.toString('latin1');
  // An endpoint may change the case of what it echoes.
  const low = text.toLowerCase();
  // PEM is broken into lines, and those are escaped in JSON.
  const joined = low.replace(/\\[rn]|\s|&#x?[ad];|&#1[03];/g, '');
  const own = needles.filter((needle) => low.includes(needle.low) || joined.includes(needle.low));
  const inside = depth >= deepest ? [] : insidesOf(bytes, text).flatMap((one) => findIn(one, needles, depth + 1));
  return [...own.map(({ name }) => name), ...inside];
};

/** What is packed in some bytes: gzip, and every long run of base64. */
const insidesOf = (bytes: Buffer, text: string): readonly Buffer[] => {
  const unpacked = unzipped(bytes);
  if (unpacked !== undefined) return [unpacked];
  const whole = text.replace(/\\[rn]|[\r\n]+|&#x?[ad];|&#1[03];/gi, '');
  const texts = whole === text ? [text] : [text, whole];
  return [...texts.flatMap(decodedRuns), ...[...plainly(text)].map((one) => Buffer.from(one, 'latin1'))];
};

/** Runs of base64, of hexadecimal with or without something between the bytes, and lists of numbers. */
const decodedRuns = (text: string): readonly Buffer[] => [
  ...[...text.matchAll(/[A-Za-z0-9+/_-]{40,}/g)].map(([run]) => Buffer.from(run, 'base64')),
  ...[...text.matchAll(/(?:[0-9a-f]{2}(?:[ :,-]{0,2}(?:0x|\\x)?)){16,}/gi)].flatMap(([run]) => {
    const digits = run.replace(/0x|\\x|[^0-9a-f]/gi, '');
    return [Buffer.from(digits, 'hex'), Buffer.from(digits.slice(1), 'hex')];
  }),
  ...[...text.matchAll(/(?:\d{1,3}[,;] ?){15,}\d{1,3}/g)].map(([list]) => Buffer.from(list.split(/[,;]/).map(Number))),
];

/** A text with one kind of escape undone, where it has a good deal of it. */
function* plainly(text: string): Generator<string> {
  const hex = (digits: string): string => Buffer.from(digits, 'hex').toString('latin1');
  const character = (code: number): string =>
    code > 0x10ffff ? '' : Buffer.from(String.fromCodePoint(code)).toString('latin1');
  if (/(?:%[0-9a-f]{2}){6}/i.test(text)) yield text.replace(/%([0-9a-f]{2})/gi, (_, one: string) => hex(one));
  if (/(?:=[0-9A-F]{2}){6}/.test(text))
    yield text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, one: string) => hex(one));
  if (/(?:&#\w+;){6}/.test(text))
    yield text
      .replace(/&#x([0-9a-f]+);/gi, (_, one: string) => character(parseInt(one, 16)))
      .replace(/&#(\d+);/g, (_, one: string) => character(Number(one)));
  if (/(?:\\u[0-9a-f]{4}){6}/i.test(text))
    yield text.replace(/\\u([0-9a-f]{4})/gi, (_, one: string) => character(parseInt(one, 16)));
}

const unzipped = (bytes: Buffer): Buffer | undefined => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return undefined;
  try {
    // The last member of a pack has no end.
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
};
