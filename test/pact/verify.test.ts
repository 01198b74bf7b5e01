import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer } from '#endpoint/mock/server';
import { inProcess } from '../run/in-process.ts';
import { checksIn, exchangesIn, type Finished, temporaryFolder, threePas } from '../run/three-pas.ts';
import { type Elsewhere, openElsewhere } from './elsewhere.ts';

const [today, username] = ['2026-11-24', 'x'];
const contract = readContract(new URL('../../contract/2020-01', import.meta.url).pathname);
const folder = temporaryFolder();

const profileOf = (url: string): string => {
  const file = join(folder, 'elders.yaml');
  const lines = [
    ...['profile: elders', 'title: t', 'phase: 1', `endpoint: { url: '${url}' }`, "testHosts: ['0.0.0.0']"],
    'limits: { requestsPerSecond: 5, requests: 6, accepted: 4, timeoutMs: 5000 }',
    ...['bevoegdGezag: [{ soort: gemeente, naam: Woerden }]', 'media: []'],
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

describe('at an endpoint on another machine', () => {
  const out = join(folder, 'uit');
  let mock: Awaited<ReturnType<typeof createMockServer>>;
  let elsewhere: Elsewhere;
  let ended: Finished;
  beforeAll(async () => {
    mock = await createMockServer({ contract, username, today });
    elsewhere = await openElsewhere({ url: mock.url, username }, (answer) =>
      answer.replace('>klaargezet<', '>gereed<'),
    );
    const options = ['--profile', profileOf(elsewhere.url), '--out', out, '--clock', today, '--lang', 'en'];
    ended = await threePas(['pact', 'verify', ...options, '--reporter', 'table']);
  }, 120_000);
  afterAll(async () => {
    elsewhere.close();
    await mock.close();
  });

  test('only what the profile permits leaves, within its limits and for its bodies', () => {
    expect(elsewhere.messages).toHaveLength(5);
    expect(elsewhere.messages.filter((one) => one.includes('Documenttype'))).toHaveLength(4);
    expect(elsewhere.messages.filter((one) => one.includes('<drp:Medium>'))).toEqual([]);
    for (const one of elsewhere.messages.filter((message) => message.includes('BevoegdGezag')))
      expect(one).toContain("<drp:BevoegdGezag soort='gemeente'>Woerden</drp:BevoegdGezag>");
  });

  test('what is left out is told, by name and with the reason', () => {
    expect(ended.stderr).toContain('  OmgevingsvergunningAanvraag refused: duplicate\n');
    expect(ended.stderr).toContain('there is no permission of KOOP for faulty messages');
    expect(ended.stderr).toContain('the profile does not ask for the media that this needs');
    expect(ended.stderr).toContain('no more fits the limits of the profile (6 requests, 4 accepted dossiers)');
  });

  test('an answer that the pact does not have fails its check, with the name of the interaction', () => {
    const failed = checksIn(out).filter(({ verdict }) => verdict === 'failed');

    expect(ended.code).toBe(1);
    expect(failed.map(({ requirement }) => requirement)).toEqual(Array(4).fill('delivery.prepares-without-medium'));
    expect(failed[0]?.deviation).toMatchObject({
      expected: { en: 'what the pact says of "BeschikkingAanvraag prepared only, without a medium"' },
      actual: {
        en: "Pact: /Envelope/Body/VoegDossierToeEnPubliceerResponse/Status/#text: Expected 'gereed' to be equal to 'klaargezet'",
      },
    });
  });

  test('the journal holds the exchanges, and the clean-up list what was made', () => {
    expect(exchangesIn(out)).toHaveLength(5);
    expect(readFileSync(join(out, 'opruimlijst.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
  });

  test('the report of a run is made of it', async () => {
    const again = await threePas(['report', out, '--reporter', 'table', '--lang', 'en']);

    expect(again).toEqual({ ...ended, stderr: '' });
  });
});

test('at the embedded endpoint every interaction is asked, kept and judged', async () => {
  const out = join(folder, 'ingebouwd');
  const profile = ['--profile', 'mock-poc', '--clock', `${today}T10:00:00Z`];

  const { code } = await inProcess(['pact', 'verify', ...profile, '--reporter', 'table', '--out', out]);

  expect({ code, verdicts: new Set(checksIn(out).map(({ verdict }) => verdict)) }).toEqual({
    code: 0,
    verdicts: new Set(['passed']),
  });
  expect(checksIn(out)).toHaveLength(20);
});
