import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { planRun } from '#cli/run/plan-run';
import { UsageError } from '#cli/usage-error';
import { ContractError } from '#contract/folder/contract-error';
import { ConfigurationError } from '#endpoint/configuration-error';
import { systemClock } from '#endpoint/clock';
import { createTestPki } from '#endpoint/pki/test-pki';
import type { HttpRequest } from '#endpoint/server/http-message';
import type { RunConfig } from '#harness/run-config';
import { topicsOfRuns } from '#judgement/requirements/registry';
import { aliveMessage } from '#generators/alive-message';
import { sampleOin } from '../samples/certificate-chains.ts';
import { act, contract, sharedPki } from '../defects/shared.ts';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder, threePas } from '../run/three-pas.ts';
import { type Place, openPlace, writeIdentity } from './place.ts';

const folder = temporaryFolder();
let places: { readonly plain: Place; readonly tls: Place };
beforeAll(async () => {
  writeIdentity(folder, await sharedPki());
  places = { plain: await openPlace('plain'), tls: await openPlace('tls') };
});
afterAll(() => Promise.all([places.plain.mock.close(), places.tls.mock.close()]));
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Ways to write one address; each leads to the port on this machine. */
const spellings: Readonly<Record<string, (port: string, path: string) => string>> = {
  plain: (port, path) => `//127.0.0.1:${port}${path}`,
  name: (port, path) => `//localhost:${port}${path}`,
  upper: (port, path) => `//LOCALHOST:${port}${path}`,
  dot: (port, path) => `//localhost.:${port}${path}`,
  short: (port, path) => `//127.1:${port}${path}`,
  hexadecimal: (port, path) => `//0x7f.0.0.1:${port}${path}`,
  mapped: (port, path) => `//[::ffff:127.0.0.1]:${port}${path}`,
  user: (port, path) => `//jan:geheim@127.0.0.1:${port}${path}`,
  query: (port, path) => `//127.0.0.1:${port}${path}?fase=test`,
  fragment: (port, path) => `//127.0.0.1:${port}${path}#test`,
  elsewhere: (port) => `//127.0.0.1:${port}/eto/test`,
};

const credentials = {
  none: '',
  basic: 'credentials: { username: { env: NAAM }, password: { env: WOORD } }',
  wsse: 'credentials: { carrier: wsse, username: { env: NAAM }, password: { env: WOORD } }',
  header:
    'credentials: { carrier: header, headers: { username: X-Original-URL, password: X-Forwarded-Host }, username: { env: NAAM } }',
  host: 'credentials: { carrier: header, headers: { username: Host, password: SOAPAction }, username: { env: NAAM } }',
};

const everything = '[violations, variants, attacks, wrong-credentials, wrong-certificates, bopa]';

const asked = fc.record({
  phase: fc.constantFrom<(1 | 2 | 3 | 4)[]>(1, 2, 3, 4, 4, 4),
  scheme: fc.constantFrom('https', 'https', 'HTTPS', 'http'),
  spelling: fc.constantFrom(...Object.keys(spellings)),
  /** What DROP_PRODUCTIE_URL holds: the same address in some spelling, which may be none that can be read; or nothing. */
  named: fc.option(fc.constantFrom(...Object.keys(spellings), 'bare'), { freq: 4 }),
  carrier: fc.constantFrom<(keyof typeof credentials)[]>('none', 'none', 'none', 'basic', 'wsse', 'header', 'host'),
  permitted: fc.boolean(),
  wrong: fc.boolean(),
  topic: fc.subarray([...topicsOfRuns]),
  documentType: fc.subarray(contract.documentTypes.map(({ name }) => name)),
  runs: fc.integer({ min: 1, max: 30 }),
  clock: fc.option(fc.constantFrom('2026-11-23', '2040-01-01T00:00:00Z'), { nil: undefined }),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const addressOf = ({ scheme, spelling }: Asked): string => {
  const { mock } = scheme === 'http' ? places.plain : places.tls;
  const { port, pathname } = new URL(mock.url);
  return `${scheme}:${spellings[spelling]?.(port, pathname) ?? ''}`;
};

const productionNamed = ({ scheme, named }: Asked): string | undefined => {
  const { mock } = scheme === 'http' ? places.plain : places.tls;
  const { port, pathname } = new URL(mock.url);
  if (named === null) return undefined;
  return named === 'bare' ? `localhost:${port}` : `${scheme}:${spellings[named]?.(port, pathname) ?? ''}`;
};

const write = (one: Asked): string => {
  const file = join(folder, 'profiel.yaml');
  const lines = [
    'profile: p',
    'title: t',
    `phase: ${String(one.phase)}`,
    `endpoint: { url: '${addressOf(one)}' }`,
    ...(one.phase === 1 ? [] : ['certificate: { file: eigen.pem }', 'serverRoots: [roots.pem]']),
    credentials[one.carrier],
    'limits: { requestsPerSecond: 100000, requests: 100000, accepted: 100000, timeoutMs: 2000 }',
    'bevoegdGezag: [{ soort: gemeente, naam: Woerden }]',
    'media: [Gemeenteblad]',
    ...(one.wrong ? ['wrongCertificates: { expired: { file: verlopen.pem } }'] : []),
    ...(one.permitted
      ? [`toestemming: { door: niemand, datum: '2020-01-01', tot: '2099-12-31', omvang: ${everything} }`]
      : []),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

/** The plan of a command line, or the error that it ends with. */
const planOf = (one: Asked): RunConfig | Error => {
  vi.stubEnv('DROP_PRODUCTIE_URL', productionNamed(one));
  vi.stubEnv('NAAM', 'proefaansluiting');
  vi.stubEnv('WOORD', 'geheim');
  const { topic, documentType, runs, clock } = one;
  const given = clock === undefined ? {} : { clock };
  try {
    return planRun({ profile: write(one), topic, documentType, runs, reporter: [], ...given, out: join(folder, 'uit') })
      .config;
  } catch (error) {
    if ([UsageError, ContractError, ConfigurationError].some((kind) => error instanceof kind)) return error as Error;
    throw error;
  }
};

const { alive } = contract.service;
const isAlive = ({ method, body, headers }: HttpRequest): boolean =>
  method === 'POST' &&
  headers['soapaction'] === `"${alive?.action ?? ''}"` &&
  alive !== undefined &&
  Buffer.from(body).equals(aliveMessage(contract, []));

/** What arrived at both places since the last time. */
const arrivals = (): readonly HttpRequest[] => [places.plain, places.tls].flatMap(({ arrived }) => arrived.splice(0));

describe('whatever is planned', () => {
  let tests = 0;
  test('nothing but the connection test arrives at production, and phases 1 to 3 are refused there', async () => {
    const property = fc.asyncProperty(asked, async (one) => {
      const plan = planOf(one);
      if (one.named !== null && one.phase !== 4) {
        expect(plan).toBeInstanceOf(Error);
        // A header that HTTP uses is refused too.
        if (one.carrier !== 'host')
          expect((plan as Error).message).toMatch(/is taken for production|is no whole https address/);
      }
      if (plan instanceof Error || one.phase !== 4) {
        expect(arrivals()).toEqual([]);
        return;
      }
      const ended = await act(plan).then(
        (left) => left.ended,
        (error: unknown) => {
          if (!(error instanceof ConfigurationError)) throw error;
          return [];
        },
      );
      expect(ended.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
      const arrived = arrivals();
      tests += arrived.length;
      expect(arrived.filter((request) => !isAlive(request))).toEqual([]);
    });

    await fc.assert(property, { seed: 20261125, numRuns: 60 });
    expect(tests).toBeGreaterThan(30);
  });

  test.each([1, 2, 3])('a run that passes itself off as one of phase %i sends nothing else either', async (phase) => {
    const one: Asked = {
      phase: 4,
      scheme: 'https',
      spelling: 'plain',
      named: 'name',
      carrier: 'none',
      permitted: true,
      wrong: true,
      topic: [],
      documentType: ['Melding'],
      runs: 1,
      clock: undefined,
    };
    const plan = planOf(one);
    if (plan instanceof Error) throw plan;
    const { ended } = await act(
      { ...plan, phase, permitted: undefined },
      { only: ({ requirement }) => /^(?:connection|delivery|tls|variants|robustness)\./.test(requirement) },
    );

    expect(ended.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed').length).toBeGreaterThan(0);
    const arrived = arrivals();
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.filter((request) => !isAlive(request))).toEqual([]);
  });
});

describe('as a command', () => {
  const profile = (phase: number, url: string): string => {
    const file = join(folder, `fase-${String(phase)}.yaml`);
    const certificate = phase === 1 ? '' : 'certificate: { file: eigen.pem }\nserverRoots: [roots.pem]\n';
    writeFileSync(file, `profile: p\ntitle: t\nphase: ${String(phase)}\nendpoint: { url: '${url}' }\n${certificate}`);
    return file;
  };

  test.each([1, 2, 3])('phase %i at production ends with exit code 2', async (phase) => {
    const { url } = places.tls.mock;
    const { code, stderr } = await inProcess(['run', '--profile', profile(phase, url)], { DROP_PRODUCTIE_URL: url });

    expect(code).toBe(2);
    expect(stderr).toContain('is taken for production');
    expect(arrivals()).toEqual([]);
  });

  test('phase 4 is in order at what is like production, which got no delivery', async () => {
    // A test OIN has no place in production.
    const pki = await createTestPki({ now: systemClock.now, oin: sampleOin });
    const production = await openPlace({ pki });
    writeIdentity(folder, pki);
    const out = join(temporaryFolder(), 'out');
    try {
      const { url, registry } = production.mock;
      const args = ['run', '--profile', profile(4, url), '--runs', '1', '--reporter', 'table', '--out', out];
      const { code, stdout } = await threePas(args, { DROP_PRODUCTIE_URL: url });

      expect(stdout).toMatch(/^Tested in part: 29 checks, all in order/);
      expect(code).toBe(0);
      expect(registry.counts().received).toBe(0);
      expect(production.arrived.length).toBeGreaterThan(3);
      expect(production.arrived.filter((request) => !isAlive(request))).toEqual([]);
      expect(stdout).toContain(`3pas attest --publication gmb-YYYY-N --seen-by NAME --seen-at MOMENT --run ${out}`);

      const seen = ['--publication', 'gmb-2026-12345', '--seen-by', 'J. de Vries', '--seen-at', '2026-11-24'];
      expect(await inProcess(['attest', ...seen, '--run', out, '--lang', 'nl'])).toMatchObject({
        code: 0,
        stdout: `gmb-2026-12345, gezien door J. de Vries op 2026-11-24\nVastgelegd in ${join(out, 'attestations.ndjson')}\n`,
      });
      const listed = await inProcess(['attest', '--list', '--json', '--run', out]);
      expect(JSON.parse(listed.stdout)).toMatchObject([{ publication: 'gmb-2026-12345', profile: 'p' }]);
      expect((await inProcess(['attest', '--run', out, '--out', out])).code).toBe(2);
    } finally {
      await production.mock.close();
      await pki.close();
    }
  });
});
