import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { evaluate } from '#gate/decision/evaluate';
import { honest } from '../../test/samples/gate.ts';
import { earlierIn } from './earlier.ts';
import { type ReviewOptions, review } from './review.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-review-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
vi.spyOn(process.stdout, 'write').mockReturnValue(true);

const decision = evaluate({ ...honest(1), observations: undefined });
const file = join(folder, 'fase-1.json');
writeFileSync(file, JSON.stringify(decision));
const by = 'functioneel beheerder DROP';

/** A moment after all of these, milliseconds since the epoch. */
const later = Date.UTC(2100, 0, 1);

const reviewing = (of: string, options: ReviewOptions) => () => {
  review(of, options);
};

test('a review tells what is granted beyond what the gate passed, and is never written over', () => {
  review(file, { granted: ['Melding'], refused: ['BeschikkingAanvraag'], conditions: 'binnen een maand', by });

  expect(JSON.parse(readFileSync(join(folder, 'fase-1.review.json'), 'utf8'))).toMatchObject({
    ...{ type: 'gate-review', vendor: 'Zaaksoft', phase: 1, granted: ['Melding'], beyond: ['Melding'], by },
    ...{ refused: ['BeschikkingAanvraag'], conditions: 'binnen een maand', decision: { outcome: 'onbeslist' } },
  });
  expect(reviewing(file, { granted: ['Melding'], by })).toThrow('a record is never overwritten');
});

test.each([
  [{ granted: ['Meldin'], by }, 'Meldin'],
  [{ granted: ['Melding'], refused: ['Melding'], by }, '--granted and --refused both name Melding'],
  [{ by }, 'nothing is granted and nothing refused'],
  [{ granted: ['Melding'] }, '--by is missing'],
])('a review of %j is refused', (options, message) => {
  expect(reviewing(file, { ...options, out: join(folder, 'x.json') })).toThrow(message);
});

test('a review goes where a later gate looks for it', () => {
  expect(reviewing(file, { refused: ['Melding'], by, out: join(folder, 'besluit.txt') })).toThrow(
    'does not end in .json',
  );
});

test('a review is of a decision', () => {
  writeFileSync(join(folder, 'x'), '{}');
  expect(reviewing(join(folder, 'x'), { granted: ['Melding'], by })).toThrow('is no decision of 3pas gate');
});

test('a later phase goes by what was granted, and not by what was refused', () => {
  const own = mkdtempSync(join(folder, 'akkoorden-'));
  const passed = join(own, 'fase-1.json');
  writeFileSync(passed, JSON.stringify(evaluate(honest(1))));
  review(passed, { granted: [], refused: ['Melding'], by });

  expect(earlierIn(own, later).map(({ documentTypes }) => documentTypes)).toEqual([['BeschikkingAanvraag'], []]);
  expect(earlierIn(own, later)[0]).toMatchObject({ phase: 1, vendor: 'Zaaksoft', outcome: 'voldoet' });
});

test('what was last said of a document type holds: a grant can be withdrawn, and given again', () => {
  const own = mkdtempSync(join(folder, 'akkoorden-'));
  const passed = join(own, 'fase-1.json');
  const both = ['BeschikkingAanvraag', 'Melding'];
  const all = (): readonly string[] =>
    [...new Set(earlierIn(own, later).flatMap(({ documentTypes }) => documentTypes))].sort();
  const on = (day: string, options: ReviewOptions): void => {
    const out = join(own, `${day}.json`);
    review(passed, { ...options, by, out });
    const record = JSON.parse(readFileSync(out, 'utf8')) as object;
    writeFileSync(out, JSON.stringify({ ...record, at: `${day}T09:00:00.000Z` }));
  };
  writeFileSync(passed, JSON.stringify(decision));
  on('2026-11-02', { granted: both });
  expect(all()).toEqual(both);
  on('2026-11-03', { refused: ['Melding'] });
  expect(all()).toEqual(['BeschikkingAanvraag']);
  on('2026-11-04', { granted: ['Melding'] });
  expect(all()).toEqual(both);
});
