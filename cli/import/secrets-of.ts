import { isUtf8 } from 'node:buffer';
import { isSecretName } from '#endpoint/secret-name';
import { secretPlaces } from '#endpoint/server/soap/secret-places';
import { sourceText } from '../check/source-text.ts';
import type { Pair } from './pair.ts';

/** What of the traffic is secret, the passwords first; `isCut` where it is more than can be searched for. */
export interface SecretsFound {
  readonly secrets: readonly string[];
  readonly isCut: boolean;
}

/** Secrets that are searched for at most, and the characters that they have together. */
const most = { secrets: 5000, characters: 512 * 1024, each: 4096 };

/** A shorter value can't be told from ordinary text. */
const shortest = 4;

/** Gathers the passwords, tokens and cookies that requests bear, and those that answers give; a username is none. */
export const secretsFold = (passwordNames: readonly string[]) => {
  const found: Found = { names: new Set(), passwords: new Set(), tokens: new Set() };
  return {
    add: (pair: Pair): void => {
      inUrl(pair.url, found);
      for (const [name, value] of [...pair.headers, ...Object.entries(pair.response?.headers ?? {})])
        inHeader(name.toLowerCase(), value, found);
      inBody(pair.body, passwordNames, found);
    },
    result: (): SecretsFound => {
      const all = [...new Set([...found.passwords, ...found.tokens])].filter(
        (one) => one.length >= shortest && one.length <= most.each && !words.test(one) && !found.names.has(folded(one)),
      );
      const secrets = fitting(all);
      return { secrets, isCut: secrets.length < all.length };
    },
  };
};

/** Values of what only bears the name of a secret. */
const words = /^(?:true|false|null|none)$/i;

interface Found {
  readonly names: Set<string>;
  readonly passwords: Set<string>;
  readonly tokens: Set<string>;
}

const fitting = (all: readonly string[]): readonly string[] => {
  let left = most.characters;
  return all.slice(0, most.secrets).filter((one) => (left -= one.length) >= 0);
};

const folded = (text: string): string => text.trim().toLowerCase();

const inUrl = (url: string, found: Found): void => {
  const [, name = '', password = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#@:]*):?([^/?#@]*)@/i.exec(url) ?? [];
  found.names.add(folded(decoded(name)));
  found.passwords.add(decoded(password));
  for (const [, key = '', value = ''] of url.matchAll(/[?&;#]([^=&;#]*)=([^&;#]*)/g))
    if (isSecretName(key)) named(key, decoded(value.replaceAll('+', ' ')), found);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const inHeader = (name: string, value: string, found: Found): void => {
  if (/^(?:proxy-)?authorization$/.test(name)) inAuthorization(value, found);
  else if (name === 'cookie') inCookies(value, /(?:^|;)\s*([^=;]+)=([^;]*)/g, found);
  else if (/^set-cookie2?$/.test(name)) inCookies(value, /(?:^|[,\n])\s*([^=;,\s]+)=([^;,\n]*)/g, found);
  else if (isSecretName(name)) named(name, withoutScheme(value), found);
};

const withoutScheme = (value: string): string =>
  value.replace(/^(?:Basic|Bearer|Digest|Negotiate|NTLM)\s+/i, '').trim();

const inAuthorization = (value: string, found: Found): void => {
  const token = withoutScheme(value);
  found.tokens.add(token.replace(/=+$/, ''));
  if (/^Digest\s/i.test(value)) found.names.add(folded(/\busername="([^"]*)"/i.exec(value)?.[1] ?? ''));
  const [, response] = /\bresponse="?([^",\s]*)/i.exec(value) ?? [];
  if (response !== undefined) found.tokens.add(response);
  if (!/^Basic\s/i.test(value)) return;
  const bytes = Buffer.from(token, 'base64');
  const pair = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  const colon = pair.indexOf(':');
  found.tokens.add(pair);
  found.names.add(folded(colon < 0 ? '' : pair.slice(0, colon)));
  found.passwords.add(pair.slice(colon + 1));
};

const inCookies = (value: string, form: RegExp, found: Found): void => {
  for (const [, name = '', one = ''] of value.matchAll(form)) {
    const bare = one.trim().replace(/^"(.*)"$/, '$1');
    for (const text of [bare, decoded(bare)]) named(name, text, found);
  }
};

/** By its name a value is who someone is, a password, or another secret. */
const named = (name: string, value: string, found: Found): void => {
  if (/gebruikersnaam|user-?name/i.test(name)) found.names.add(folded(value));
  else (/passw|pwd|wachtwoord/i.test(name) ? found.passwords : found.tokens).add(value);
};

const inBody = (body: Uint8Array, passwordNames: readonly string[], found: Found): void => {
  const { text } = sourceText(body);
  if (text.includes('UsernameToken'))
    for (const [, , token = ''] of text.matchAll(contentOf('UsernameToken'))) {
      for (const value of valuesIn(token, 'Username')) found.names.add(folded(value));
      for (const value of valuesIn(token, 'Password')) found.passwords.add(value);
    }
  inEnvelope(text, found);
  if (passwordNames.length === 0) return;
  const head = text.slice(0, /<(?:[\w.-]+:)?Body[\s/>]/.exec(text)?.index ?? text.length);
  for (const name of passwordNames) for (const value of valuesIn(head, name)) found.passwords.add(value);
};

const inEnvelope = (text: string, found: Found): void => {
  for (const { start, end, name } of secretPlaces(text))
    if (bearing.test(name)) named(name, plain(text.slice(start, end)), found);
};

/** Other names say of what kind something is as well: a word that answers have too. */
const bearing = /passw|pwd|wachtwoord|token|secret|geheim|sleutel|api-?key|session|jwt|gebruikersnaam|user-?name/i;

/** What elements, and with an `@` attributes, of a name hold. */
const valuesIn = (xml: string, name: string): readonly string[] =>
  name.startsWith('@')
    ? [...xml.matchAll(new RegExp(String.raw`\s${escaped(name.slice(1))}\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'gu'))].map(
        ([, one, other = '']) => plain(one ?? other),
      )
    : [...xml.matchAll(contentOf(name))].map(([, , content = '']) => plain(content));

/** One that does not end goes on to the end. */
const contentOf = (name: string): RegExp =>
  new RegExp(String.raw`<((?:[\w.-]+:)?${escaped(name)})(?=[\s>])[^<>]*>([^]*?)(?:</\1\s*>|$)`, 'gu');

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`);

const plain = (xml: string): string =>
  xml
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<!\[CDATA\[([^]*?)\]\]>|&#(\d{1,7});|&#x([\da-f]{1,6});|&(lt|gt|quot|apos|amp);/gi, (...all) => {
      const [whole, section, decimal, hex, name] = all.map((one: unknown) =>
        typeof one === 'string' ? one : undefined,
      );
      if (section !== undefined) return section;
      if (name !== undefined) return entities[name.toLowerCase()] ?? '';
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : (whole ?? '');
    })
    .trim();

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
