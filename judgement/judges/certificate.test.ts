import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { sentWith } from '../../test/samples/sent.ts';
import type { Case } from '../case.ts';
import { caseJudge } from '../judge.ts';
import type { CertificateRequirement } from '../requirements/certificate.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const keys = await newSampleKeys();
const { root, domain, tsp } = sampleHierarchy('G1 sample', keys.authority);
const below = [sampleLeaf(tsp, keys.leaf), tsp, domain].map(({ pem }) => pem).join('');
const good = below + root.pem;

interface Shown {
  readonly identity?: string | undefined;
  readonly at?: string;
  readonly phase?: number | undefined;
}

const caseOf = ({ identity, at = '2026-11-23T10:00:00Z', phase }: Shown): Case => ({
  sent: [sentWith('alive', { kind: 'alive', http: 200 }, { startedAt: Date.parse(at), identity })],
  kept: undefined,
  phase,
});

const judged = (requirement: CertificateRequirement, shown: Shown): string =>
  caseJudge(contract)(requirement, caseOf({ identity: good, phase: 3, ...shown })).kind;

describe('the certificate that an exchange was made with', () => {
  test('is judged on the day of that exchange', () => {
    expect(judged('certificate.within-validity', {})).toBe('conforms');
    expect(judged('certificate.within-validity', { at: '2028-07-01T00:00:00Z' })).toBe('deviates');
    expect(judged('certificate.not-near-its-end', { at: '2028-05-20T00:00:00Z' })).toBe('deviates');
  });

  test('is judged for the phase of the run', () => {
    expect(judged('certificate.names-organisation', { phase: 3 })).toBe('conforms');
    expect(judged('certificate.oin-real-in-production', { phase: 3 })).toBe('not-applicable');
    expect(judged('certificate.oin-real-in-production', { phase: 4 })).toBe('conforms');
  });

  test('leaves untested what it does not tell', () => {
    expect(judged('certificate.issued-under-pkioverheid', { identity: below })).toBe('untested');
  });

  test.each<[string, Shown]>([
    ['there is none', { identity: undefined }],
    ['the phase asks for none', { phase: 1 }],
    ['the phase is not known', { phase: undefined }],
  ])('has nothing asked of it where %s', (_, shown) => {
    expect(judged('certificate.within-validity', shown)).toBe('not-applicable');
  });
});
