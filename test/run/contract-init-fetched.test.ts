import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import { saidBy } from '#cli/said-by';
import { leftEnglish } from '../samples/left-english.ts';
import { leaf, listenTls } from '../samples/tls-server.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-fetched-'));
const wcf = (name: string): string => readFileSync(join('test/wsdl/wcf', name), 'utf8');

/** As IIS gives them: one path, documents by query, and another host in every address than the one that was asked. */
const documents: Readonly<Record<string, string>> = {
  wsdl: wcf('Bekendmakingen.wsdl').replace(
    './Bekendmakingen_wsdl0.wsdl',
    'http://srv-app-01.intern/dienst.svc?wsdl=wsdl0',
  ),
  'wsdl=wsdl0': wcf('Bekendmakingen_wsdl0.wsdl'),
  ...Object.fromEntries(['xsd0', 'xsd1', 'xsd2', 'xsd3'].map((name) => [`xsd=${name}`, wcf(`${name}.xsd`)])),
};

/** Without a declaration: its Content-Type alone says in which encoding it is. */
const inLatin = (text: string): Uint8Array =>
  Buffer.from(text.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/(?=<\/xs:schema>)/, '<!-- één -->'), 'latin1');

const asked: string[] = [];
const server = createServer(({ url = '', headers }, response) => {
  const { pathname, search } = new URL(url, 'http://localhost');
  asked.push(`${pathname}${search}`);
  const found = documents[search.slice(1)];
  if (pathname === '/aanmelden') return void response.writeHead(302, { location: 'https://login.example/' }).end();
  if (pathname === '/stuk') return void response.writeHead(500).end();
  if (pathname === '/pagina') return void response.end('<!doctype html><title>Mijn dienst</title>');
  if (headers.authorization !== `Basic ${btoa('wij:geheim')}`) return void response.writeHead(401).end();
  if (found === undefined) return void response.writeHead(404).end();
  const isLatin = search === '?xsd=xsd0';
  response.setHeader('content-type', isLatin ? 'text/xml; charset=iso-8859-1' : 'text/xml');
  const own = found.replaceAll('http://srv-app-01.intern/Bekendmakingen.svc', 'http://srv-app-01.intern/dienst.svc');
  response.end(isLatin ? inLatin(own) : own);
});

let origin = '';
const profile = join(root, 'dienst.yaml');
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  writeFileSync(
    profile,
    `profile: dienst
title: proef
phase: 1
endpoint: { url: { env: DIENST_URL } }
credentials: { carrier: basic, username: { env: DIENST_NAAM }, password: { env: DIENST_WOORD } }
limits: { requestsPerSecond: 200, requests: 100, accepted: 10, connections: 2 }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
media: []
`,
  );
  Object.assign(process.env, {
    DIENST_URL: `${origin}/dienst.svc`,
    DIENST_ANDERS: 'https://drop.example/dienst.svc',
    DIENST_NAAM: 'wij',
    DIENST_WOORD: 'geheim',
  });
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const refusal = async (wsdl: string, given?: string): Promise<string> => {
  const before = readdirSync(root);
  const more = given === undefined ? {} : { profile: given };
  try {
    await initFolder({ wsdl, out: join(root, 'niet'), yes: true, ...more });
    return 'made';
  } catch (error) {
    expect(readdirSync(root)).toEqual(before);
    const { nl, en } = saidBy(error);
    expect({ left: leftEnglish(nl, en), isDutch: nl !== en }).toEqual({ left: [], isDutch: true });
    return error instanceof Error ? error.message.replaceAll(origin, 'http://host') : String(error);
  }
};

test('a WSDL and all that it imports are fetched from its own host, with the credentials of the profile', async () => {
  const { contract } = await initFolder({
    wsdl: `${origin}/dienst.svc?wsdl`,
    profile,
    out: join(root, 'uit'),
    yes: true,
  });

  expect(contract.service.deliver.name).toBe('StuurBericht');
  expect(asked.toSorted()).toEqual(
    ['wsdl', 'wsdl=wsdl0', 'xsd=xsd0', 'xsd=xsd1', 'xsd=xsd2', 'xsd=xsd3'].map((query) => `/dienst.svc?${query}`),
  );
});

test('what is fetched with a profile counts for its day, and nothing is asked once that is used up', async () => {
  const limited = join(root, 'beperkt.yaml');
  writeFileSync(limited, readFileSync(profile, 'utf8').replace('requests: 100,', 'requests: 100, perDay: 6,'));
  const state = mkdtempSync(join(tmpdir(), '3pas-state-'));
  const init = (name: string) =>
    initFolder({ wsdl: `${origin}/dienst.svc?wsdl`, profile: limited, state, out: join(state, name), yes: true });
  const before = asked.length;

  await expect(refusal(`${origin}/dienst.svc?wsdl`, limited)).resolves.toContain('--state');
  await init('eerst');
  await expect(init('daarna')).rejects.toThrow('none of the requests of today (limits.perDay) are left');
  expect(asked).toHaveLength(before + 6);
});

test.each(['/dienst.svc?wsdl', '/aanmelden', '/pagina'])(
  'what %s gives is told in a sentence, and nothing is written',
  async (path) => {
    expect(await refusal(`${origin}${path}`)).toMatchSnapshot();
  },
);

test('a document that is not there is told with its address', async () => {
  expect(await refusal(`${origin}/dienst.svc?singleWsdl`, profile)).toMatchSnapshot();
});

test('credentials go to the host of their profile alone', async () => {
  expect(await refusal('http://127.0.0.1:9/dienst.svc?wsdl', profile)).toContain('is not on the host of profile');
});

test('a certificate that is refused is told', async () => {
  const { cert, key } = await leaf(undefined);
  const port = await listenTls({ cert, key });

  expect(await refusal(`https://localhost:${String(port)}/dienst.svc?wsdl`)).toMatch(
    /certificate .* is refused \(\w+\); put the root/,
  );
});

test.each([
  ['http://', '--wsdl gives no address'],
  ['http://naam:geheim@127.0.0.1:9/?wsdl', '--wsdl gives no address'],
])('%s is no address to fetch from', async (address, said) => {
  const told = await refusal(address);

  expect(told).toContain(said);
  expect(told).not.toContain('geheim');
});

test('an endpoint that may be production is asked for no WSDL', async () => {
  const production = join(root, 'productie.yaml');
  const text = readFileSync(profile, 'utf8').replace('DIENST_URL', 'DIENST_ANDERS').replace('200', '2');
  writeFileSync(production, text);

  expect(await refusal('https://drop.example/dienst.svc?wsdl', production)).toContain('gets the connection test alone');
});

test('a host where nothing listens is told', async () => {
  expect(await refusal('http://127.0.0.1:9/dienst.svc?wsdl')).toContain('Nothing listens there');
});

test('a service that is broken is told, with what to do', async () => {
  expect(await refusal(`${origin}/stuk`)).toBe(
    "http://host/stuk: it can't be fetched: HTTP 500; try again later, or save the WSDL as a file",
  );
});
