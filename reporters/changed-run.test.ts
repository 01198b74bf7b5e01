import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Event, journalVersion } from '#evidence/event';
import { openJournal } from '#evidence/journal';
import { recordExchange } from '#evidence/record-exchange';
import { aCheck, aJudgement, anExchange, aRun } from '../test/samples/run.ts';
import { bookkeeping } from './bookkeeping.ts';
import { lostIn } from './lost.ts';
import { outcomeOf } from './outcome.ts';
import { linking } from '#evidence/link';
import { readJournal } from '#evidence/read-journal';
import { foldRun } from './run-result.ts';

const both = (text: string) => ({ nl: text, en: text });
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'changed-'));
const { started, planned } = aRun([aCheck()]);
const ended: Event = { type: 'run-ended', at: '', complete: true, reason: undefined };
const whole: readonly Event[] = [
  started,
  ...(planned === undefined ? [] : [planned]),
  anExchange(),
  aJudgement(),
  aCheck(),
  ended,
];

const foldedFrom = (lines: readonly string[]) => {
  const folder = newFolder();
  const link = linking();
  const isObject = (line: string): boolean => line.startsWith('{');
  const linked = lines.map((line) => (isObject(line) ? link(line) : line));
  writeFileSync(join(folder, 'journal.ndjson'), linked.map((line) => `${line}\n`).join(''));
  return foldRun(readJournal(folder));
};

const replacements: readonly unknown[] = [null, true, -1, 0.5, 1e400, 'x', [], {}, { nl: 1, en: 2 }];

/** Every change of one value at any depth of an event that other code could trip over. */
const changesOf = (event: object, path: readonly string[] = []): readonly string[] =>
  Object.entries(path.reduce<object>((at, key) => Reflect.get(at, key) as object, event)).flatMap(([key, value]) => {
    const changed = replacements.map((one) => {
      const copy = JSON.parse(JSON.stringify(event)) as object;
      Reflect.set(
        path.reduce<object>((at, part) => Reflect.get(at, part) as object, copy),
        key,
        one,
      );
      return JSON.stringify(copy).replaceAll('null', one === 1e400 ? '1e400' : 'null');
    });
    const inside = typeof value === 'object' && value !== null ? changesOf(event, [...path, key]) : [];
    return [...changed, ...inside];
  });

test('a value of a journal that was changed to what no run writes is told, and never passes', () => {
  const lines = whole.map((event) => JSON.stringify(event));
  expect(outcomeOf(foldedFrom(lines), { strict: 'must', complete: false })).toBe('passed');

  const kinds = ['"type":"party"', '"type":"check-endet"', '"verdict":"splendid"', '"verdict":"__proto__"'];
  const of = (pattern: RegExp) => kinds.map((kind) => (lines[3] ?? '').replace(pattern, kind));
  const ends = [...of(/"type":"[^"]*"/), ...of(/"verdict":"[^"]*"/).slice(2), '[]', '"x"', '17'];
  for (const line of [...ends, ...changesOf(aCheck({ reason: { nl: '', en: '' } }))]) {
    const run = foldedFrom(lines.with(3, line));
    const isTold = run.changed.length > 0 && outcomeOf(run, { strict: 'must', complete: false }) === 'incomplete';
    expect(isTold || run.checks[0]?.verdict === 'passed').toBe(true);
    expect(() => bookkeeping(run, 'nl')).not.toThrow();
  }
});

test('a line at the very end that is whole and no event was changed, and was not torn', () => {
  const run = foldedFrom([...whole, { type: 'party' }].map((event) => JSON.stringify(event)));

  expect(run.changed).toEqual([whole.length + 1]);
  expect(bookkeeping(run, 'nl')).toEqual([expect.stringContaining('1 regel is niet te lezen') as string]);
});

test('exchanges whose pack is gone are counted, in both languages', () => {
  const folder = newFolder();
  const journal = openJournal(folder);
  journal.append(started);
  const request = { method: 'POST', url: '', headers: {}, body: Buffer.from('<a/>') } as const;
  const response = { status: 200, headers: {}, body: Buffer.from('<b/>') };
  const exchange = { request, outcome: { response }, startedAt: 0, durationMs: 0 };
  const one = {
    purpose: 'valid',
    exchange,
    answer: { kind: 'accepted', http: 200, status: 'prepared', dossierNumber: 'D1' },
  } as const;
  for (const key of ['a', 'b']) recordExchange(journal, { key, documentType: 'Melding' }, { case: 1, one });
  journal.close();
  const lost = () => foldRun(readJournal(folder), lostIn(folder));

  expect(lost().lost.exchanges).toBe(0);
  rmSync(join(folder, 'exchanges/1.gz'));
  expect(lost().lost).toEqual({ exchanges: 2, ids: ['1-1', '1-2'] });
  expect([...bookkeeping(lost(), 'nl'), ...bookkeeping(lost(), 'en')]).toEqual([
    'Van 2 uitwisselingen ontbreken bewaarde bytes of zijn ze beschadigd (map exchanges): 1-1, 1-2; zie run.json.',
    'Bytes that were kept of 2 exchanges are gone or damaged (folder exchanges): 1-1, 1-2; see run.json.',
  ]);
});

test('that traffic was imported is told', () => {
  const recording = {
    type: 'recording-started',
    version: journalVersion,
    at: '',
    recording: 'r',
    suite: '',
    phase: 1,
  } as const;
  const contract = { id: 'c', digest: 'd', confirmed: false };
  const told = (recordedBy: 'system' | undefined): readonly string[] =>
    bookkeeping(foldRun([{ ...recording, contract, recordedBy }]), 'en');

  expect(told('system')).toEqual([expect.stringContaining('recorded this traffic itself') as string]);
  expect(told(undefined)).toEqual([]);
});

test('a verdict that does not follow from the facts beside it is told, and gives no verdict', () => {
  const wrong = { kind: 'deviates', deviation: { expected: both('this'), actual: both('that') } } as const;
  const changes: readonly (readonly Event[])[] = [
    [aJudgement({ judgement: wrong }), aCheck()],
    [aJudgement(), aJudgement({ case: 2, judgement: { kind: 'blocked', reason: both('gone') } }), aCheck()],
    [aJudgement(), aCheck({ verdict: 'failed', deviation: wrong.deviation })],
    [aCheck()],
  ];
  for (const facts of changes) {
    const run = foldRun([started, ...facts, ended]);

    expect(outcomeOf(run, { strict: 'must', complete: false })).toBe('incomplete');
    expect(bookkeeping(run, 'en').join()).toContain('delivery.accepts-valid/Melding');
  }
});
