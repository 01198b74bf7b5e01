import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { omissionsOf } from '../../test/samples/gate-omissions.ts';
import { inFull } from '../../test/samples/in-full.ts';
import type { Decision } from './decision.ts';
import { evaluate } from './evaluate.ts';

const phases = [1, 2, 3] as const;

describe('an honest recording', () => {
  test.each(phases)('passes phase %i, and says what was judged', (phase) => {
    const { outcome, reasons, judged, standing, types } = evaluate(honest(phase));

    expect([outcome, reasons, standing]).toEqual(['voldoet', [], undefined]);
    expect(judged.nl).toBe('Beoordeeld: het systeem van Zaaksoft');
    expect(types.map((one) => [one.documentType, one.outcome, one.accepted])).toEqual([
      ['BeschikkingAanvraag', 'voldoet', 3],
      ['Melding', 'voldoet', 3],
    ]);
  });
});

test('a vendor that recorded by another contract passes where its messages keep to that of KOOP, and is told so', () => {
  const { facts, ...rest } = honest(2);
  const { outcome, reasons } = evaluate({ ...rest, facts: { ...facts, contract: { ...facts.contract, digest: 'o' } } });

  expect([outcome, reasons.map(({ kind }) => kind)]).toEqual(['voldoet', ['warning']]);
});

test('what decides nothing is told as information: a resumption, a waiver that ended, a report that was not compared', () => {
  const { facts, policy, ...rest } = honest(2);
  const waiver = {
    requirement: 'message.is-unicode',
    documentType: 'Melding',
    reason: 'oud',
    owner: 'A. de Vries',
  } as const;
  const waivers = ['2026-11-29', '2026-11-30'].map((lastDay) => ({ ...waiver, lastDay }));
  const { outcome, reasons } = evaluate({
    ...rest,
    facts: { ...facts, resumed: ['2026-11-20T10:00:00Z'] },
    policy: policy && { ...policy, read: { ...policy.read, waivers } },
    isReportCompared: false,
  });

  expect([outcome, reasons.map(({ kind, text }) => [kind, text.nl.replace(/[:(].*/, '')])]).toEqual([
    'voldoet',
    [
      ['note', 'De run is onderbroken en 1 keer hervat '],
      ['note', 'niet nagegaan is of het toetsverslag in het pakket uit het journaal volgt'],
      ['note', 'de afwijking met akkoord van A. de Vries is op 2026-11-29 afgelopen, en geldt niet meer [Melding]'],
    ],
  ]);
});

test('a policy that names a document type with a mistake is told, and lets nobody pass by demanding nothing of it', () => {
  const { policy, ...rest } = honest(2);
  const accepted = { melding: 5 };
  const decision = evaluate({ ...rest, policy: policy && { ...policy, read: { ...policy.read, accepted } } });

  expect([decision.outcome, decision.reasons.map(({ by, text }) => [by, text.nl])]).toEqual([
    'onbeslist',
    [['koop', 'het beleid noemt documenttype melding, en het contract kent dat niet: verbeter die rij']],
  ]);
});

test('what an endpoint does wrong is a finding for KOOP, and no reason to refuse a vendor', () => {
  const { facts, ...rest } = honest(2);
  const wrong = { requirement: 'delivery.accepts-valid', documentType: 'Melding', verdict: 'failed' } as const;
  const run = { ...facts, kind: 'run' as const, recordedBy: undefined, whole: [{ ...wrong, actual: undefined }] };
  const { outcome, reasons, judged } = evaluate({ ...rest, facts: run });

  expect([
    outcome,
    reasons.some(({ kind }) => kind === 'koop'),
    reasons.some(({ kind }) => kind === 'refused'),
  ]).toEqual(['onbeslist', true, false]);
  expect(judged.nl).toBe('Beoordeeld: het endpoint; dit zegt niets over een leverancier');
});

test.each(
  ([1, 2, 3, 4] as const).flatMap((phase) => [
    ['pact', phase, 'verification of the endpoint by Pact'] as const,
    ['replay', phase, 'one case that was sent again'] as const,
  ]),
)('what was asked by %s proves nothing of a system in phase %i', (by, phase, said) => {
  const { facts, ...rest } = honest(phase === 4 ? 3 : phase);
  const { outcome, reasons } = evaluate({
    ...{ ...rest, phase },
    facts: { ...facts, kind: 'run', recordedBy: undefined, by, phase },
  });

  expect(outcome).toBe('onbeslist');
  expect(reasons.filter(({ text }) => text.en.includes(said))).toHaveLength(1);
});

/** Whoever does not pass is told why. */
const isExplained = ({ outcome, reasons }: Decision): boolean =>
  outcome === 'voldoet' ||
  reasons.some(({ kind }) => kind === { altered: 'altered', 'voldoet-niet': 'refused', onbeslist: 'missing' }[outcome]);

/** Every omission in the long proof, else each third one. */
const step = inFull(1, 3);

describe('an omission or edit', () => {
  test.each(phases)('never passes phase %i, and is explained', (phase) => {
    const [clean, every] = [honest(phase), omissionsOf(phase)];
    const some = every.filter((_, index) => index % step === phase % step);
    const all = some.map(({ name, change }) => ({ name, decision: evaluate(change(clean)) }));

    expect(every.length).toBeGreaterThan(500);
    expect(all.filter(({ decision }) => decision.outcome === 'voldoet').map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ decision }) => !isExplained(decision)).map(({ name }) => name)).toEqual([]);
  });

  test('is not undone by others on top of it', () => {
    const phase = 3;
    const [clean, all] = [honest(phase), omissionsOf(phase).filter(({ name }) => !name.startsWith('events'))];
    const some = fc.subarray([...all], { minLength: 1, maxLength: 4 });

    fc.assert(
      fc.property(some, (changes) => {
        const changed = changes.reduce((judged, { change }) => change(judged), clean);
        expect(evaluate(changed).outcome).not.toBe('voldoet');
      }),
      { seed: 20261130, numRuns: inFull(20_000, 200) },
    );
  });
});
