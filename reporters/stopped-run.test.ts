import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '#evidence/event';
import { aCheck, anExchange, aRun } from '../test/samples/run.ts';
import { cleanUpList } from './clean-up-list.ts';
import { outcomeOf } from './outcome.ts';
import { readJournal } from '#evidence/read-journal';
import { foldRun } from './run-result.ts';
import { tallyOf } from './tally.ts';

const check = 'delivery.accepts-valid/Melding';
const target = { requirement: 'delivery.accepts-valid', documentType: 'Melding', constraint: undefined } as const;
const begunAs = { check, ...target, level: 'MUST', ground: 'public', seed: 1 } as const;
const begun: Event = { type: 'check-started', ...begunAs };
const { started } = aRun([aCheck()]);
const made = ['D1', 'é2', 'D"3'];
const exchanges = made.map((dossierNumber) => anExchange({ check, case: 2, dossierNumber, answer: 'accepted' }));

test('a journal that is cut off anywhere has every dossier whose line is whole in the clean-up list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cut-'));
  const head = `${JSON.stringify(started)}\n${JSON.stringify(begun)}\n`;
  const lines = exchanges.map((event) => JSON.stringify(event));
  const journal = Buffer.from(`${head}${lines.join('\n')}\n`);
  const ends = lines.map((_, index) => Buffer.byteLength(head + lines.slice(0, index + 1).join('\n')));

  const wrong = Array.from({ length: journal.length - head.length + 1 }, (_, more) => head.length + more).filter(
    (cut) => {
      writeFileSync(join(folder, 'journal.ndjson'), journal.subarray(0, cut));
      const listed = cleanUpList(foldRun(readJournal(folder)));
      return listed.trim().split('\r\n').length - 1 !== ends.filter((end) => end <= cut).length;
    },
  );

  expect(wrong).toEqual([]);
});

test('a check that was stopped is untested with the reason and what it sent, and costs a pass', () => {
  const ended: Event = { type: 'run-ended', at: '', complete: true, reason: undefined };

  const stopped = foldRun([{ ...started, checks: 2 }, begun, aCheck({ check: 'other' }), ...exchanges, ended]);

  expect(stopped.checks.at(-1)).toMatchObject({
    ...target,
    check,
    level: 'MUST',
    verdict: 'untested',
    counts: { cases: 2, exchanges: 3, accepted: 3, refused: 0 },
    reason: { en: 'the run was stopped before this check ended' },
  });
  expect(outcomeOf(stopped, { strict: 'must', complete: false })).toBe('incomplete');
});

test('a check that a killed run did not begin counts as untested, and one that it had left out as that', () => {
  const planned: Event = {
    ...{ type: 'planned', plan: 9, scope: 2, unselected: 6, runs: 1, requests: 1 },
    leftOut: [{ checks: 1, reason: { nl: 'mag niet', en: 'not allowed' }, remedy: { nl: '', en: '' } }],
    checks: [...[check, 'b'].map((key) => ({ ...begunAs, check: key })), { ...begunAs, check: 'c', leftOut: 0 }],
  };
  const result = foldRun([started, planned, begun, ...exchanges]);

  expect(result.checks.map(({ verdict, reason }) => [verdict, reason?.en])).toEqual([
    ['untested', 'the run was stopped before this check ended'],
    ['untested', 'the run was stopped before this check began'],
    ['left-out', 'not allowed'],
  ]);
  expect(tallyOf(result, 'must')).toMatchObject({ plan: 9, scope: 2, undecided: 2, leftOut: 7 });
  expect(outcomeOf(result, { strict: 'must', complete: false })).toBe('incomplete');
});

test('a run that was resumed has each verdict once, also where it is cut off again', () => {
  const counts = { cases: 3, exchanges: 4, accepted: 0, refused: 0 };
  const head: readonly Event[] = [
    { ...started, checks: 1 },
    aCheck({ verdict: 'blocked', counts }),
    { type: 'run-ended', at: '', complete: false, reason: undefined },
    { type: 'run-resumed', at: '', time: 1, target: '', again: [check] },
  ];

  const cut = foldRun(head);
  const whole = foldRun([...head, begun, aCheck({ verdict: 'passed' })]);

  expect(cut).toMatchObject({ ended: undefined, stopped: 1, checks: [{ verdict: 'untested', counts }] });
  expect(whole.checks.map(({ verdict }) => verdict)).toEqual(['passed']);
  expect(whole.resumed).toHaveLength(1);
});
