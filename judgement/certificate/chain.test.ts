import { describe, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { type Made, make, oids } from '../../test/samples/certificates.ts';
import { type Authority, pkioverheid } from './authorities.ts';
import { buildChain } from './chain.ts';
import { titleOf } from './facts.ts';

const keys = await newSampleKeys();
const { root, domain, tsp } = sampleHierarchy('Sample', keys.authority);
const elsewhere = sampleHierarchy('Elsewhere', keys.authority);
const leaf = sampleLeaf(tsp, keys.leaf);

const table = (one: Made, role: Authority['role'], hierarchy: Authority['hierarchy']): readonly Authority[] => [
  { hierarchy, role, subject: one.subject.at(-1)?.[1] ?? '', sha256: one.sha256 },
];
const build = (all: readonly Made[], authorities?: readonly Authority[]) =>
  buildChain(
    all.map(({ der }) => der),
    authorities,
  );
const titles = (all: readonly Made[], authorities?: readonly Authority[]): readonly string[] =>
  build(all, authorities).issuers.map(({ subject }) => titleOf(subject));

const ordered = ['Sample TSP', 'Sample Domain', 'Sample Root'];

describe('a chain', () => {
  test.each([
    [[leaf, tsp, domain, root]],
    [[root, domain, tsp, leaf]],
    [[domain, leaf, root, tsp]],
    [[tsp, tsp, leaf, domain, root, leaf]],
  ])('is found in any order, %#', (all) => {
    expect(titles(all)).toEqual(ordered);
    expect(build(all)).toMatchObject({ end: { kind: 'root' }, unused: [] });
  });

  test('leaves out what is not of it', () => {
    const chain = build([leaf, elsewhere.tsp, tsp, domain, root, elsewhere.root]);

    expect(chain.unused.map(({ subject }) => titleOf(subject))).toEqual(['Elsewhere TSP', 'Elsewhere Root']);
  });

  test('ends where an issuer is missing, and says which', () => {
    const { end, issuers } = build([leaf, tsp, root]);

    expect(issuers).toHaveLength(1);
    expect(end).toMatchObject({ kind: 'open', named: undefined });
    expect(end.kind === 'open' && titleOf(end.issuer)).toBe('Sample Domain');
  });

  test('ends below the root where the last is known to be issued by one', () => {
    expect(build([leaf, tsp, domain], table(domain, 'domain', 'G1')).end).toEqual({ kind: 'below-root' });
    expect(build([leaf, tsp], table(tsp, 'tsp', 'G1')).end.kind).toBe('open');
  });

  test('does not take a namesake that did not sign', () => {
    const namesake = sampleHierarchy('Sample', keys.other).tsp;

    expect(build([leaf, namesake]).end).toMatchObject({ kind: 'forged', issuer: { sha256: namesake.sha256 } });
    expect(titles([leaf, namesake, tsp, domain, root])).toEqual(ordered);
  });

  test('ends though certificates issued each other', () => {
    const life = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', authority: true, key: keys.authority };
    const one = make({ ...life, subject: [[oids.cn, 'one']] });
    const other = make({ ...life, subject: [[oids.cn, 'other']], issuer: one });
    const oneAgain = make({ ...life, subject: [[oids.cn, 'one']], issuer: other });

    expect(titles([sampleLeaf(other, keys.leaf), other, oneAgain])).toEqual(['other', 'one']);
  });

  test('of a leaf alone is open', () => {
    expect(build([leaf])).toMatchObject({ issuers: [], hierarchy: 'unknown', end: { kind: 'open' } });
  });

  test('is not made of nothing, or of something else', () => {
    expect(() => buildChain([])).toThrow(/^0 bytes are no X\.509 certificate in DER/);
    expect(() => buildChain([Buffer.from('hello')])).toThrow(/^5 bytes are no X\.509/);
  });
});

describe('a hierarchy', () => {
  test.each([
    ['G1', 'tsp', tsp],
    ['G4', 'domain', domain],
    ['KOOP', 'root', root],
  ] as const)('is recognised as %s by the fingerprint of its %s', (hierarchy, role, one) => {
    const chain = build([leaf, tsp, domain, root], table(one, role, hierarchy));

    expect(chain).toMatchObject({ hierarchy, recognised: { role, sha256: one.sha256 } });
  });

  test('is not recognised by a certificate that did not issue this one', () => {
    expect(build([leaf, tsp, domain, root, elsewhere.tsp], table(elsewhere.tsp, 'tsp', 'G1')).hierarchy).toBe(
      'unknown',
    );
  });

  test('is not recognised by the client certificate itself', () => {
    expect(build([leaf], table(leaf, 'tsp', 'G1')).hierarchy).toBe('unknown');
  });

  test('is recognised where the signatures are RSASSA-PSS', () => {
    const g4 = sampleHierarchy('G4 sample', keys.authority, 'pss-sha512');
    const chain = build(
      [sampleLeaf(g4.tsp, keys.leaf, { signing: 'pss-sha512' }), g4.domain, g4.tsp],
      table(g4.domain, 'domain', 'G4'),
    );

    expect(chain).toMatchObject({ hierarchy: 'G4', end: { kind: 'below-root' } });
    expect(chain.issuers.map(({ signature }) => signature)).toEqual([
      { algorithm: 'RSASSA-PSS', hash: 'SHA-512' },
      { algorithm: 'RSASSA-PSS', hash: 'SHA-512' },
    ]);
  });
});

test('thirteen authorities of PKIoverheid are known, each by a fingerprint of its own', () => {
  expect(pkioverheid).toHaveLength(13);
  expect(new Set(pkioverheid.map(({ sha256 }) => sha256)).size).toBe(13);
  for (const { sha256, url } of pkioverheid) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(url).toMatch(/^https:\/\/cert\.pkioverheid\.nl\/[\w-]+\.cer$/);
  }
  const counts = (['G1', 'G4'] as const).map((one) => pkioverheid.filter(({ hierarchy }) => hierarchy === one).length);
  expect(counts).toEqual([7, 6]);
});
