import { describe, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { buildChain } from './chain.ts';
import type { Hierarchy } from './authorities.ts';
import { judgeCertificate } from './judge.ts';

const keys = await newSampleKeys();
const { tsp } = sampleHierarchy('Sample', keys.authority);

interface Life {
  readonly from: string;
  readonly to: string;
  readonly now?: string;
  readonly hierarchy?: Hierarchy;
}

const outcomeOf = (id: string, { from, to, now = from, hierarchy = 'G1' }: Life): string | undefined => {
  const leaf = sampleLeaf(tsp, keys.leaf2048, { from, to });
  const chain = buildChain(
    [leaf.der, tsp.der],
    [{ hierarchy, role: 'tsp', subject: 'Sample TSP', sha256: tsp.sha256 }],
  );
  return judgeCertificate(chain, { phase: 3, now: new Date(now) }).find(
    ({ requirement }) => requirement === `certificate.${id}`,
  )?.outcome;
};

describe('under G1 a certificate may last', () => {
  test.each([
    { title: 'three years', from: '2025-10-31T22:59:00Z', to: '2028-10-31T22:59:00Z', outcome: 'holds' },
    { title: 'to the end of its last day', from: '2024-01-10T10:00:00Z', to: '2027-01-11T09:59:59Z', outcome: 'holds' },
    { title: 'and no day more', from: '2024-01-10T10:00:00Z', to: '2027-01-11T10:00:00Z', outcome: 'warns' },
    {
      title: 'almost three from December 2025',
      from: '2025-12-01T10:00:00Z',
      to: '2028-11-12T23:00:00Z',
      outcome: 'holds',
    },
    { title: 'two from December 2026', from: '2026-11-30T23:00:00Z', to: '2028-11-12T23:00:00Z', outcome: 'holds' },
    { title: 'one from December 2027', from: '2027-12-01T00:00:00Z', to: '2028-11-12T23:00:00Z', outcome: 'holds' },
    { title: 'a day at the end', from: '2028-11-12T00:00:00Z', to: '2028-11-13T00:00:00Z', outcome: 'holds' },
    { title: 'nothing after the root', from: '2028-11-14T00:00:00Z', to: '2028-11-20T00:00:00Z', outcome: 'warns' },
  ])('$title', ({ from, to, outcome }) => {
    expect(outcomeOf('period-allowed', { from, to })).toBe(outcome);
  });

  test('until the root ends', () => {
    const from = '2027-01-10T10:00:00Z';

    expect(outcomeOf('ends-before-g1', { from, to: '2028-11-13T23:00:00Z' })).toBe('holds');
    expect(outcomeOf('ends-before-g1', { from, to: '2028-11-13T23:00:01Z' })).toBe('fails');
  });
});

test('the end of G1 is warned of in its last year only', () => {
  const life = { from: '2026-12-10T10:00:00Z', to: '2028-11-12T23:00:00Z' };

  expect(outcomeOf('hierarchy-lasts', life)).toBe('holds');
  expect(outcomeOf('hierarchy-lasts', { ...life, now: '2027-11-12T10:00:00Z' })).toBe('holds');
  expect(outcomeOf('hierarchy-lasts', { ...life, now: '2027-11-15T10:00:00Z' })).toBe('warns');
});

describe('under G4 a certificate may last', () => {
  test.each([
    {
      title: 'three years from November 2025',
      from: '2025-10-31T23:00:00Z',
      to: '2028-10-31T23:00:00Z',
      outcome: 'holds',
    },
    { title: 'no longer', from: '2025-11-30T10:00:00Z', to: '2028-12-02T10:00:00Z', outcome: 'warns' },
    {
      title: 'three years after the end of G1 too',
      from: '2028-05-01T10:00:00Z',
      to: '2031-05-01T10:00:00Z',
      outcome: 'holds',
    },
    { title: 'what nobody knows before', from: '2025-10-31T22:59:00Z', to: '2026-10-31T22:59:00Z', outcome: 'unknown' },
  ])('$title', ({ from, to, outcome }) => {
    expect(outcomeOf('period-allowed', { from, to, hierarchy: 'G4' })).toBe(outcome);
  });

  test('longer than G1', () => {
    const life = { from: '2027-01-10T10:00:00Z', to: '2029-12-01T00:00:00Z', hierarchy: 'G4' } as const;

    expect(outcomeOf('ends-before-g1', life)).toBe('not-applicable');
    expect(outcomeOf('hierarchy-lasts', life)).toBe('holds');
  });
});

describe('a certificate', () => {
  const from = '2026-01-10T10:00:00Z';
  const to = '2027-06-30T10:00:00Z';

  test.each([
    ['2026-01-10T09:59:59Z', 'fails'],
    ['2026-01-10T10:00:00Z', 'holds'],
    ['2027-06-30T10:00:00Z', 'holds'],
    ['2027-06-30T10:00:01Z', 'fails'],
  ])('judged at %s: its validity %s', (now, outcome) => {
    expect(outcomeOf('within-validity', { from, to, now })).toBe(outcome);
  });

  test.each([
    ['2027-05-01T10:00:00Z', 'holds'],
    ['2027-05-01T10:00:01Z', 'warns'],
    ['2027-06-30T10:00:00Z', 'warns'],
    ['2027-06-30T10:00:01Z', 'not-applicable'],
  ])('judged at %s: its coming end %s', (now, outcome) => {
    expect(outcomeOf('not-near-its-end', { from, to, now })).toBe(outcome);
  });

  test.each([
    ['2025-12-31T22:59:59Z', 'not-applicable'],
    ['2025-12-31T23:00:00Z', 'fails'],
  ])('issued at %s with 2048 bits: 3000 bits %s', (issued, outcome) => {
    expect(outcomeOf('key-3000-bits-since-2026', { from: issued, to })).toBe(outcome);
  });
});

test('thirty days before the end the warning is another than sixty days before', () => {
  const leaf = sampleLeaf(tsp, keys.leaf2048, { from: '2026-01-10T10:00:00Z', to: '2027-06-30T10:00:00Z' });
  const reasonAt = (now: string): string | undefined =>
    judgeCertificate(buildChain([leaf.der]), { phase: 4, now: new Date(now) }).find(
      ({ requirement }) => requirement === 'certificate.not-near-its-end',
    )?.reason.en;

  expect(reasonAt('2027-05-31T10:00:00Z')).toBe(
    '30 days left, until 2027-06-30: fewer than 60, order a new certificate now',
  );
  expect(reasonAt('2027-05-31T10:00:01Z')).toBe('29 days left, until 2027-06-30: fewer than 30, replace it now');
});
