import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { type RunningMock, startMock } from '#endpoint/mock-process';
import { findProfile } from '#profiles/find';
import { runHere } from './run-here.ts';
import { eventsIn, checksIn, exchangesIn, problemsIn, temporaryFolder } from './three-pas.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const shipped = readFileSync(findProfile('eto-poc'), 'utf8');
const username = 'aansluiting';
const clock = '2026-11-23T12:00:00.000Z';

/** Requests a second of the shipped profile, and how much shorter the limiter's time is here. */
const pace = Number(/requestsPerSecond: (\d+)/.exec(shipped)?.[1]);
const shorter = 500;

const permission = `toestemming:
  door: functioneel beheer KOOP
  datum: 2026-11-01
  tot: 2099-12-31
  omvang: [violations, variants, attacks, wrong-credentials]
`;

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ contract, username, today: clock.slice(0, 10) });
});
afterAll(async () => {
  await mock.stop();
});

/** A run of the shipped profile for phase 1, whose limiter does not take its time. */
const runOfRecipe = async (runId: string, more: string, ...args: readonly string[]) => {
  const folder = temporaryFolder();
  const [profile, out] = [join(folder, 'eto-poc.yaml'), join(folder, 'out')];
  writeFileSync(
    profile,
    shipped.replace(/requestsPerSecond: \d+/, `requestsPerSecond: ${String(pace * shorter)}`) + more,
  );
  const environment = {
    DROP_ETO_POC_URL: mock.url,
    DROP_ETO_POC_GEBRUIKERSNAAM: username,
    DROP_ETO_POC_BEVOEGD_GEZAG: 'gemeente=Woerden',
  };
  const command = ['--profile', profile, '--seed', '1', '--clock', clock, '--run-id', runId, '--reporter', 'table'];
  return { ...(await runHere([...command, '--out', out, ...args], environment)), out };
};

const minutesFor = (requests: number): number => requests / pace / 60;

describe("README's command for the ETO, with the limits that come with it", () => {
  test('accepts each document type that needs no permission, within five minutes', async () => {
    const { code, stdout, out } = await runOfRecipe('een', '');

    expect(problemsIn(out)).toEqual([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Tested in part: /m);
    const accepted = checksIn(out).filter(({ requirement }) => requirement === 'delivery.accepts-valid');
    expect(
      accepted
        .filter(({ verdict }) => verdict === 'passed')
        .map(({ documentType }) => documentType)
        .sort(),
    ).toEqual(
      contract.documentTypes
        .filter(({ needs }) => needs === undefined)
        .map(({ name }) => name)
        .sort(),
    );
    expect(minutesFor(exchangesIn(out).length)).toBeLessThan(5);
  });

  test('breaks with a permission all of public ground in one document type, within five minutes', async () => {
    const { code, out } = await runOfRecipe('twee', permission, '--document-type', 'Melding');

    expect(problemsIn(out)).toEqual([]);
    expect(code).toBe(0);
    const firm = checksIn(out).filter(
      ({ requirement, ground, verdict }) =>
        requirement.startsWith('rejection.') && ground === 'public' && verdict !== 'not-applicable',
    );
    expect(firm.length).toBeGreaterThan(20);
    expect(firm.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(minutesFor(exchangesIn(out).length)).toBeLessThan(5);
    const [planned] = eventsIn(out).filter((event) => event.type === 'planned');
    expect(planned?.requests).toBeGreaterThanOrEqual(exchangesIn(out).length - 5);
  });
});
