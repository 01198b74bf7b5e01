import { describe, expect, test } from 'vitest';
import { holder, newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { keySha256, type Made, make, oids, type Recipe, usages } from '../../test/samples/certificates.ts';
import { certificate, type CertificateRequirement } from '../requirements/certificate.ts';
import type { Requirement } from '../requirements/requirement.ts';
import { linkOf } from '../requirements/source-link.ts';
import type { Authority, Hierarchy } from './authorities.ts';
import { buildChain } from './chain.ts';
import { type CertificateJudgement, type CertificateOutcome, judgeCertificate } from './judge.ts';
import type { CertificatePhase } from './opinion.ts';

const keys = await newSampleKeys();
const g1 = sampleHierarchy('G1 sample', keys.authority);
const g4 = sampleHierarchy('G4 sample', keys.authority, 'pss-sha512');
const koop = sampleHierarchy('KOOP sample', keys.authority);
const stranger = sampleHierarchy('Stranger', keys.authority);

const known = (hierarchy: Hierarchy, of: typeof g1): readonly Authority[] =>
  (['root', 'domain', 'tsp'] as const).map((role) => ({
    hierarchy,
    role,
    subject: of[role].subject.at(-1)?.[1] ?? '',
    sha256: of[role].sha256,
    url: `https://ca.example.nl/${role}.cer`,
  }));
const authorities = [...known('G1', g1), ...known('G4', g4), ...known('KOOP', koop)];
const ofTest = authorities.map((one) => ({ ...one, test: true as const }));

interface Try {
  readonly leaf?: Partial<Recipe>;
  readonly under?: Made;
  readonly with?: readonly Made[];
  readonly phase?: CertificatePhase;
  readonly now?: string;
  readonly key?: string;
  readonly authorities?: readonly Authority[];
}

const judge = (one: Try = {}): readonly CertificateJudgement[] => {
  const leaf = sampleLeaf(one.under ?? g1.tsp, keys.leaf, one.leaf);
  const chain = buildChain(
    [leaf, ...(one.with ?? [g1.tsp, g1.domain, g1.root])].map(({ der }) => der),
    one.authorities ?? authorities,
  );
  return judgeCertificate(chain, {
    phase: one.phase ?? 3,
    now: new Date(one.now ?? '2026-11-25T12:00:00Z'),
    keySha256: one.key ?? keySha256(one.leaf?.key ?? keys.leaf),
  });
};

const outcomes = (all: readonly CertificateJudgement[]): Readonly<Record<string, CertificateOutcome>> =>
  Object.fromEntries(all.map(({ requirement, outcome }) => [requirement.slice('certificate.'.length), outcome]));

const wrong = (one?: Try): Readonly<Record<string, CertificateOutcome>> =>
  Object.fromEntries(
    Object.entries(outcomes(judge(one))).filter(([, outcome]) => !['holds', 'not-applicable'].includes(outcome)),
  );

const reasonOf = (id: string, one?: Try): string =>
  judge(one).find(({ requirement }) => requirement === `certificate.${id}`)?.reason.en ?? '';

const oin = (value: string, type?: 'utf8String'): Partial<Recipe> => ({
  subject: holder({ oin: type === undefined ? [oids.serialNumber, value] : [oids.serialNumber, value, type] }),
});

/** That G1 ends is told in its last year. */
const ends = { 'hierarchy-lasts': 'warns' };

describe('a certificate that keeps everything', () => {
  test('is told of nothing', () => {
    expect(wrong()).toEqual({});
    expect(wrong({ phase: 4 })).toEqual({});
  });

  test('is judged by every requirement, in the order of the table', () => {
    for (const phase of [2, 3, 4] as const)
      expect(judge({ phase }).map(({ requirement }) => requirement)).toEqual(Object.keys(certificate));
  });

  test('of G4, signed with PSS, is not refused, but whether 3PAS takes it is unknown', () => {
    const one: Try = {
      under: g4.tsp,
      with: [g4.tsp, g4.domain],
      leaf: { signing: 'pss-sha512', policies: ['2.16.528.1.1003.1.2.44.15.35.11'], to: '2029-06-01T10:00:00Z' },
    };

    expect(wrong(one)).toEqual({ 'hierarchy-taken': 'unknown' });
    expect(reasonOf('hierarchy-taken', one)).toMatch(/Private Root \(G1\) only/);
    expect(reasonOf('signed-with-sha256', one)).toBe('RSASSA-PSS (SHA-512)');
  });

  test('of KOOP is what phase 2 asks', () => {
    expect(wrong({ under: koop.tsp, with: [koop.tsp, koop.domain], phase: 2 })).toEqual({});
  });
});

/** Each breaks one requirement, and what it says of the others is written out. */
const broken: Readonly<Record<CertificateRequirement, Try & { readonly expect: Readonly<Record<string, string>> }>> = {
  'certificate.within-validity': {
    now: '2026-05-31T12:00:00Z',
    expect: { 'within-validity': 'fails' },
  },
  'certificate.not-near-its-end': { now: '2028-04-10T12:00:00Z', expect: { ...ends, 'not-near-its-end': 'warns' } },
  'certificate.period-allowed': {
    leaf: { key: keys.leaf2048, from: '2024-06-01T10:00:00Z', to: '2027-06-03T10:00:00Z' },
    expect: { 'period-allowed': 'warns' },
  },
  'certificate.ends-before-g1': {
    leaf: { key: keys.leaf2048, from: '2025-12-01T10:00:00Z', to: '2028-11-13T23:00:01Z' },
    expect: { 'ends-before-g1': 'fails' },
  },
  'certificate.hierarchy-lasts': { now: '2028-01-10T12:00:00Z', expect: ends },
  'certificate.is-no-authority': {
    leaf: {
      authority: true,
      keyUsage: { bits: usages.leaf, critical: true },
      purposes: [oids.clientAuth],
      crl: 'http://a.nl/',
    },
    with: [],
    expect: {},
  },
  'certificate.chain-complete': { with: [g1.tsp], expect: { 'chain-complete': 'fails' } },
  'certificate.chain-signed': {
    leaf: { signingKey: keys.other },
    expect: {
      'chain-complete': 'fails',
      'chain-signed': 'fails',
      'issued-under-pkioverheid': 'fails',
    },
  },
  'certificate.issuers-valid': {
    now: '2023-12-31T12:00:00Z',
    leaf: { from: '2023-01-01T10:00:00Z', to: '2025-01-01T10:00:00Z', key: keys.leaf2048 },
    expect: { 'issuers-valid': 'fails' },
  },
  'certificate.issued-by-koop': { phase: 2, expect: { 'issued-by-koop': 'fails' } },
  'certificate.issued-under-pkioverheid': {
    under: stranger.tsp,
    with: [stranger.tsp, stranger.domain, stranger.root],
    expect: { 'issued-under-pkioverheid': 'fails' },
  },
  'certificate.hierarchy-taken': {
    under: g4.tsp,
    with: [g4.tsp, g4.domain],
    leaf: { policies: ['2.16.528.1.1003.1.2.44.15.35.11'] },
    expect: { 'hierarchy-taken': 'unknown' },
  },
  'certificate.policy-of-hierarchy': {
    leaf: { policies: ['2.16.528.1.1003.1.2.8.5'] },
    expect: { 'policy-of-hierarchy': 'warns' },
  },
  'certificate.names-crl': { leaf: { crl: null }, expect: { 'names-crl': 'warns' } },
  'certificate.names-organisation': {
    leaf: { subject: holder({ o: undefined }) },
    expect: { 'names-organisation': 'fails' },
  },
  'certificate.names-country': {
    leaf: { subject: holder({ c: [oids.c, 'BE'] }) },
    expect: { 'names-country': 'warns' },
  },
  'certificate.oin-in-serial-number': {
    leaf: { subject: holder({ oin: undefined }) },
    expect: { 'oin-in-serial-number': 'fails' },
  },
  'certificate.oin-twenty-digits': {
    leaf: oin('0000000100222064700'),
    expect: { 'oin-twenty-digits': 'fails' },
  },
  'certificate.oin-printable-string': {
    leaf: oin('00000001002220647000', 'utf8String'),
    expect: { 'oin-printable-string': 'fails' },
  },
  'certificate.oin-prefix-known': {
    leaf: oin('00000011002220647000'),
    expect: { 'oin-prefix-known': 'warns' },
  },
  'certificate.oin-suffix-zeros': {
    leaf: oin('00000003332595610001'),
    expect: { 'oin-suffix-zeros': 'warns' },
  },
  'certificate.oin-real-in-production': {
    phase: 4,
    leaf: oin('00000099130854102053'),
    expect: { 'oin-real-in-production': 'fails' },
  },
  'certificate.key-rsa': { leaf: { key: keys.curve }, expect: { 'key-rsa': 'warns' } },
  'certificate.key-2048-bits': {
    leaf: { key: keys.weak, from: '2025-12-31T10:00:00Z', to: '2027-06-01T10:00:00Z' },
    expect: { 'key-2048-bits': 'fails' },
  },
  'certificate.key-3000-bits-since-2026': {
    leaf: { key: keys.leaf2048 },
    expect: { 'key-3000-bits-since-2026': 'fails' },
  },
  'certificate.key-belongs': { key: keySha256(keys.other), expect: { 'key-belongs': 'fails' } },
  'certificate.signs': {
    leaf: { keyUsage: { bits: usages.encipher, critical: true } },
    expect: { signs: 'fails' },
  },
  'certificate.key-usage-critical': {
    leaf: { keyUsage: { bits: usages.leaf, critical: false } },
    expect: { 'key-usage-critical': 'warns' },
  },
  'certificate.for-clients': {
    leaf: { purposes: [oids.serverAuth] },
    expect: { 'for-clients': 'fails' },
  },
  'certificate.signed-with-sha256': { leaf: { signing: 'sha1' }, expect: { 'signed-with-sha256': 'fails' } },
};

describe('a certificate that breaks one requirement', () => {
  const { 'certificate.is-no-authority': authority, ...ordinary } = broken;

  test.each(Object.entries(ordinary))('is told of %s', (_id, one) => {
    expect(wrong(one)).toEqual(one.expect);
  });

  test('is told that it is an authority', () => {
    expect(outcomes(judge(authority))).toMatchObject({ 'is-no-authority': 'fails', signs: 'holds' });
  });
});

describe('the reason', () => {
  test.each([
    [
      'oin-in-serial-number',
      { leaf: { subject: holder({ oin: undefined, ou: [oids.ou, '00000001002220647000'] }) } },
      'subject.serialNumber is missing; 00000001002220647000 is in subject.OU',
    ],
    [
      'oin-in-serial-number',
      { leaf: { subject: holder({ oin: undefined }), names: [{ dNSName: 'oin-00000001002220647000.nl' }] } },
      'subject.serialNumber is missing; 00000001002220647000 is in subjectAltName',
    ],
    [
      'oin-in-serial-number',
      { leaf: { subject: holder({ oin: undefined }), serial: '01002220647000' } },
      'subject.serialNumber is missing; 00000001002220647000 is in the serial number of the certificate itself',
    ],
    ['oin-twenty-digits', { leaf: oin('0000000100222064700') }, '"0000000100222064700" has 19 digits'],
    ['oin-twenty-digits', { leaf: oin('00000001 002220647000') }, '"00000001 002220647000" holds " "'],
    [
      'chain-complete',
      { with: [] },
      'the certificate of "G1 sample TSP" is missing; to be had at https://ca.example.nl/tsp.cer',
    ],
    [
      'issued-under-pkioverheid',
      { with: [] },
      'the name "G1 sample TSP" is that of a CA of G1, but a name proves nothing; give that certificate (--chain)',
    ],
    ['issued-under-pkioverheid', { under: koop.tsp, with: [koop.tsp] }, 'it is a certificate of KOOP: for phase 2'],
    ['within-validity', { now: '2028-06-02T10:00:00Z' }, 'expired on 2028-06-01'],
    ['within-validity', {}, 'valid from 2026-06-01 to 2028-06-01'],
    ['chain-signed', {}, '4 signatures fit'],
    ['chain-signed', { with: [g1.tsp] }, 'the signature fits'],
    ['names-country', { leaf: { subject: holder({ c: undefined }) } }, 'C is missing'],
    ['policy-of-hierarchy', { leaf: { policies: [] } }, 'expected 2.16.528.1.1003.1.2.8.6, found –'],
    [
      'period-allowed',
      { leaf: { from: '2028-11-20T10:00:00Z', to: '2028-12-01T10:00:00Z' } },
      'issued in 2028-11, after the end of G1',
    ],
    [
      'period-allowed',
      { leaf: { to: '2029-06-03T10:00:00Z' } },
      'from 2026-06-01 to 2029-06-03, longer than the 3 years allowed then',
    ],
    ['issuers-valid', { now: '2036-01-01T00:00:00Z' }, 'issuers: 3, each a valid CA'],
    ['issuers-valid', { now: '2036-01-01T00:00:01Z' }, '"G1 sample TSP" expired on 2036-01-01'],
    ['issuers-valid', { now: '2024-01-01T00:00:00Z' }, 'issuers: 3, each a valid CA'],
    ['issuers-valid', { now: '2023-12-31T23:59:59Z' }, '"G1 sample TSP" begins on 2024-01-01'],
    ['issued-under-pkioverheid', {}, `"G1 sample TSP" recognised (SHA-256 ${g1.tsp.sha256.slice(0, 16)}…)`],
    [
      'issued-under-pkioverheid',
      { authorities: ofTest },
      `"G1 sample TSP" of the test PKI (SHA-256 ${g1.tsp.sha256.slice(0, 16)}…)`,
    ],
    ['key-rsa', { leaf: { key: keys.curve } }, 'the key is ec'],
    ['signed-with-sha256', { leaf: { signing: 'sha1' } }, '"zaken.voorbeeld.nl" is signed with sha1WithRSAEncryption'],
  ] as const)('of %s, %#', (id, one, reason) => {
    expect(reasonOf(id, one as Try)).toBe(reason);
  });
});

describe('the issuer', () => {
  const without = authorities.filter(({ hierarchy }) => hierarchy !== 'KOOP');

  test('can’t be decided in phase 2 without the CA of KOOP', () => {
    const one: Try = { phase: 2, under: koop.tsp, with: [koop.tsp, koop.domain, koop.root], authorities: without };

    expect(wrong(one)).toEqual({ 'issued-by-koop': 'unknown' });
    expect(reasonOf('issued-by-koop', one)).toMatch(/give the CA certificate of KOOP/);
  });

  test('is wrong in phase 2 when the CA of KOOP is known and the chain goes elsewhere', () => {
    expect(wrong({ phase: 2, under: stranger.tsp, with: [stranger.tsp, stranger.domain, stranger.root] })).toEqual({
      'issued-by-koop': 'fails',
    });
  });

  test('is nobody where a certificate signed itself', () => {
    const itself = make({
      subject: holder(),
      key: keys.leaf,
      from: '2026-06-01T10:00:00Z',
      to: '2027-06-01T10:00:00Z',
    });
    const now = new Date('2026-11-25T12:00:00Z');
    const judged = (phase: CertificatePhase) => outcomes(judgeCertificate(buildChain([itself.der]), { phase, now }));

    expect([judged(2)['issued-by-koop'], judged(3)['issued-under-pkioverheid']]).toEqual(['fails', 'fails']);
  });

  test('is not known by its name', () => {
    const lookalike = sampleHierarchy('G1 sample', keys.other);

    expect(wrong({ under: lookalike.tsp, with: [lookalike.tsp, lookalike.domain, lookalike.root] })).toEqual({
      'issued-under-pkioverheid': 'fails',
    });
  });

  test('of G4 is named by what it calls itself: a TRIAL, or of type G-Other', () => {
    const under = (name: string) => {
      const { tsp, domain, root } = sampleHierarchy(name, keys.other);
      return { under: tsp, with: [tsp, domain, root] };
    };
    const trial = under('TRIAL PKIo - G4 Root Priv G-TLS');
    const other = under('Staat der Nederlanden - G4 Priv G-Other LP');

    expect(wrong(trial)).toEqual({ 'issued-under-pkioverheid': 'fails' });
    expect(reasonOf('issued-under-pkioverheid', trial)).toMatch(/^it is a TRIAL certificate/);
    expect(wrong(other)).toEqual({ 'issued-under-pkioverheid': 'unknown' });
    expect(reasonOf('issued-under-pkioverheid', other)).toMatch(/of type G-Other LP; .* ask KOOP$/);
  });

  test('of G4 is said to give an OIN on order only', () => {
    const subject = holder({ oin: ['2.5.4.97', 'NTRNL-12345678', 'utf8String'] });
    const one: Try = { under: g4.tsp, with: [g4.tsp, g4.domain], leaf: { subject } };

    expect(reasonOf('oin-in-serial-number', one)).toMatch(/organizationIdentifier NTRNL-12345678\); under G4/);
    expect(reasonOf('oin-in-serial-number', { leaf: { subject } })).toBe('the certificate has no OIN');
  });

  test('of a test PKI may issue under the policy of a TRIAL, and another may not', () => {
    const leaf = { policies: ['2.16.528.1.1003.1.2.41.15.35.11'] };

    expect(outcomes(judge({ leaf, authorities: ofTest }))['policy-of-hierarchy']).toBe('holds');
    expect(outcomes(judge({ leaf }))['policy-of-hierarchy']).toBe('warns');
  });
});

describe('a signature with SHA-1', () => {
  const old = sampleHierarchy('Old sample', keys.authority, 'sha1');

  test('does not count under a root, which is trusted by itself', () => {
    const tsp = make({ ...g1.tsp, issuer: old.root, signing: 'sha256' });

    expect(reasonOf('signed-with-sha256', { under: tsp, with: [tsp, old.root] })).toBe('sha256WithRSAEncryption');
    expect(reasonOf('chain-signed', { under: tsp, with: [tsp, old.root] })).toBe('3 signatures fit');
  });

  test('counts under an issuer, and under a certificate that signed itself', () => {
    const itself = make({
      subject: holder(),
      key: keys.leaf,
      signing: 'sha1',
      from: '2026-06-01T10:00:00Z',
      to: '2027-06-01T10:00:00Z',
    });
    const judged = judgeCertificate(buildChain([itself.der]), { phase: 2, now: new Date('2026-11-25T12:00:00Z') });

    expect(reasonOf('signed-with-sha256', { under: old.tsp, with: [old.tsp] })).toBe(
      '"Old sample TSP" is signed with sha1WithRSAEncryption',
    );
    expect(outcomes(judged)['signed-with-sha256']).toBe('fails');
  });
});

describe('what extensions leave unsaid', () => {
  test.each([
    ['signs', { keyUsage: null }],
    ['for-clients', { purposes: null }],
  ] as const)('%s fails where PKIoverheid prescribes it, and is a warning elsewhere', (id, leaf) => {
    expect(outcomes(judge({ leaf }))[id]).toBe('fails');
    expect(outcomes(judge({ leaf, phase: 2, under: koop.tsp, with: [koop.tsp, koop.domain] }))[id]).toBe('warns');
  });

  test.each([
    ['signs', { keyUsage: null }, 'keyUsage=digitalSignature,keyEncipherment'],
    ['for-clients', { purposes: null }, 'extendedKeyUsage=clientAuth,serverAuth'],
  ] as const)('what is missing has words of its own: %s', (id, leaf, remedy) => {
    const own = judge({ leaf }).find(({ requirement }) => requirement === `certificate.${id}`)?.own;

    expect(own?.cause.en).toContain('issued without the extension');
    expect([own?.remedy.nl, own?.remedy.en].every((text) => text?.includes(remedy))).toBe(true);
  });

  test('any purpose is a warning', () => {
    expect(outcomes(judge({ leaf: { purposes: [oids.anyPurpose] } }))['for-clients']).toBe('warns');
  });
});

test('what fails is demanded on public ground, and what is advised only warns', () => {
  for (const { requirement, outcome } of Object.values(broken).flatMap((one) => judge(one))) {
    const { strength, ground } = certificate[requirement];
    if (outcome === 'fails') expect([strength, ground]).toEqual(['MUST', 'public']);
  }
});

test('what rests on public ground can be looked up', () => {
  const all = Object.entries<Requirement>(certificate).filter(([, { ground }]) => ground === 'public');

  expect(all.length).toBeGreaterThan(25);
  expect(all.filter(([, { source }]) => linkOf(source) === undefined).map(([id]) => id)).toEqual([]);
});
