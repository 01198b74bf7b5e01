import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJournal } from '#evidence/journal';
import { linking } from '#evidence/link';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { rejudge } from '#evidence/rejudge';
import { guardedAnswers } from '#judgement/guarded-answers';
import type { AddedLater } from '#judgement/purpose';
import { catalogue } from '#defects/catalogue';
import { configOf } from '#defects/config-of';
import { act, contract, mockFor } from '../defects/shared.ts';
import { temporaryFolder } from './three-pas.ts';

const selected = { topics: ['connection', 'delivery', 'protocol'] } as const;
const answers = guardedAnswers(contract, 30_000);
afterAll(() => answers.close());

/** A run against an endpoint that numbers no dossier anew, of whose bytes so many are kept. */
const recordedWith = async (room: number): Promise<string> => {
  const out = temporaryFolder();
  const repeats = Object.values(catalogue).filter(({ foundBy }) =>
    foundBy.includes('delivery.numbers-dossiers-uniquely'),
  );
  const mock = await mockFor(
    repeats.slice(0, 1).map(({ defect }) => defect),
    selected,
  );
  const config = configOf(selected, { url: mock.url, mockControl: mock.controlUrl, tls: undefined });
  try {
    await act(config, undefined, openJournal(out, { room }));
  } finally {
    await mock.close();
  }
  return out;
};

/** None that was accepted: of those all exchanges together tell. */
const addedLater: readonly AddedLater[] = [
  ...(['last', 'header-behind', 'alive-header', 'empty-body', 'no-body', 'unknown-request'] as const),
  'unknown-version',
];
const none = { bytes: 0, damage: 0, time: 0, recipe: 0, unsent: 0 };

const again = (out: string) => rejudge(readJournal(out), { ...answers, bytes: openExchanges(out) });

describe('a run that is judged again', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await recordedWith(1_000_000_000);
  });

  test('comes to the same, what failed among it', async () => {
    const { agreeing, ...rest } = await again(whole);

    expect(agreeing).toBeGreaterThan(20);
    expect(rest).toEqual({ differing: [], unprovable: none, unfounded: [] });
    expect(readFileSync(join(whole, 'journal.ndjson'), 'utf8')).toContain('"verdict":"failed"');
  });

  test('says of how many cases the bytes were not kept', async () => {
    const { agreeing, differing, unprovable } = await again(await recordedWith(2000));

    expect(differing).toEqual([]);
    expect(unprovable.bytes).toBeGreaterThan(agreeing);
  });

  test('says of how many the bytes are not as they were', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'journal.ndjson'), readFileSync(join(whole, 'journal.ndjson')));

    const { differing, unprovable } = await again(out);

    expect(differing).toEqual([]);
    expect(unprovable.damage).toBeGreaterThan(20);
  });

  test('is not taken at its word on bytes that were kept', async () => {
    const out = temporaryFolder();
    const journal = readFileSync(join(whole, 'journal.ndjson'), 'utf8');
    const judged = /("judgement":)\{"kind":"deviates"[^\n]*?\}\}?(?=(?:,"before":"[^"]*")?\}\n)/g;
    writeFileSync(join(out, 'journal.ndjson'), journal.replace(judged, '$1{"kind":"conforms"},"unprovable":"bytes"'));

    const { differing, unprovable } = await rejudge(readJournal(out), { ...answers, bytes: openExchanges(whole) });

    expect(unprovable.bytes).toBe(0);
    expect(differing.length).toBeGreaterThan(0);
  });

  test('says of how many cases exchanges are gone', async () => {
    const out = temporaryFolder();
    const lines = readFileSync(join(whole, 'journal.ndjson'), 'utf8').split('\n');
    const left = lines.filter((line) => !line.startsWith('{"type":"exchange"') && !line.startsWith('{"type":"shared"'));
    writeFileSync(join(out, 'journal.ndjson'), left.join('\n'));

    const { agreeing, unprovable } = await rejudge(readJournal(out), { ...answers, bytes: openExchanges(whole) });

    expect(agreeing).toBeLessThan(5);
    expect(unprovable.damage).toBeGreaterThan(20);
  });

  test.each([
    ['is borne out', addedLater, 0],
    ['is told as not provable', ['two-headers', 'unknown-operation'], 2],
  ])('of an earlier version, which sent less, %s', async (_, purposes, unsent) => {
    const out = temporaryFolder();
    const events = [...readJournal(whole)];
    const left = events.filter(
      (event) => !('purpose' in event && purposes.some((purpose) => purpose === event.purpose)),
    );
    const link = linking();
    writeFileSync(join(out, 'journal.ndjson'), left.map((event) => `${link(JSON.stringify(event))}\n`).join(''));

    const { agreeing, ...rest } = await rejudge(readJournal(out), { ...answers, bytes: openExchanges(whole) });

    expect(left.length).toBeLessThan(events.length);
    expect(agreeing).toBeGreaterThan(20);
    expect(rest).toEqual({ differing: [], unprovable: { ...none, unsent }, unfounded: [] });
  });

  test('shows a judgement that was changed, and a verdict that its facts do not bear out', async () => {
    const out = temporaryFolder();
    const journal = readFileSync(join(whole, 'journal.ndjson'), 'utf8');
    const judged =
      /("type":"judged","check":"delivery\.numbers[^\n]*"judgement":)\{"kind":"deviates"[^\n]*?\}(?=(?:,"before":"[^"]*")?\}\n)/g;
    const changed = journal.replace(judged, '$1{"kind":"conforms"}');
    writeFileSync(join(out, 'journal.ndjson'), changed);

    const { differing, unfounded } = await rejudge(readJournal(out), { ...answers, bytes: openExchanges(whole) });

    expect(changed).not.toBe(journal);
    expect(differing.length).toBeGreaterThan(0);
    for (const { recorded, again: now } of differing)
      expect([recorded.kind, now.kind]).toEqual(['conforms', 'deviates']);
    expect(unfounded).toEqual([expect.objectContaining({ recorded: 'failed', folded: 'passed' })]);
  });
});
