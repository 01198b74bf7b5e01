import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { inProcess } from './in-process.ts';
import { receiver } from './receiver.ts';
import { checksIn, eventsIn, exchangesIn, type Finished, temporaryFolder, threePas } from './three-pas.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const example = (name: string): Buffer => readFileSync(join(contract.directory, `examples/${name}.xml`));
const quoted = `"${contract.service.deliver.action}"`;

const deliver = async (url: string, body: Uint8Array, action = quoted): Promise<readonly [number, string]> => {
  const headers = {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: action,
    authorization: `Basic ${Buffer.from('proefaansluiting:x').toString('base64')}`,
  };
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  return [response.status, await response.text()];
};

interface Told {
  readonly event?: string;
  readonly outcome?: string;
  readonly documentType?: string;
  readonly findings?: readonly { readonly requirement: string }[];
}

const lines = ({ stdout }: Finished): readonly Told[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);

describe('3pas listen', () => {
  const out = join(temporaryFolder(), 'opname');
  let again: readonly [number, string];
  let finished: Finished;

  beforeAll(async () => {
    const first = await receiver(['--out', out]);
    await deliver(first.url, example('Melding'));
    await deliver(first.url, example('BeschikkingAanvraag'), contract.service.deliver.action);
    await first.kill('SIGKILL');

    const second = await receiver(['--out', out]);
    again = await deliver(second.url, example('Melding'));
    await fetch(`${second.url}?wsdl`);
    finished = await second.kill('SIGTERM');
  });

  test('loses nothing that it acknowledged when it is killed, and knows it again when it goes on', () => {
    expect(exchangesIn(out).map(({ method, status, documentType }) => [method, status, documentType])).toEqual([
      ['POST', 200, 'Melding'],
      ['POST', 200, 'BeschikkingAanvraag'],
      ['POST', 500, 'Melding'],
      ['GET', 200, undefined],
    ]);
    expect([again[0], again[1].includes('dossier-dubbel')]).toEqual([500, true]);
    expect(eventsIn(out).filter(({ type }) => type === 'recording-started')).toHaveLength(2);
  });

  test('tells of each message as it comes, and ends with what all of them came to', () => {
    const told = lines(finished);

    expect(told.map(({ event, outcome }) => event ?? outcome)).toEqual(['started', 'message', 'message', 'failed']);
    expect(told[1]?.findings).toEqual([]);
    expect([finished.code, finished.stderr]).toEqual([1, '']);
    expect(
      checksIn(out)
        .filter(({ verdict }) => verdict === 'failed')
        .map(({ requirement }) => requirement),
    ).toEqual(['request.quotes-action', 'behaviour.sends-accepted-once']);
  });

  test('leaves a folder that is reported and judged again like that of a run', async () => {
    const report = await inProcess(['report', out, '--reporter', 'table', '--lang', 'nl']);
    expect([report.code, report.stderr]).toEqual([1, '']);
    expect(report.stdout).toContain('voldoet niet: request.quotes-action');
    expect(report.stdout).toContain(`Ga verder met: npx 3pas listen --profile mock-poc --out ${out}`);

    const rejudged = await inProcess(['rejudge', out, '--lang', 'en']);
    expect([rejudged.code, rejudged.stderr]).toEqual([0, '']);
  });

  test('is judged from its folder when it was killed before it could', async () => {
    const journal = join(out, 'journal.ndjson');
    const kept = readFileSync(journal, 'utf8').split('\n');
    const killed = kept.slice(
      0,
      kept.findIndex((line) => line.startsWith('{"type":"check-started"')),
    );
    writeFileSync(journal, `${killed.join('\n')}\n`);

    const report = await inProcess(['report', out, '--reporter', 'table', '--lang', 'en']);
    expect([report.code, report.stderr]).toEqual([1, '']);
    expect(report.stdout).toContain('failed: request.quotes-action');
  });
});

describe('3pas listen ends with exit code', () => {
  test('3 when nothing came', async () => {
    const out = join(temporaryFolder(), 'leeg');
    const { code, stdout } = await threePas([
      'listen',
      '--port',
      '0',
      '--out',
      out,
      '--for',
      '1s',
      '--reporter',
      'table',
      '--lang',
      'en',
    ]);

    expect([code, stdout.includes('NO VERDICT: no message came that got a SOAP answer')]).toEqual([3, true]);
  });

  test.each<[string, readonly string[], string]>([
    ['a folder of something else', ['--out', 'docs'], 'holds something else'],
    ['a time that is none', ['--for', '10'], 'Give a time such as 90s'],
    ['an address with a query', ['--public-url', 'https://a/?b'], 'without a query'],
  ])('2 for %s', async (_, args, reason) => {
    const { code, stderr } = await inProcess(['listen', '--port', '0', ...args]);

    expect([code, stderr.includes(reason)]).toEqual([2, true]);
  });
});
