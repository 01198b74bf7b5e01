import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { writeCase } from '#evidence/corpus/write-case';
import { aCase, aRequest } from '../samples/corpus-case.ts';
import { badEndpoint, behaviours } from '../run/bad-endpoints.ts';
import { inProcess } from '../run/in-process.ts';
import { credentials, profileFor, temporaryFolder } from '../run/three-pas.ts';
import { failedCheck, writeRun } from './write-run.ts';

const { id, digest } = readContract('contract/2020-01');

test('a replay that is stopped ends undecided, as a run does', async () => {
  const folder = temporaryFolder();
  const endpoint = await badEndpoint((socket) => {
    process.emit('SIGTERM');
    behaviours.html(socket);
  });
  const origin = { ...aCase().origin, contract: { id, digest } };
  writeCase(folder, 'x', aCase({ origin, requirement: 'protocol.refuses-other-root', documentType: undefined }));
  const profile = profileFor(folder, endpoint.url);
  try {
    const { code, stdout, stderr } = await inProcess(
      ['replay', join(folder, 'x'), '--profile', profile, '--out', join(folder, 'out'), '--lang', 'en'],
      credentials,
    );

    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'BLOCKED: protocol.refuses-other-root',
      '    stopped by a person (Ctrl-C)',
    ]);
  } finally {
    await endpoint.close();
  }
});

test('a case that was found with a profile of elsewhere asks for one', async () => {
  const folder = temporaryFolder();
  writeCase(folder, 'x', aCase({ origin: { ...aCase().origin, profile: 'van een ander' } }));

  const { code, stderr } = await inProcess(['replay', join(folder, 'x'), '--lang', 'en']);

  expect(code).toBe(2);
  expect(stderr).toContain('was found with profile van een ander, which does not come with 3pas; give its file');
});

test.each([
  { asked: { profile: '/x/kwaad.yaml' }, said: 'has profile /x/kwaad.yaml, which does not come with 3pas' },
  { asked: { url: 'https://kwaad.example/' }, said: 'give it too: --url https://kwaad.example/' },
  { asked: { contract: '/x/kwaad' }, said: 'give it too: --contract /x/kwaad' },
])('a finding of a run that others may have made goes nowhere unasked: $said', async ({ asked, said }) => {
  const started = { asked: { profile: 'mock-poc', contract: undefined, ...asked } };

  const { code, stderr } = await inProcess(['replay', writeRun(0, { started, checks: [failedCheck] }), '--lang', 'en']);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
});

test('a case that names a body that the profile does not list goes nowhere, not to this machine either', async () => {
  const folder = temporaryFolder();
  const body = readFileSync('contract/2020-01/examples/BeschikkingAfhandeling.xml');
  const contract = { id, digest };
  const origin = { ...aCase().origin, contract };
  const documentType = 'BeschikkingAfhandeling';
  writeCase(folder, 'x', aCase({ origin, documentType, requests: [aRequest({ body })] }));

  const { code, stdout } = await inProcess(
    [
      ...['replay', join(folder, 'x'), '--profile', profileFor(folder, 'http://127.0.0.1:9/')],
      ...['--out', join(folder, 'out'), '--clock', origin.clock, '--lang', 'en'],
    ],
    credentials,
  );

  expect({ code, stdout }).toEqual({
    code: 3,
    stdout: expect.stringMatching(/a body that the profile does not list[^]*Nothing was sent\./) as string,
  });
});
