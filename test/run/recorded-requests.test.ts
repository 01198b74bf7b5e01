import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { HttpResponse } from '#endpoint/server/http-message';
import { serveHttp } from '#endpoint/server/http-server';
import { createAnswers } from '#endpoint/server/soap/answers';
import { type Journal, openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { inboundRecorder } from '#evidence/record-inbound';
import { rejudge } from '#evidence/rejudge';
import { verdictsFold } from '#evidence/verdicts';
import { judgeRecording } from '#harness/judge-recording';
import { readAnswer } from '#judgement/answer';
import { guardedAnswers } from '#judgement/guarded-answers';
import { requirements } from '#judgement/requirements/registry';
import { isSeenInRecordings } from '#judgement/requirements/requirement';
import { journalVersion } from '#evidence/event';
import { temporaryFolder } from './three-pas.ts';

const contract = readContract('contract/2020-01');
const answers = guardedAnswers(contract, 30_000);
afterAll(() => answers.close());

const { action } = contract.service.deliver;
const body = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
const given = createAnswers(contract);

const accepts = (): Promise<HttpResponse> =>
  Promise.resolve({
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: given.delivered(given.dossierNumber(1), contract.service.answer.outcome?.statuses.published ?? ''),
  });

/** The bytes of a request as some client writes them, with these lines in its head. */
const posted = (...lines: readonly string[]): string =>
  [
    'POST /DossierService.svc HTTP/1.1',
    'Host: localhost',
    'Connection: close',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    ...lines,
    '',
    body,
  ].join('\r\n');

const xml = 'Content-Type: text/xml; charset=utf-8';
const quoted = posted(xml, `SOAPAction: "${action}"`);
const unquoted = posted(xml, `SOAPAction: ${action}`);
const absent = posted(xml);

const send = (port: number, bytes: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve();
    });
    socket.resume();
  });

const begin = (journal: Journal): void => {
  const { id, digest } = contract;
  journal.append({
    type: 'recording-started',
    version: journalVersion,
    at: '2026-11-29T10:00:00Z',
    recording: 'proef',
    suite: '0',
    contract: { id, digest, confirmed: false },
    phase: 3,
  });
};

/** A folder with a recording of what a client sent to a server of ours, of whose bytes so many are kept. */
const recordingOf = async (requests: readonly string[], room?: number): Promise<string> => {
  const folder = temporaryFolder();
  const journal = openJournal(folder, { room });
  begin(journal);
  const record = inboundRecorder(journal, { read: (exchange) => readAnswer(contract, exchange) });
  const options = { port: 0, bodyBytes: 1_000_000, onError: () => undefined, recording: { record } };
  const server = await serveHttp(accepts, options);
  for (const bytes of requests) await send(server.port, bytes);
  await server.close();
  journal.close();
  return folder;
};

/** Judges a recording into its own journal, from disk alone. */
const judged = async (folder: string) => {
  const journal = openJournal(folder);
  const bytes = openExchanges(folder);
  const ended = await judgeRecording(() => readJournal(folder), { ...answers, contract, bytes, journal });
  journal.close();
  return ended;
};

const quotesAction = 'request.quotes-action';

describe('what a vendor’s system sent is judged from its recording', () => {
  test.each<[string, readonly string[], { readonly verdict: string; readonly actual?: string }]>([
    ['quoted', [quoted, quoted], { verdict: 'passed' }],
    ['quoted with space around it', [posted(xml, `soapaction:   "${action}"  `)], { verdict: 'passed' }],
    ['empty but quoted', [posted(xml, 'SOAPAction: ""')], { verdict: 'passed' }],
    ['unquoted once', [quoted, unquoted, quoted], { verdict: 'failed', actual: `SOAPAction: ${action} (1 of 3)` }],
    [
      'half quoted',
      [posted(xml, `SOAPAction: "${action}`)],
      { verdict: 'failed', actual: `SOAPAction: "${action} (1 of 1)` },
    ],
    [
      'in single quotes',
      [posted(xml, `SOAPAction: '${action}'`)],
      { verdict: 'failed', actual: `SOAPAction: '${action}' (1 of 1)` },
    ],
    ['absent', [absent], { verdict: 'failed', actual: 'no SOAPAction (1 of 1)' }],
    [
      'sent twice',
      [posted(xml, `SOAPAction: "${action}"`, 'SOAPAction: ""')],
      { verdict: 'failed', actual: 'more than one SOAPAction (1 of 1)' },
    ],
    ['of SOAP 1.2, which has none', [posted('Content-Type: application/soap+xml')], { verdict: 'untested' }],
    ['not asked of a GET', ['GET /?wsdl HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], { verdict: 'untested' }],
    ['not seen in what is no HTTP', ['hello\r\n\r\n'], { verdict: 'untested' }],
    ['not seen where nothing came', [], { verdict: 'untested' }],
  ])('an action that is %s', async (_, requests, expected) => {
    const ended = (await judged(await recordingOf(requests))).find(({ requirement }) => requirement === quotesAction);

    expect({ verdict: ended?.verdict, actual: ended?.deviation?.actual.en }).toEqual(expected);
  });
});

describe('a recording on disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await recordingOf([quoted, unquoted, unquoted.slice(0, -10)]);
    await judged(folder);
  });

  test('holds each exchange as sent, and how it ended', () => {
    const events = [...readJournal(folder)];
    const exchanges = events.filter((event) => event.type === 'exchange');
    const ends = events.flatMap((event) => (event.type === 'exchange-ended' ? [[event.exchange, event.fate]] : []));

    expect(events.filter(({ type }) => type === 'damaged')).toEqual([]);
    expect(exchanges.map(({ purpose, status, inbound }) => [purpose, status, inbound?.bodyBytes])).toEqual([
      ['received', 200, Buffer.byteLength(body)],
      ['received', 200, Buffer.byteLength(body)],
      ['received', 400, Buffer.byteLength(body) - 10],
    ]);
    expect(exchanges[0]?.inbound?.rawHeaders.at(-1)).toEqual(['SOAPAction', `"${action}"`]);
    expect(ends.map(([, fate]) => fate)).toEqual(['answered', 'answered', 'request-broken-off']);
    expect(ends.map(([id]) => id)).toEqual(exchanges.map(({ id }) => id));
  });

  test('has a verdict for each requirement that a receiver can show, which follows from its facts', () => {
    const folds = verdictsFold();
    for (const event of readJournal(folder)) folds.add(event);
    const { verdicts, unfounded } = folds.result();

    const shown = [...requirements].filter(([, one]) => isSeenInRecordings(one) && one.phases.includes(3));
    expect([...verdicts.keys()]).toEqual(shown.map(([id]) => id));
    expect(verdicts.get(quotesAction)?.verdict).toBe('failed');
    expect(unfounded).toEqual([]);
  });

  test('comes to the same when it is judged again', async () => {
    const { agreeing, ...rest } = await rejudge(readJournal(folder), { ...answers, bytes: openExchanges(folder) });

    expect(agreeing).toBeGreaterThan(20);
    expect(rest).toEqual({
      differing: [],
      unprovable: { bytes: 0, damage: 0, time: 0, recipe: 0, unsent: 0 },
      unfounded: [],
    });
  });

  test('says of how many checks the bytes were not kept', async () => {
    const poor = await recordingOf([quoted], 100);
    await judged(poor);
    const { differing, unprovable } = await rejudge(readJournal(poor), { ...answers, bytes: openExchanges(poor) });

    expect(differing).toEqual([]);
    expect(unprovable.bytes).toBeGreaterThan(20);
  });
});
