import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { diagnose } from '#cli/doctor/diagnose';
import { exitCodeOf } from '#cli/doctor/report';
import { planRun } from '#cli/run/plan-run';
import { act, contract } from '../defects/shared.ts';
import { temporaryFolder, threePas } from '../run/three-pas.ts';
import { type Recorder, openRecorder } from './recorder.ts';

const folder = temporaryFolder();
let recorder: Recorder;
beforeAll(async () => {
  recorder = await openRecorder();
});
afterAll(() => {
  recorder.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Asked {
  /** What leads to the recorder. */
  readonly host: string;
  readonly testHosts?: readonly string[];
  readonly limits?: string;
}

const profileOf = ({ host, testHosts = [], limits = 'requestsPerSecond: 5, requests: 4' }: Asked): string => {
  const file = join(folder, 'profiel.yaml');
  const lines = [
    ...['profile: p', 'title: t', 'phase: 1', `endpoint: { url: 'http://${host}:${String(recorder.port)}/' }`],
    `testHosts: [${testHosts.map((one) => `'${one}'`).join(', ')}]`,
    `limits: { ${limits}, timeoutMs: 2000 }`,
    'bevoegdGezag: [{ soort: gemeente, naam: Woerden }]',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

/** A run under the id whose mark is in the deliveries that all runs here share. */
const planned = (profile: string) =>
  planRun({
    ...{ profile, runs: 1, reporter: [], topic: ['delivery'], documentType: ['Melding'], out: folder },
    ...{ runId: 'gebreken', clock: '2026-11-23T10:00:00Z', seed: 1 },
  }).config;

/** The exit code of a doctor who delivers. */
const doctorOn = async (profile: string): Promise<number> => exitCodeOf(await diagnose({ profile, deliver: true }));

const delivered = (): readonly string[] => recorder.arrived().filter((action) => !action.includes('IsAlive'));

/** Ways to mistype the one address that production has, none of which is a whole https URL. */
const mistyped: readonly ((host: string) => string)[] = [
  (host) => `htps://${host}/`,
  (host) => `http://${host}/`,
  (host) => `https:/${host}/`,
  (host) => `https:${host}/`,
  (host) => `https;//${host}/`,
  (host) => `//${host}/`,
  (host) => host,
  (host) => `"https://${host}/"`,
  (host) => `“https://${host}/”`,
  (host) => `<https://${host}/>`,
  (host) => `https://${host}/,https://elders.example/`,
  (host) => `https://elders.example/;https://${host}/`,
  (host) => `https://elders.example/ ${host}`,
  (host) => `https://jan@${host}/`,
  (host) => `https://${host}/ #`,
  (host) => `\u200bhttps://${host}/`,
  (host) => `https://elders.example/\u00a0https://${host}/`,
  (host) => `https:\uff0f/${host}/`,
  () => '',
  () => ' \n',
];

describe('nothing arrives', () => {
  test('where production is mistyped, whoever sends', async () => {
    const hosts = fc.constantFrom('127.0.0.1', 'localhost', '0.0.0.0');
    const property = fc.asyncProperty(fc.constantFrom(...mistyped), hosts, fc.boolean(), async (wrong, host, port) => {
      const profile = profileOf({ host, testHosts: [host] });
      vi.stubEnv('DROP_PRODUCTIE_URL', wrong(port ? `${host}:${String(recorder.port)}` : host));

      expect(() => planned(profile)).toThrow(/DROP_PRODUCTIE_URL holds ".*no whole https address/);
      expect(await doctorOn(profile)).toBe(2);
      expect(recorder.arrived()).toEqual([]);
    });

    await fc.assert(property, { seed: 20261129, numRuns: 60 });
  });

  test.each(['0.0.0.0', '0', 'drop.example'])(
    'at %s, which nothing marks as a test host, and no delivery leaves a run that was not asked',
    async (host) => {
      const profile = profileOf({ host, testHosts: ['elders.example'] });

      expect(await doctorOn(profile)).toBe(2);
      expect(recorder.arrived()).toEqual([]);
      await act(planned(profile), { only: ({ requirement }) => requirement === 'delivery.accepts-valid' });
      expect(delivered()).toEqual([]);
    },
  );

  test('by a command either, which ends with exit code 2', async () => {
    const profile = profileOf({ host: '0.0.0.0' });

    for (const args of [
      ['run', '--skip-doctor'],
      ['doctor', '--deliver', '--json'],
    ]) {
      const { code, stdout, stderr } = await threePas([...args, '--profile', profile]);
      expect(code).toBe(2);
      expect(stdout + stderr).toContain('nothing says that this host is for tests');
    }
    expect(recorder.arrived()).toEqual([]);
  });

  test.each(['requestsPerSecond: 6', 'requests: 5001', 'accepted: 501'])(
    'under a limit above its ceiling: %s',
    async (limits) => {
      const profile = profileOf({ host: '0.0.0.0', testHosts: ['0.0.0.0'], limits });

      expect(() => planned(profile)).toThrow(/profiel\.yaml:6: limits\.\w+ is \d+, and the ceiling/);
      expect(await doctorOn(profile)).toBe(2);
      expect(recorder.arrived()).toEqual([]);
    },
  );
});

test.each([
  ['this machine', { host: '127.0.0.1' }],
  ['a host that is listed', { host: '0.0.0.0', testHosts: ['0.0.0.0'] }],
])('deliveries arrive at %s, and no more than the profile says', async (_, asked) => {
  vi.stubEnv('DROP_PRODUCTIE_URL', 'https://drop.example/ https://192.0.2.7:8443/x');

  await act(planned(profileOf(asked)), { only: ({ requirement }) => requirement.startsWith('delivery.') });

  expect(new Set(recorder.arrived())).toEqual(new Set([`"${contract.service.deliver.action}"`]));
});
