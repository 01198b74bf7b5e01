import { expect, test } from 'vitest';
import type { RecordingStarted } from '#evidence/event';
import { personalText } from './personal-text.ts';

const recording: RecordingStarted = {
  type: 'recording-started',
  ...{ version: 6, at: '', recording: 'r', suite: '', phase: 1 },
  contract: { id: '', digest: '', confirmed: false },
  testData: 'undeclared',
  keepUntil: '2027-01-31T10:00:00.000Z',
};
const found = { kind: 'iban', messages: 2, at: ['a/Titel'], exchanges: ['1-1', '1-2'] } as const;

test('a report tells of undeclared data, what may be of persons and where, and the term', () => {
  expect(personalText({ recording, personal: { type: 'personal', found: [found] } }, 'nl')).toEqual([
    'Let op: niemand heeft verklaard dat deze opname testgegevens bevat (--test-data).',
    'Let op: een IBAN met kloppende controlecijfers in 2 berichten (a/Titel; 1-1, 1-2).',
    'Bewaren tot 2027-01-31; daarna haalt 3pas prune de opname weg.',
  ]);
  expect(personalText({ recording: { ...recording, testData: 'declared', keepUntil: undefined } }, 'en')).toEqual([]);
});

test('what was redacted is told in the place of the term', () => {
  const redacted = { type: 'redacted', at: '2027-02-01T00:00:00.000Z' } as const;
  const personal = { type: 'personal', found: [{ ...found, messages: 1, at: [], exchanges: ['1-1'] }] } as const;

  expect(personalText({ recording: { ...recording, testData: 'declared' }, personal, redacted }, 'en')).toEqual([
    'Mind: an IBAN with right check digits in 1 message (1-1).',
    'Redacted on 2027-02-01 (3pas prune): the bytes are gone, and what rests on them is not provable again.',
  ]);
});
