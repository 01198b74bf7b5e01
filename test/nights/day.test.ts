import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DayUse } from '#nights/day-use';
import { badEndpoint, behaviours } from '../run/bad-endpoints.ts';
import { inProcess } from '../run/in-process.ts';
import { runHere } from '../run/run-here.ts';
import { credentials, exchangesIn, profileFor, temporaryFolder } from '../run/three-pas.ts';

const useIn = (state: string): DayUse => JSON.parse(readFileSync(join(state, 'day-use.json'), 'utf8')) as DayUse;

/** Runs the connection topic at an endpoint that is none, under a profile with fifty requests a day. */
const runnerAt = (url: string) => {
  const folder = temporaryFolder();
  const profile = profileFor(folder, url);
  writeFileSync(profile, readFileSync(profile, 'utf8').replace('requests: 100000', 'requests: 20, perDay: 50'));
  const run = (out: string, more: readonly string[] = [], id = out) =>
    runHere(
      [
        ...['--profile', profile, '--topic', 'connection', '--document-type', 'Melding', '--runs', '1'],
        ...['--reporter', 'junit', '--out', join(folder, out), '--run-id', id, ...more],
      ],
      credentials,
    );
  const verify = (...more: readonly string[]) =>
    inProcess(
      ['pact', 'verify', '--profile', profile, '--out', join(folder, 'pact'), '--lang', 'en', ...more],
      credentials,
    );
  return { run, verify, folder, state: join(folder, 'state') };
};

test('requests of a day are counted over runs in the state folder, and nothing is sent once they are used up', async () => {
  const endpoint = await badEndpoint(behaviours.html);
  const { run, verify, folder, state } = runnerAt(endpoint.url);
  try {
    const { code: blocked, stdout } = await run('first', ['--state', state]);
    expect({ blocked, isSaid: stdout.includes(` --state ${state} `) }).toEqual({ blocked: 3, isSaid: true });
    const [used] = useIn(state).runs;
    expect(used).toMatchObject({ run: 'first', requests: exchangesIn(join(folder, 'first')).length });

    writeFileSync(join(state, 'day-use.json'), JSON.stringify({ ...useIn(state), runs: [{ ...used, requests: 49 }] }));
    expect(await run('tight', ['--state', state])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /van de verzoeken van vandaag .* zijn er te weinig over|too few of the requests/,
      ) as string,
    });

    const all = { ...useIn(state), runs: [{ ...used, requests: 50 }] };
    writeFileSync(join(state, 'day-use.json'), JSON.stringify(all));

    const { code, stderr } = await run('second', ['--state', state]);
    expect({ code, exchanges: exchangesIn(join(folder, 'second')) }).toEqual({ code: 2, exchanges: [] });
    expect(stderr).toMatch(/the 50 requests of .* \(limits\.perDay\) are used up/);
    const again = await run('again', ['--state', state], 'first');
    expect({ code: again.code, exchanges: exchangesIn(join(folder, 'again')) }).toEqual({ code: 2, exchanges: [] });
    expect(useIn(state)).toEqual(all);
    expect(await verify('--state', state)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('used up') as string,
    });
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('--state') as string });
    const doctor = (...more: readonly string[]) =>
      inProcess(['doctor', '--profile', join(folder, 'profile.yaml'), '--lang', 'en', ...more], credentials);
    expect(await doctor('--state', state)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('used up') as string,
    });
    expect(await doctor()).toMatchObject({ code: 2, stderr: expect.stringContaining('--state') as string });
    await doctor('--state', join(folder, 'other'));
    expect(useIn(join(folder, 'other')).runs.map(({ requests }) => requests)).toEqual([2]);
    expect(await run('without')).toMatchObject({ code: 2, stderr: expect.stringContaining('--state') as string });
  } finally {
    await endpoint.close();
  }
});
