import { expect, test } from 'vitest';
import { type JudgedAgain, conclusionOf } from './conclusion.ts';

const whole: JudgedAgain = {
  agreeing: 20,
  differing: [],
  unprovable: { bytes: 0, damage: 0, time: 0, recipe: 0, unsent: 0 },
  unfounded: [],
  missing: { verdicts: 0, lines: 0, end: false },
  schemas: { documents: 40, valid: 20, differing: [] },
};
const conforms = { kind: 'conforms' } as const;
const differing = [{ check: 'delivery.accepts-valid/Melding', case: 1, recorded: conforms, again: conforms }];
const unfounded = [{ check: 'delivery.accepts-valid/Melding', recorded: 'passed', folded: 'failed' }];

test.each([
  ['borne-out', {}],
  ['borne-out', { unprovable: { bytes: 3, damage: 0, time: 1, recipe: 0, unsent: 0 } }],
  ['otherwise', { differing }],
  ['otherwise', { unfounded }],
  ['otherwise', { schemas: { documents: 1, valid: 1, differing: [{ exchange: '1-1', part: 'message' }] } }],
  ['otherwise', { differing, missing: { verdicts: 1, lines: 0, end: true } }],
  ['not-whole', { agreeing: 0 }],
  ['unproved', { agreeing: 0, unprovable: { bytes: 20, damage: 0, time: 0, recipe: 0, unsent: 0 } }],
  ['not-whole', { unprovable: { bytes: 0, damage: 1, time: 0, recipe: 0, unsent: 0 } }],
  ['not-whole', { missing: { verdicts: 1, lines: 0, end: false } }],
  ['not-whole', { missing: { verdicts: 0, lines: 1, end: false } }],
  ['not-whole', { missing: { verdicts: 0, lines: 0, end: true } }],
] as const)('a run is %s with %j', (conclusion, change) => {
  expect(conclusionOf({ ...whole, ...change })).toBe(conclusion);
});
