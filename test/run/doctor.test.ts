import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { badEndpoint, behaviours } from './bad-endpoints.ts';
import { inProcess } from './in-process.ts';
import { inFull } from '../samples/in-full.ts';
import { runHere } from './run-here.ts';
import { checksIn, credentials, eventsIn, exchangesIn, fileIn, profileFor, temporaryFolder } from './three-pas.ts';

const nowhere = (): string => profileFor(temporaryFolder(), 'http://127.0.0.1:9/');

const doctor = (...args: readonly string[]) => inProcess(['doctor', ...args], credentials);

/** The last two have all that the others have, and more: TLS, a certificate, production. */
const embedded = ['mock-poc', 'mock-tst-koop', 'mock-tst-pkio', 'mock-productie'];

const short = ['--topic', 'connection,delivery', '--document-type', 'Melding', '--runs', '1'];

/** Runs against a profile, and tells what the run came to. */
const running = async (profile: string, ...more: readonly string[]) => {
  const out = join(temporaryFolder(), 'out');
  const finished = await runHere(['--profile', profile, ...short, ...more, '--out', out], credentials);
  return { ...finished, out };
};

describe('3pas doctor', () => {
  test.each(inFull(embedded, embedded.slice(2)))('finds %s well', async (profile) => {
    const { code, stdout } = await doctor('--profile', profile);

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('All is well') as string });
  });

  test('tells one line a step, the cause and its remedy, in Dutch', async () => {
    const { code, stdout } = await doctor('--profile', nowhere(), '--lang', 'nl');

    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^✓ Configuratie .*\n✓ Omgevingsvariabelen\n✓ Bestanden\n– DNS .*\n✗ TCP\n· Proxy +niet gedaan\n/,
    );
    expect(stdout).toContain('Oorzaak: Op 127.0.0.1:9 luistert niets');
    expect(stdout).toContain('Oplossing: Controleer host en poort');
  });

  test('tells the same as JSON', async () => {
    const { code, stdout } = await doctor('--profile', nowhere(), '--json');

    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ outcome: 'blocked', phase: 1, url: 'http://127.0.0.1:9/' },
      cause: { id: 'port-refused', remedy: { nl: expect.stringContaining('Controleer') as string } },
    });
  });

  test('ends with exit code 2 for a configuration that is wrong', async () => {
    const { code, stdout } = await doctor('--profile', 'eto-tst-pkio');

    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('DROP_PKIO_CERTIFICAAT') as string });
  });

  test('delivers one dossier when asked, to the embedded endpoint as well', async () => {
    const { code, stdout } = await doctor('--profile', 'mock-tst-pkio', '--deliver');

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('prepared as dossier') as string });
  });
});

describe('a run begins with it', () => {
  test('and what it finds for certain blocks every planned check, with a report all the same', async () => {
    const { code, stdout, stderr, out } = await running(nowhere());

    const [started, , diagnosed] = eventsIn(out);
    const blocked = checksIn(out).filter(({ verdict }) => verdict === 'blocked');
    const verdicts = new Set(checksIn(out).map(({ verdict, reason }) => `${verdict}: ${reason?.en ?? ''}`));
    expect(code).toBe(3);
    expect(stderr).toContain('✗ TCP');
    expect(stdout).toContain('NO VERDICT: not one SOAP answer came');
    expect(started).toMatchObject({ checks: checksIn(out).length });
    expect(diagnosed).toMatchObject({ type: 'diagnosed', cause: { id: 'port-refused' } });
    expect([...verdicts].filter((one) => !/^(?:left-out|not-applicable): /.test(one))).toEqual([
      expect.stringMatching(/^blocked: Nothing listens on 127\.0\.0\.1:9/),
    ]);
    expect(eventsIn(out).at(-1)).toMatchObject({
      complete: false,
      reason: { en: expect.stringContaining('Nothing') as string },
    });
    expect(fileIn(out, 'junit.xml')).toContain(`errors="${String(blocked.length)}"`);
    expect(existsSync(join(out, 'allure-report/index.html'))).toBe(true);
  });

  test('and goes on where the endpoint may be to blame, after it has said what it saw', async () => {
    const endpoint = await badEndpoint(behaviours.html);
    const { code, stderr, out } = await running(profileFor(temporaryFolder(), endpoint.url), '--reporter', 'junit');
    await endpoint.close();

    expect(code).toBe(3);
    expect(stderr).toContain('A web page answers, no SOAP service: Welkom');
    expect(stderr).toContain('the run goes on and judges');
    const types = eventsIn(out).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['run-started', 'planned', 'exchange']);
    expect(exchangesIn(out)[0]).toMatchObject({ check: 'doctor', purpose: 'alive' });
  });

  test('unless it is told not to', async () => {
    const { code, stderr, out } = await running(nowhere(), '--skip-doctor', '--reporter', 'junit');

    expect({ code, stderr: stderr.includes('3pas doctor') }).toEqual({ code: 3, stderr: false });
    expect(eventsIn(out).some(({ type }) => type === 'diagnosed')).toBe(false);
    expect(checksIn(out)[0]?.reason?.en).toContain('the connection was refused');
  });

  test('and its requests count in the budget of the run', async () => {
    const endpoint = await badEndpoint(behaviours.html);
    const profile = profileFor(temporaryFolder(), endpoint.url);
    writeFileSync(profile, readFileSync(profile, 'utf8').replace('requests: 100000', 'requests: 20'));
    const { out } = await running(profile, '--reporter', 'junit');
    await endpoint.close();

    const left = exchangesIn(out).filter(({ failure }) => failure === undefined);
    expect(left.map(({ check }) => check === 'doctor')).toContain(true);
    expect(left.length).toBeLessThanOrEqual(20);
  });
});
