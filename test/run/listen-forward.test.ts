import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { inProcess } from './in-process.ts';
import { receiver } from './receiver.ts';
import { eventsIn, exchangesIn, fileIn, type Finished, temporaryFolder } from './three-pas.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const example = (name: string): Buffer => readFileSync(join(contract.directory, `examples/${name}.xml`));
const password = 'geheim-van-het-profiel';

const deliver = async (url: string, body: Uint8Array): Promise<readonly [number, string]> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"${contract.service.deliver.action}"`,
      authorization: `Basic ${Buffer.from('proefaansluiting:eigen-wachtwoord').toString('base64')}`,
    },
    body: new Uint8Array(body),
  });
  return [response.status, await response.text()];
};

/** A profile of an endpoint on this machine that takes two dossiers of a recording. */
const profileOf = (folder: string, url: string): string => {
  const file = join(folder, 'profiel.yaml');
  writeFileSync(
    file,
    `profile: doel
title: doel
phase: 1
endpoint: { url: '${url}' }
credentials: { username: { env: DOEL_GEBRUIKER }, password: { env: DOEL_WACHTWOORD } }
limits: { requestsPerSecond: 1000, requests: 20, accepted: 2 }
`,
  );
  return file;
};

describe('3pas listen --forward', () => {
  const folder = temporaryFolder();
  const out = join(folder, 'opname');
  const secrets = { DOEL_GEBRUIKER: 'doelgebruiker', DOEL_WACHTWOORD: password };
  let mock: MockServer;
  let answers: readonly (readonly [number, string])[];
  let finished: Finished;

  beforeAll(async () => {
    mock = await createMockServer({ contract, username: 'doelgebruiker', password });
    const args = ['--out', out, '--forward', profileOf(folder, mock.url)];
    const first = await receiver(args, secrets);
    const one = await deliver(first.url, example('Melding'));
    // Its end is recorded after its answer.
    await vi.waitUntil(() => eventsIn(out).some(({ type }) => type === 'exchange-ended'), { timeout: 60_000 });
    await first.kill('SIGKILL');

    const second = await receiver(args, secrets);
    const two = await deliver(second.url, example('Melding'));
    const three = await deliver(second.url, example('BeschikkingAanvraag'));
    const four = await deliver(second.url, example('BeschikkingAfhandeling'));
    answers = [one, two, three, four];
    finished = await second.kill('SIGTERM');
    await mock.close();
  });

  test('has the endpoint answer, until its limits are reached over all starts', () => {
    expect(answers.map(([status]) => status)).toEqual([200, 500, 200, 500]);
    expect(answers[1]?.[1]).toContain('dossier-dubbel');
    expect(answers[3]?.[1]).toContain('De ontvanger (3pas listen) antwoordt dit, niet het endpoint');
    expect(mock.registry.kept().map(({ documentType }) => documentType)).toEqual(['Melding', 'BeschikkingAanvraag']);
    expect(fileIn(out, 'opruimlijst.csv').trim().split('\r\n').slice(1)).toEqual([
      expect.stringContaining(`10000001;Melding;`),
      expect.stringContaining(mock.url),
    ]);
  });

  test('records and judges both exchanges, and keeps no secret of the profile', async () => {
    const [received, passedOn] = ['received', 'forwarded'].map((purpose) =>
      exchangesIn(out).filter((one) => one.purpose === purpose),
    );
    expect(received?.map(({ inbound }) => inbound?.note?.forwarded?.exchange)).toEqual([
      ...(passedOn ?? []).map(({ id }) => id),
      undefined,
    ]);
    expect(received?.slice(0, 3).map(({ request }) => request?.sha256)).toEqual(
      passedOn?.map(({ request }) => request?.sha256),
    );
    expect(JSON.stringify(eventsIn(out))).not.toContain(password);
    expect(finished.stderr).toBe('');
    expect(JSON.parse(finished.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ outcome: 'failed' });

    const rejudged = await inProcess(['rejudge', out, '--lang', 'en']);
    expect([rejudged.code, rejudged.stderr]).toEqual([0, '']);
  });

  test.each([
    ['production', 'mock-productie', 'fase 4'],
    ['a profile that is not there', 'nergens', 'nergens'],
  ])('ends with 2 for %s', async (_, profile, reason) => {
    const { code, stderr } = await inProcess(['listen', '--port', '0', '--lang', 'nl', '--forward', profile]);

    expect([code, stderr.includes(reason)]).toEqual([2, true]);
  });
});
