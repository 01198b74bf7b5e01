import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { redactorOf } from '#endpoint/redact';
import { exchangeOf } from './exchange-of.ts';
import type { Pair } from './pair.ts';
import { secretsFold } from './secrets-of.ts';
import { withoutSecrets } from './without-secrets.ts';

const secret = 'Zeer&Geheim<42>';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const inXml = secret.replace('&', '&amp;').replace('<', '&lt;');

const pair = (more: Partial<Pair>): Pair => ({
  ...{ from: 'a', method: 'POST', url: 'https://eto.example/', headers: [], body: new Uint8Array(), isCut: false },
  ...{ startedAt: 0, durationMs: 0, response: undefined, damaged: [], ...more },
});

const secretsOf = (pairs: readonly Pair[], names: readonly string[]) => {
  const fold = secretsFold(names);
  for (const one of pairs) fold.add(one);
  return fold.result();
};

const token = (password: string): string =>
  `<s:Envelope><s:Header><w:UsernameToken><w:Username>jansen</w:Username><w:Password Type="x">${password}</w:Password></w:UsernameToken></s:Header><s:Body/></s:Envelope>`;

const bearing: Readonly<Record<string, Partial<Pair>>> = {
  'HTTP Basic': { headers: [['Authorization', `Basic ${base64(`jansen:${secret}`)}`]] },
  'HTTP Basic of a proxy': { headers: [['proxy-authorization', `basic ${base64(`jansen:${secret}`)}`]] },
  Bearer: { headers: [['Authorization', `Bearer ${secret}`]] },
  'a UsernameToken': { body: Buffer.from(token(inXml)) },
  'a UsernameToken in UTF-16': { body: Buffer.from(`\uFEFF${token(inXml)}`, 'utf16le') },
  'a UsernameToken with CDATA': { body: Buffer.from(token(`<![CDATA[${secret}]]>`)) },
  'a header of its own': { headers: [['X-Wachtwoord', secret]] },
  'a cookie': { headers: [['Cookie', `a=b; sessie=${encodeURIComponent(secret)}`]] },
  'the address': { url: `https://eto.example/?api_key=${encodeURIComponent(secret)}` },
  'name and password of the address': { url: `https://jansen:${encodeURIComponent(secret)}@eto.example/` },
  'an element of the contract': {
    body: Buffer.from(`<s:Envelope><s:Header><x:Sleutel>${inXml}</x:Sleutel></s:Header><s:Body/></s:Envelope>`),
  },
  'an element that is called so': {
    body: Buffer.from(
      `<s:Envelope><s:Header><x:A><x:ApiSleutel>${inXml}</x:ApiSleutel></x:A></s:Header><s:Body/></s:Envelope>`,
    ),
  },
  'a token of another kind': {
    body: Buffer.from(
      token('').replace(
        '<w:UsernameToken>',
        `<w:BinarySecurityToken>${inXml}</w:BinarySecurityToken><w:UsernameToken>`,
      ),
    ),
  },
  'an attribute of the contract': {
    body: Buffer.from(`<s:Envelope><s:Header><x:L pas="${inXml}"/></s:Header><s:Body/></s:Envelope>`),
  },
};

const echoes: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'as it is': (text) => text,
  'in XML': () => inXml,
  'in base64': (text) => `<a>${base64(`u bent ${text}!`)}</a>`,
  'in hexadecimal': (text) => `<a>${Buffer.from(text).toString('hex')}</a>`,
  'in gzip': (text) => gzipSync(text),
};

const kept = (pairs: readonly Pair[]): string => {
  const { secrets } = secretsOf(pairs, ['Sleutel', '@pas']);
  const redactor = redactorOf(undefined, secrets);
  return pairs
    .map((one, index) => withoutSecrets(exchangeOf(one, index, ['Sleutel', '@pas']), redactor))
    .flatMap(({ request, outcome, inbound }) => {
      const answer = 'response' in outcome ? Buffer.from(outcome.response.body).toString('latin1') : '';
      return [
        Buffer.from(request.body).toString('latin1').replaceAll('\0', ''),
        answer,
        JSON.stringify([request.url, request.headers, outcome, inbound]),
      ];
    })
    .join('\n');
};

describe('a secret of one request is nowhere in what is kept', () => {
  const answers = Object.values(echoes).map((echo) => Buffer.from(echo(secret)));
  const others = answers.map((body) => pair({ response: { status: 200, headers: { 'x-echo': secret }, body } }));

  test.each(Object.entries(bearing))('that of %s', (_, one) => {
    const after = kept([
      ...others,
      pair(one),
      pair({ url: `https://h/${secret}`, body: Buffer.from(`<a>${inXml}</a>`) }),
    ]);

    for (const echo of Object.values(echoes)) expect(after).not.toContain(Buffer.from(echo(secret)).toString('latin1'));
    expect(after).not.toContain(base64(secret).slice(0, 16));
    expect(after).toContain('***');
  });
});

test('a username, a very short value and a plain word are no secrets', () => {
  const { secrets } = secretsOf(
    [
      pair({ headers: [['Authorization', `Basic ${base64('jansen:Jansen')}`]] }),
      pair({ headers: [['Cookie', 'a=abc; b=true']], body: Buffer.from(token('jansen')) }),
      pair({ headers: [['X-Gebruikersnaam', 'pietersen']] }),
    ],
    [],
  );

  expect(secrets).toEqual([base64('jansen:Jansen').replace(/=+$/, ''), 'jansen:Jansen']);
});

test('of thousands of tokens each is found, and of more than can be searched for the passwords are', () => {
  const tokens = Array.from({ length: 6000 }, (_, index) => `sessie-${String(index)}-teken`);
  const cookies = tokens.map((one) => pair({ headers: [['Cookie', `a=${one}`]] }));
  const { secrets, isCut } = secretsOf([...cookies, pair({ headers: [['X-Wachtwoord', secret]] })], []);
  const { text } = redactorOf(undefined, secrets);

  expect([secrets.length, isCut, secrets[0]]).toEqual([5000, true, secret]);
  expect(text(`<a>${tokens[4000] ?? ''} niets ${base64(`u: ${tokens[1700] ?? ''}`)}</a>`)).toBe('<a>*** niets ***</a>');
});
