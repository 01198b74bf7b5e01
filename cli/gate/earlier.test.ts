import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate } from '#gate/decision/evaluate';
import { honest } from '../../test/samples/gate.ts';
import { earlierIn } from './earlier.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-akkoorden-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const now = Date.UTC(2026, 11, 1);
const passed = evaluate(honest(1));
const { facts, ...rest } = honest(1);
const failed = evaluate({
  ...rest,
  facts: {
    ...facts,
    types: facts.types.map((one) => ({ ...one, verdicts: { ...one.verdicts, 'message.is-unicode': 'failed' } })),
  },
});
const refusal = {
  ...{ type: 'gate-review', version: 1, at: '2026-11-30T12:00:00.000Z', phase: 1, vendor: 'Zaaksoft' },
  ...{ granted: [], refused: ['melding', 'BeschikkingAanvraag'] },
};

const grantedOf = (...texts: readonly string[]): readonly string[] => {
  const own = mkdtempSync(join(folder, 'map-'));
  for (const [index, text] of texts.entries()) writeFileSync(join(own, `${String(index)}.json`), text);
  return [...new Set(earlierIn(own, now).flatMap(({ documentTypes }) => documentTypes))].sort();
};

const both = ['BeschikkingAanvraag', 'Melding'];
const text = JSON.stringify;

describe('a refusal', () => {
  test.each([
    ['as it was written', text(refusal)],
    ['behind a byte order mark', `\uFEFF${text(refusal)}`],
  ])('counts %s', (_, record) => {
    expect([grantedOf(text(passed)), grantedOf(text(passed), record)]).toEqual([both, []]);
  });

  test.each([
    ['it is no JSON', text(refusal).slice(0, 90)],
    ['it is of another version', text({ ...refusal, version: 2 })],
    ['at is empty or has a value', text({ ...refusal, at: 'gisteren' })],
    ['refused is missing', text({ ...refusal, refused: undefined })],
    ['it is of a day that is still to come', text({ ...refusal, at: '2027-01-01T00:00:00.000Z' })],
    ['it is another kind of file', '[]'],
    ['it is another kind of file', text({ ...refusal, type: 'gate-revieuw' })],
  ])('that can not be read is never dropped: %s', (why, record) => {
    expect(() => grantedOf(text(passed), record)).toThrow(why);
  });
});

test('the latest decision on a document type counts, and one that is undecided takes nothing back', () => {
  const on = (day: string, decision: object): string => text({ ...decision, at: `${day}T09:00:00.000Z` });
  const undecided = evaluate({ ...honest(1), observations: undefined });

  expect(failed.outcome).toBe('voldoet-niet');
  expect(grantedOf(on('2026-11-02', failed), on('2026-11-01', passed))).toEqual([]);
  expect(grantedOf(on('2026-11-01', failed), on('2026-11-02', passed))).toEqual(both);
  expect(grantedOf(on('2026-11-02', undecided), on('2026-11-01', passed))).toEqual(both);
});

test('observations beside decisions are passed over', () => {
  expect(grantedOf(text(passed), text(honest(1).observations))).toEqual(both);
});

test('an earlier decision by a contract that was not confirmed is told', () => {
  const own = mkdtempSync(join(folder, 'map-'));
  const contract = { ...passed.contract, confirmed: false };
  for (const phase of [1, 2]) writeFileSync(join(own, `${String(phase)}.json`), text({ ...passed, phase, contract }));
  const { outcome, reasons } = evaluate({ ...honest(3), earlier: earlierIn(own, now) });

  expect([outcome, reasons.flatMap((one) => (one.kind === 'note' ? [one.text.en] : []))]).toEqual([
    'voldoet',
    [1, 2].map(
      (phase) => `the decision on phase ${String(phase)} rests on contract 2020-01 while KOOP had not confirmed it`,
    ),
  ]);
});
