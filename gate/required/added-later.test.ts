import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { evaluate } from '../decision/evaluate.ts';
import type { RequiredList } from './required-list.ts';
import { requiredFor } from './required.ts';

const added = { 'message.is-unicode': { suite: '2.0.0', from: '2026-12-15' } } as const;
const documentTypes = ['BeschikkingAanvraag', 'Melding'];
const types = documentTypes.map((name) => ({ name, ground: 'confirmed' as const }));
const contract = { id: '2020-01', digest: 'c'.repeat(64), documentTypes: types, isZipped: true };
const uses = ['documentType', 'reference', 'title', 'medium', 'content'] as const;
const required: RequiredList = requiredFor({
  ...{ contract: { ...contract, uses }, suite: '2.0.0', phase: 2, documentTypes, added },
});

test('a requirement that was added later bears the day from which it counts, and no other does', () => {
  const dated = required.pairs.filter(({ from }) => from !== undefined);

  expect(dated.map(({ requirement, documentType, from }) => [requirement, documentType, from])).toEqual(
    documentTypes.map((name) => ['message.is-unicode', name, '2026-12-15']),
  );
});

test.each([
  ['2026-12-14', 'failed', ['voldoet', ['warning']]],
  ['2026-12-15', 'failed', ['voldoet-niet', ['refused']]],
  ['2026-12-14', undefined, ['voldoet', []]],
  ['2026-12-15', undefined, ['onbeslist', ['missing']]],
] as const)('on %s one that is %s comes to %j', (day, verdict, expected) => {
  const { facts, ...rest } = honest(2);
  const changed = facts.types.map(({ verdicts, ...one }) => {
    const { 'message.is-unicode': _, ...others } = verdicts;
    return { ...one, verdicts: verdict === undefined ? others : { ...others, 'message.is-unicode': verdict } };
  });
  const now = Date.parse(`${day}T09:00:00Z`);
  const { outcome, reasons } = evaluate({ ...rest, facts: { ...facts, types: changed }, required, now });

  expect([outcome, [...new Set(reasons.map(({ kind }) => kind))]]).toEqual(expected);
});
