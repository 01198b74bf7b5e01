import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { holder, newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { oids } from '../../test/samples/certificates.ts';
import { fitsSome, inspect, type InspectionRequest } from './inspect.ts';
import { inspectionJson } from './inspection-json.ts';
import { inspectionText } from './inspection-text.ts';

const keys = await newSampleKeys();
const { root, domain, tsp } = sampleHierarchy('Sample', keys.authority);
const other = sampleHierarchy('Other', keys.authority);
const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let count = 0;
const write = (text: string | Buffer): string => {
  count += 1;
  const file = join(folder, `${String(count)}.pem`);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
};
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' });
const chainFile = write(tsp.pem + domain.pem + root.pem);
const leafFile = write(sampleLeaf(tsp, keys.leaf).pem);
const keyFile = write(pem(keys.leaf));

const request = (changes: Partial<InspectionRequest> = {}): InspectionRequest => ({
  files: { certificate: leafFile, key: keyFile, chain: [chainFile] },
  koop: [],
  phases: [2, 3, 4],
  now: new Date('2026-11-25T12:00:00Z'),
  ...changes,
});
const fitness = (changes?: Partial<InspectionRequest>) =>
  inspect(request(changes)).phases.map(({ phase, fitness: one }) => [phase, one]);

describe('an inspection', () => {
  test('can’t decide phase 2 without the CA of KOOP, and with another root refuses the others', () => {
    expect(fitness()).toEqual([
      [2, 'undecided'],
      [3, 'unfit'],
      [4, 'unfit'],
    ]);
    expect(fitsSome(inspect(request()))).toBe(true);
    expect(fitsSome(inspect(request({ phases: [3, 4] })))).toBe(false);
  });

  test.each([
    ['root', root],
    ['intermediate', domain],
  ])('decides phase 2 by the %s of KOOP, which need not be in the chain when it is a root', (_title, { pem: koop }) => {
    const files = { certificate: leafFile, chain: [write(tsp.pem + domain.pem)] };

    expect(fitness({ files, koop: [write(koop)], phases: [2] })).toEqual([[2, 'fit']]);
    expect(fitness({ files, koop: [write(other.root.pem)], phases: [2] })).toEqual([[2, 'undecided']]);
  });

  test('misses an intermediate that is known as KOOP’s and was not supplied', () => {
    const files = { certificate: leafFile, chain: [write(tsp.pem)] };
    const { phases } = inspect(request({ files, koop: [write(root.pem + domain.pem)], phases: [2] }));

    expect(phases[0]?.judgements.filter(({ outcome }) => outcome === 'fails')).toMatchObject([
      { requirement: 'certificate.chain-complete', reason: { en: 'the certificate of "Sample Domain" is missing' } },
    ]);
  });

  test('judges with the key that was given', () => {
    const files = { certificate: leafFile, key: write(pem(keys.other)), chain: [chainFile] };
    const { phases } = inspect(request({ files, koop: [write(root.pem)], phases: [2] }));

    expect(phases[0]?.fitness).toBe('unfit');
    expect(
      phases[0]?.judgements.filter(({ outcome }) => outcome === 'fails').map(({ requirement }) => requirement),
    ).toEqual(['certificate.key-belongs']);
  });
});

describe('its text', () => {
  test('says who, what for, and how long', () => {
    const lines = inspectionText(inspect(request()), 'en').split('\n');

    expect(lines.slice(0, 10)).toEqual([
      'zaken.voorbeeld.nl (Gemeente Voorbeeld)',
      '  OIN         00000001 002220647 000 (RSIN, Handelsregister)',
      '  chain       ← Sample TSP',
      '              ← Sample Domain',
      '              ← Sample Root (up to and with the root)',
      '  hierarchy   not recognised',
      '  valid       2026-06-01 to 2028-06-01, 553 days left',
      '  key         RSA, 3072 bits',
      '  usage       digitalSignature, keyEncipherment; clientAuth, serverAuth',
      '  policy      2.16.528.1.1003.1.2.8.6',
    ]);
    expect(lines.slice(-3)).toEqual(['Phase 2: undecided', 'Phase 3: not fit', 'Phase 4: not fit']);
  });

  test('has a line for each requirement with a mark for each phase, and for what fails the cause and the remedy', () => {
    const text = inspectionText(inspect(request()), 'nl');

    expect(text).toContain(
      '\n✓ ✓ ✓  Het certificaat is nu geldig: niet verlopen, en al ingegaan – geldig van 2026-06-01 tot en met 2028-06-01\n',
    );
    expect(text).toContain('\n    ✓  In productie is het OIN dat van een echte organisatie');
    expect(text).toMatch(
      /\n {2}✗ ✗ {2}Het certificaat is uitgegeven onder .* – de keten loopt tot "Sample Root".*\n {7}Oorzaak: .*\n {7}Wat te doen: .*\(certificate\.issued-under-pkioverheid\)\n/,
    );
  });

  test('leaves out what is not asked of the phase', () => {
    const text = inspectionText(inspect(request({ phases: [2] })), 'en');

    expect(text).toContain('\n2  ✓ holds');
    expect(text).toContain('\n?  The certificate was issued by KOOP – can’t be decided');
    expect(text).not.toMatch(/PrintableString|PKIoverheid \(G1/);
  });

  test.each([
    [holder({ oin: undefined }), 'none in subject.serialNumber'],
    [holder({ oin: [oids.serialNumber, '123'] }), '123'],
    [
      holder({ oin: [oids.serialNumber, '00000099130854102053'] }),
      '00000099 130854102053 (test OIN, none: free for everyone)',
    ],
    [holder({ oin: [oids.serialNumber, '00000077130854102053'] }), '00000077 130854102053 (unknown prefix)'],
  ])('shows the OIN as it is, %#', (subject, expected) => {
    const certificate = write(sampleLeaf(tsp, keys.leaf, { subject }).pem);

    expect(inspectionText(inspect(request({ files: { certificate } })), 'en').split('\n')[1]).toBe(
      `  OIN         ${expected}`,
    );
  });

  test('says where a chain stops, what was given for nothing, and that there is no key', () => {
    const files = { certificate: leafFile, chain: [write(tsp.pem + other.tsp.pem)] };
    const text = inspectionText(inspect(request({ files, now: new Date('2028-06-11T12:00:00Z') })), 'en');

    expect(text).toContain(
      '  chain       ← Sample TSP\n              ← Sample Domain (its issuer is missing)\n  unused      Other TSP\n',
    );
    expect(text).toContain('(private key not given)');
    expect(text).toContain('expired 11 days ago');
  });

  test('does not let a certificate steer the terminal', () => {
    const subject = holder({ cn: [oids.cn, '\u001b[31mred\nPhase 3: fit', 'utf8String'] });
    const certificate = write(sampleLeaf(tsp, keys.leaf, { subject }).pem);
    const text = inspectionText(inspect(request({ files: { certificate } })), 'en');

    expect(text).not.toContain('\u001b');
    expect(text.split('\n')[0]).toBe('\\u001b[31mred\\nPhase 3: fit (Gemeente Voorbeeld)');
  });
});

test('its JSON has every requirement of every phase, and no bytes', () => {
  const said = JSON.parse(inspectionJson(inspect(request()))) as {
    readonly outcome: string;
    readonly oin: { readonly prefix: string };
    readonly certificate: Readonly<Record<string, unknown>>;
    readonly phases: readonly { readonly phase: number; readonly requirements: readonly unknown[] }[];
  };

  expect(said.outcome).toBe('passed');
  expect(said.oin.prefix).toBe('00000001');
  expect(said.certificate).not.toHaveProperty('der');
  expect(said.phases.map(({ phase, requirements }) => [phase, requirements.length])).toEqual([
    [2, 30],
    [3, 30],
    [4, 30],
  ]);
});
