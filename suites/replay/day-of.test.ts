import { expect, test } from 'vitest';
import type { Finding, JudgementContext, Opinion } from '#judgement/finding';
import { shiftOf } from './day-of.ts';

const rule = 'rules.sch#of-the-sender';
const breach: Finding = {
  constraint: rule,
  severity: 'error',
  ground: 'assumed',
  path: '/',
  line: 0,
  text: { nl: '', en: '' },
};
const now = { today: '2026-11-23', oin: undefined, mandates: [{ kind: 'gemeente', name: 'Woerden' }] };

/** Judges by a rule that goes by the sender: nobody can where that is not known. */
const judging =
  (breaks: boolean) =>
  (_: Uint8Array, { mandates }: JudgementContext): Promise<Opinion> =>
    Promise.resolve(
      mandates === undefined
        ? { verdict: 'valid', findings: [], unseen: [breach] }
        : { verdict: breaks ? 'invalid' : 'valid', findings: breaks ? [breach] : [] },
    );

test.each([
  { which: 'breaks a rule about the sender, and does so today', constraint: rule, breaks: true, shift: 0 },
  { which: 'breaks a rule about the sender, and keeps it today', constraint: rule, breaks: false, shift: undefined },
  { which: 'is valid, and so today', constraint: undefined, breaks: false, shift: 0 },
  {
    which: 'is valid, and breaks a rule about the sender of today',
    constraint: undefined,
    breaks: true,
    shift: undefined,
  },
])('a case that $which', async ({ constraint, breaks, shift }) => {
  const one = { origin: { day: now.today }, requests: [{ body: Buffer.from('<a/>'), constraint }] };

  expect(await shiftOf(one, now, judging(breaks))).toBe(shift);
});
