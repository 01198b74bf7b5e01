import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProfile } from './reader.ts';
import { Refusal } from './refusal.ts';

const reading = (proxy: string, environment: Readonly<Record<string, string>>, url = 'https://eto.example/') => {
  const file = join(mkdtempSync(join(tmpdir(), 'profiel-')), 'p.yaml');
  writeFileSync(file, `profile: p\ntitle: t\nphase: 1\nendpoint: { url: '${url}' }\n${proxy}\n`);
  return readProfile(file, environment).proxy;
};

const caught = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

const proxy = (host: string, from: string) => ({ url: `http://${host}.example:3128`, from, credentials: undefined });
const at = (host: string): string => `http://${host}.example:3128`;

describe('the proxy of the environment', () => {
  test('is none where nothing names one', () => {
    expect(reading('', { https_proxy: '', NO_PROXY: '*' })).toBeUndefined();
  });

  test.each([
    ['https_proxy', { https_proxy: at('a'), HTTPS_PROXY: at('b'), all_proxy: at('c'), ALL_PROXY: at('d') }, 'a'],
    ['HTTPS_PROXY', { https_proxy: '', HTTPS_PROXY: at('b'), all_proxy: at('c'), ALL_PROXY: at('d') }, 'b'],
    ['all_proxy', { all_proxy: at('c'), ALL_PROXY: at('d'), http_proxy: at('e') }, 'c'],
    ['ALL_PROXY', { ALL_PROXY: at('d'), HTTP_PROXY: at('e') }, 'd'],
  ])('is that of %s, as for curl', (from, environment, host) => {
    expect(reading('', environment)).toEqual(proxy(host, from));
  });

  test('of plain HTTP is in lower case only', () => {
    const url = 'http://eto.example/';

    expect(reading('', { http_proxy: at('a'), https_proxy: at('b') }, url)).toEqual(proxy('a', 'http_proxy'));
    expect(reading('', { HTTP_PROXY: at('a'), HTTPS_PROXY: at('b') }, url)).toBeUndefined();
  });

  test('is not for what no_proxy excepts, else NO_PROXY', () => {
    const HTTPS_PROXY = at('a');

    expect(reading('', { HTTPS_PROXY, NO_PROXY: '.example' })).toBeUndefined();
    expect(reading('', { HTTPS_PROXY, no_proxy: 'eto.example', NO_PROXY: 'x' })).toBeUndefined();
    expect(reading('', { HTTPS_PROXY, no_proxy: 'x', NO_PROXY: 'eto.example' })).toBeDefined();
  });

  test.each(['localhost', 'LOCALHOST.', 'mock.localhost', '127.0.0.1', '127.1.2.3', '[::1]', '[::ffff:127.0.0.1]'])(
    'is not for %s, which is this machine',
    (host) => {
      expect(reading('', { HTTPS_PROXY: 'geen adres' }, `https://${host}:8443/`)).toBeUndefined();
      expect(reading(`proxy: { url: '${at('a')}' }`, {}, `https://${host}/`)).toBeUndefined();
    },
  );

  test('gives credentials, percent-decoded', () => {
    expect(reading('', { HTTPS_PROXY: 'http://KANTOOR%5Cjan:p%40ss%3A%C3%A9@[2001:db8::1]:3128/' })).toEqual({
      url: 'http://[2001:db8::1]:3128',
      from: 'HTTPS_PROXY',
      credentials: { username: 'KANTOOR\\jan', password: 'p@ss:é' },
    });
    expect(reading('', { HTTPS_PROXY: 'https://jan@proxy.example' })).toEqual({
      url: 'https://proxy.example',
      from: 'HTTPS_PROXY',
      credentials: { username: 'jan', password: undefined },
    });
  });
});

describe('the proxy of a profile', () => {
  test('goes before the environment, and before what that excepts', () => {
    expect(reading(`proxy: { url: '${at('a')}' }`, { HTTPS_PROXY: at('b'), NO_PROXY: '*' })).toEqual(
      proxy('a', 'proxy.url'),
    );
    expect(reading('proxy: none', { HTTPS_PROXY: at('b') })).toBeUndefined();
  });

  test('takes its credentials from the environment', () => {
    const keys = 'proxy: { url: { env: P }, username: { env: N }, password: { env: W, optional: true } }';

    expect(reading(keys, { P: at('a'), N: 'jan', W: 'geheim' })).toEqual({
      url: at('a'),
      from: 'proxy.url (P)',
      credentials: { username: 'jan', password: 'geheim' },
    });
    expect(reading(keys, { P: at('a'), N: 'jan' })?.credentials).toEqual({ username: 'jan', password: undefined });
    expect(reading('proxy: { url: { env: P } }', { P: 'http://jan:geheim@a.example' })?.credentials).toEqual({
      username: 'jan',
      password: 'geheim',
    });
  });

  test('that may be unset leaves it to the environment', () => {
    expect(reading('proxy: { url: { env: P, optional: true } }', { HTTPS_PROXY: at('b') })).toEqual(
      proxy('b', 'HTTPS_PROXY'),
    );
  });

  test.each([
    ["proxy: { url: 'http://jan:geheim@a.example' }", 'proxy.url holds a username or password; write proxy.username'],
    ["proxy: { url: 'http://a.example', username: jan }", 'proxy.username stands in the profile itself'],
    [
      "proxy: { url: 'http://a.example', username: { env: N }, password: geheim }",
      'proxy.password stands in the profile itself',
    ],
    ["proxy: { url: 'http://a.example', password: { env: N } }", 'proxy.password has no proxy.username beside it'],
    ["proxy: { url: '' }", 'proxy.url must not be empty'],
    ['proxy: geen', 'proxy must be none, or { url'],
    ['proxy: { url: { env: LEEG } }', 'not set in the environment: LEEG'],
    ["proxy: { url: 'a.example' }", 'proxy.url is no URL; write http://host:port'],
  ])('is refused as %s', (text, said) => {
    const error = caught(() => reading(text, { N: 'jan', LEEG: '' }));

    expect(String(error)).toContain(`:5: ${said}`);
    expect(String(error)).not.toContain('geheim');
  });

  test('is refused when it is wrong, though the endpoint needs none', () => {
    expect(() => reading("proxy: { url: 'socks5://a.example' }", {}, 'https://localhost/')).toThrow('socks5://');
  });
});

test.each([
  ['geen adres', 'is no URL'],
  [' ', 'is no URL'],
  ['jan:geheim@a.example:3128', 'is no URL'],
  ['http://jan:geheim', 'is no URL'],
  ['a.example:3128', 'is no URL'],
  ['"http://a.example:3128"', 'is no URL'],
  ['http:/a.example', 'is no URL'],
  ['http://', 'is no URL'],
  ['http://a.example:99999', 'is no URL'],
  ['http://a.example,b.example:3128', 'names no host'],
  ['socks5://jan:geheim@a.example:1080', 'begins with socks5://'],
  ['htps://a.example', 'begins with htps://'],
  ['http://a.example/proxy.pac', 'has more behind host and port'],
  ['http://a.example:3128?geheim', 'has more behind host and port'],
  ['http://a.example#geheim', 'has more behind host and port'],
  ['http://jan:ge%heim@a.example', 'has a username or password with a %'],
])('%j in a variable is told by its name, and not shown', (value, said) => {
  for (const [text, name, environment] of [
    ['', 'HTTPS_PROXY', { HTTPS_PROXY: value }],
    ['proxy: { url: { env: KANTOOR } }', 'proxy.url (KANTOOR)', { KANTOOR: value }],
  ] as const) {
    if (value === ' ' && text !== '') continue;
    const error = caught(() => reading(text, environment));

    expect(error).toBeInstanceOf(Refusal);
    expect(String(error)).toContain(`${name} ${said}`);
    expect(String(error)).not.toMatch(/geheim|ge%heim/);
  }
});
