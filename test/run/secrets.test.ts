import { createPrivateKey } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Defect } from '#endpoint/mock/parts';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { contract, mockFor, sharedPki } from '../defects/shared.ts';
import { answering } from '#defects/seams';
import { exchangesIn, type Finished, temporaryFolder, threePas } from './three-pas.ts';
import { runHere } from './run-here.ts';
import { type Secrets, scan } from './secret-scan.ts';
import { inFull } from '../samples/in-full.ts';

const username = 'gebruiker-Zonnebloem&Co';
const password = 'wachtwoord <Ünïcöde> + "42"/x';
const passphrase = 'wachtzin voor de sleutel €19';
const storePassword = 'wachtwoord-van-de-p12-Kluis';

const folder = temporaryFolder();

/** Ways in which an endpoint can write what it was sent. */
const ways: readonly ((sent: string, plain: string) => string)[] = [
  (sent) => sent.toLowerCase(),
  (sent) => sent.toUpperCase(),
  (_, plain) => plain.toUpperCase(),
  (_, plain) => hexOf(plain),
  (_, plain) => (hexOf(plain).toUpperCase().match(/../g) ?? []).join(':'),
  (_, plain) => base64Of(`<bericht>${plain}</bericht>`),
  (_, plain) => base64Of(`<een>${plain}</een>`).replace(/.{16}/g, '$&\n'),
  (_, plain) => base64Of(base64Of(`<bericht>${plain}</bericht>`)),
  (_, plain) => base64Of(hexOf(plain)),
  (_, plain) => Buffer.from(`x${plain}`, 'utf16le').toString('base64'),
  (_, plain) => gzipSync(`<bericht>${plain}</bericht>`).toString('base64'),
  (_, plain) => JSON.stringify([...Buffer.from(plain)]),
  (_, plain) => Array.from(plain, (one) => `&#${String(one.codePointAt(0))};`).join(''),
  (_, plain) => (hexOf(plain).match(/../g) ?? []).map((byte) => `%${byte}`).join(''),
  (_, plain) => (hexOf(plain).toUpperCase().match(/../g) ?? []).map((byte) => `=${byte}`).join(''),
];

const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const base64Of = (text: string): string => Buffer.from(text).toString('base64');

let answers = 0;

/** Tells whoever asks what it was sent, in several ways. */
const echoing: Defect = answering((response, { headers }) => {
  const sent = headers['authorization'] ?? '';
  const plain = Buffer.from(sent.replace('Basic ', ''), 'base64').toString();
  answers += 1;
  const other = ways[answers % ways.length]?.(sent, plain) ?? '';
  const more = `<!-- ${sent} ${encodeURIComponent(plain)} ${plain.replaceAll('<', '&lt;')} ${other} -->`;
  const echo = {
    'x-echo': sent,
    'x-anders': other.replace(/\n/g, ' '),
    'set-cookie': `wie=${encodeURIComponent(plain)}`,
  };
  return {
    ...response,
    headers: { ...response.headers, ...echo },
    body: Buffer.concat([response.body, Buffer.from(more)]),
  };
});

let plain: MockServer;
let secure: MockServer;
let secrets: Secrets;
beforeAll(async () => {
  const { clients, serverRoots } = await sharedPki();
  const { cert, key } = clients.g1;
  const secret = createPrivateKey(key);
  const { d = '', p = '', q = '' } = secret.export({ format: 'jwk' });
  secrets = {
    password,
    passphrase,
    'PKCS#12 password': storePassword,
    username,
    'key (DER)': secret.export({ type: 'pkcs8', format: 'der' }),
    ...Object.fromEntries(
      Object.entries({ d, p, q }).map(([name, value]) => [
        `key (${name})`,
        Buffer.from(value, 'base64url').subarray(8, 40),
      ]),
    ),
  };
  mkdirSync(folder, { recursive: true });
  const encrypted = secret.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
  writeFileSync(join(folder, 'eigen.pem'), cert);
  writeFileSync(join(folder, 'sleutel.pem'), encrypted);
  writeFileSync(join(folder, 'roots.pem'), serverRoots.join(''));
  const chain = cert.match(/-----BEGIN[^]+?-----END CERTIFICATE-----/g) ?? [];
  const store = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    chain.map((one) => forge.pki.certificateFromPem(one)),
    storePassword,
    { algorithm: '3des' },
  );
  writeFileSync(join(folder, 'eigen.p12'), Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1'));
  plain = await createMockServer({ contract, username, password, today: '2026-11-23', defects: [echoing] });
  secure = await mockFor([], { topics: [], phase: 2 });
});
afterAll(() => Promise.all([plain.close(), secure.close()]));

const rest = `limits: { requestsPerSecond: 100000, requests: 100000, accepted: 100000 }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
toestemming: { door: niemand, datum: '2020-01-01', tot: '2099-12-31', omvang: [violations, variants, attacks, wrong-credentials, wrong-certificates] }
`;

const profile = (phase: number, lines: string): string => {
  const file = join(folder, `fase-${String(phase)}.yaml`);
  const url = phase === 1 ? plain.url : secure.url;
  writeFileSync(file, `profile: p\ntitle: t\nphase: ${String(phase)}\nendpoint: { url: '${url}' }\n${lines}\n${rest}`);
  return file;
};

const environment = { NAAM: username, WOORD: password, ZIN: passphrase, KLUIS: storePassword };
const byKey = `certificate: { file: eigen.pem, key: sleutel.pem, password: { env: ZIN } }\nserverRoots: [roots.pem]`;
const byStore = `certificate: { file: eigen.p12, password: { env: KLUIS } }\nserverRoots: [roots.pem]`;

type Runs = (args: readonly string[], environment: Readonly<Record<string, string>>) => Promise<Finished>;
const asCommand: Runs = (args, given) => threePas(['run', ...args], given);

const runAll = async (run: Runs, file: string, ...more: readonly string[]) => {
  const out = join(temporaryFolder(), 'out');
  const args = [
    '--profile',
    file,
    '--runs',
    '1',
    '--seed',
    '1',
    '--clock',
    '2026-11-23T10:00:00Z',
    '--out',
    out,
    ...more,
  ];
  const { code, stdout, stderr } = await run(args, environment);
  return { code, out, stdout, stderr };
};

const oneType = ['--document-type', 'Melding'];
const large = inFull(oneType, [...oneType, '--topic', 'connection,delivery,protocol,variants']);
const small = [...oneType, '--topic', 'connection,tls,certificate'];

describe('nothing that a run writes or says holds a secret', () => {
  test.each<[string, { readonly phase: 1 | 2 | 3; readonly filter: readonly string[]; readonly least: number }]>([
    [
      'phase 1, with a username and password that the endpoint echoes',
      { phase: 1, filter: large, least: inFull(200, 50) },
    ],
    ...inFull<readonly [string, { phase: 2; filter: readonly string[]; least: number }][]>(
      [['phase 2, with an encrypted key', { phase: 2, filter: small, least: 15 }]],
      [],
    ),
    ['phase 3, with a PKCS#12 file', { phase: 3, filter: small, least: 15 }],
  ])('%s', async (_, { phase, filter, least }) => {
    const credentials = 'credentials: { username: { env: NAAM }, password: { env: WOORD } }';
    const lines = phase === 1 ? credentials : phase === 2 ? byKey : byStore;
    // Phases 2 and 3 share an endpoint, which takes nothing twice.
    const { code, out, stdout, stderr } = await runAll(
      phase === 2 ? runHere : asCommand,
      profile(phase, lines),
      '--run-id',
      `fase${String(phase)}`,
      ...filter,
    );

    expect(code).toBeLessThan(2);
    expect(exchangesIn(out).filter(({ answer }) => answer === 'accepted').length).toBeGreaterThan(2);
    expect(exchangesIn(out).length).toBeGreaterThan(least);
    expect(scan(out, { stdout, stderr }, secrets)).toEqual([]);
  });

  test('also where the password of a file is wrong', async () => {
    const file = profile(3, byStore.replace('KLUIS', 'ZIN'));
    const { code, stdout, stderr } = await runAll(runHere, file, ...small);

    expect(code).toBe(2);
    expect(scan(folder, { stdout, stderr }, { passphrase, password: storePassword })).toEqual([]);
  });
});

test('the search finds a secret in every guise', () => {
  const place = temporaryFolder();
  const bytes = Buffer.from(password);
  const guises: Readonly<Record<string, string | Buffer>> = {
    plain: password,
    json: JSON.stringify({ a: password }),
    html: `<b>${password.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</b>`,
    percent: encodeURIComponent(password),
    hex: bytes.toString('hex'),
    utf16: Buffer.from(`x${password}`, 'utf16le'),
    zero: Buffer.from(`abc${password}xyz`).toString('base64'),
    one: Buffer.from(`a${password}xyz`).toString('base64'),
    two: Buffer.from(`ab${password}xyz`).toString('base64url'),
    gzip: gzipSync(`x${password}`),
    embedded: JSON.stringify({
      d: gzipSync(Buffer.from(JSON.stringify({ a: `${'x'.repeat(40)}${password}` }))).toString('base64'),
    }),
    lines: Buffer.from(password).toString('base64').replace(/.{10}/g, '$&\\n'),
    ...Object.fromEntries(ways.slice(2).map((way, index) => [`way ${String(index)}`, way('', `naam:${password}`)])),
    lower: Buffer.from(password).toString('base64').toLowerCase(),
  };
  for (const [name, content] of Object.entries(guises)) writeFileSync(join(place, name), content);

  const found = scan(place, {}, { password });
  expect(Object.keys(guises).filter((name) => !found.some((one) => one.startsWith(`${name}: `)))).toEqual([]);
});
