import 'reflect-metadata';
import { execFile, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as x509 from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateFaults, hierarchies } from '#contract/wire/certificate-faults';
import { systemClock } from '../clock.ts';
import type { ClientName } from './client-certificates.ts';
import { createTestPki, type TestPki } from './test-pki.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await createTestPki({ now: systemClock.now });
});
afterAll(() => pki.close());

const chainOf = (text: string): readonly X509Certificate[] =>
  (text.match(/-----BEGIN[^]*?END CERTIFICATE-----/g) ?? []).map((one) => new X509Certificate(one));

const leafOf = (name: ClientName): x509.X509Certificate => new x509.X509Certificate(pki.clients[name].cert);

const crlOf = (name: ClientName): string =>
  leafOf(name).getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints[0]?.distributionPoint
    ?.fullName?.[0]?.uniformResourceIdentifier ?? '';

const day = 24 * 60 * 60 * 1000;

describe('a good certificate', () => {
  test.each(hierarchies)('of %s leads to its root, which the client does not send', (name) => {
    const sent = chainOf(pki.clients[name].cert);
    const all = [...sent, new X509Certificate(pki.clientRoots[name])];

    expect(sent.map((one, index) => one.checkIssued(all[index + 1] ?? one))).toEqual(sent.map(() => true));
    expect(sent.map((one, index) => one.verify((all[index + 1] ?? one).publicKey))).toEqual(sent.map(() => true));
    expect(sent).toHaveLength(name === 'koop' ? 1 : 3);
  });

  test.each(hierarchies)('of %s has the OIN in subject.serialNumber as a PrintableString of 20 digits', (name) => {
    const der = Buffer.from(leafOf(name).subjectName.toArrayBuffer()).toString('latin1');

    // OBJECT IDENTIFIER 2.5.4.5, then PrintableString of length 20.
    expect(/\x06\x03\x55\x04\x05\x13\x14(\d{20})/.exec(der)?.[1]).toMatch(/^00000099/);
  });

  test.each([
    ['koop', 'sha256'],
    ['g1', 'sha256'],
    ['g4', 'pss-sha512'],
  ] as const)('of %s is signed with %s', (name, expected) => {
    const { name: algorithm, hash } = leafOf(name).signatureAlgorithm;
    const way = algorithm === 'RSA-PSS' ? 'pss-' : '';

    expect(way + hash.name.toLowerCase().replace('-', '')).toBe(expected);
  });

  test('of G1 keeps the rules of today: more than 3,000 bits, a year at most, over before the hierarchy is', () => {
    const leaf = leafOf('g1');

    expect(createPrivateKey(pki.clients.g1.key).asymmetricKeyDetails?.modulusLength).toBeGreaterThan(3000);
    expect(leaf.notAfter.getTime() - leaf.notBefore.getTime()).toBeLessThanOrEqual(365 * day);
    expect(leaf.notAfter.getTime()).toBeLessThanOrEqual(new X509Certificate(pki.clientRoots.g1).validToDate.getTime());
  });

  test('says what it is for, and where its revocation can be looked up', () => {
    const leaf = leafOf('g1');

    expect(leaf.getExtension(x509.KeyUsagesExtension)).toMatchObject({ usages: 5, critical: true });
    expect(leaf.getExtension(x509.ExtendedKeyUsageExtension)?.usages).toEqual([
      '1.3.6.1.5.5.7.3.2',
      '1.3.6.1.5.5.7.3.1',
    ]);
    expect(leaf.getExtension(x509.CertificatePolicyExtension)?.policies).toEqual(['2.16.528.1.1003.1.2.8.6']);
    expect(leaf.getExtension(x509.AuthorityInfoAccessExtension)?.ocsp[0]?.value).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\//,
    );
    expect(leaf.getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints).toHaveLength(1);
  });
});

test('every name tells that it is none of the real ones', () => {
  const all = Object.values(pki.clients).flatMap(({ cert }) => chainOf(cert));
  const names = [...all, ...Object.values(pki.clientRoots).flatMap(chainOf)].flatMap(({ subject }) => subject);

  expect(names.filter((name) => !/TEST|TRIAL/.test(name))).toEqual([]);
});

test('what is made later than G1 lives is good all the same', async () => {
  const late = await createTestPki({ now: () => Date.parse('2029-03-01T12:00:00Z') });
  await late.close();
  const [leaf] = chainOf(late.clients.g1.cert);

  expect(leaf?.validToDate.getTime()).toBeGreaterThan(Date.parse('2029-06-01T00:00:00Z'));
});

test('the certificate of the server can be renewed under the same root', async () => {
  const [one, other] = await Promise.all([pki.issueServer(), pki.issueServer()]);
  const root = new X509Certificate(pki.serverRoots[0] ?? '');

  for (const { cert } of [one, other]) {
    const certificate = new X509Certificate(cert);
    expect(certificate.verify(root.publicKey)).toBe(true);
    expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual(['localhost', '127.0.0.1']);
  }
  expect(one.cert).not.toBe(other.cert);
});

describe.skipIf(spawnSync('openssl', ['version']).status !== 0)('openssl', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pki-'));
    writeFileSync(join(folder, 'roots.pem'), Object.values(pki.clientRoots).join(''));
    for (const name of [...hierarchies, ...certificateFaults])
      writeFileSync(join(folder, `${name}.pem`), pki.clients[name].cert);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What `openssl verify` says: OK, or the number of its error. */
  const verified = (name: ClientName): string => {
    const file = join(folder, `${name}.pem`);
    const strict = ['-x509_strict', '-purpose', 'sslclient', '-CAfile', join(folder, 'roots.pem')];
    const { stdout, stderr } = spawnSync('openssl', ['verify', ...strict, '-untrusted', file, file]);
    return /^error \d+/m.exec(stderr.toString())?.[0] ?? /: (OK)$/m.exec(stdout.toString())?.[1] ?? '';
  };

  test.each<[ClientName, string]>([
    ['koop', 'OK'],
    ['g1', 'OK'],
    ['g4', 'OK'],
    ['expired', 'error 10'],
    ['not-yet-valid', 'error 9'],
    ['wrong-root', 'error 20'],
    ['self-signed', 'error 18'],
    ['missing-intermediate', 'error 20'],
    ['wrong-key-usage', 'error 26'],
    ['no-client-auth', 'error 26'],
    ['no-oin', 'OK'],
    ['oin-of-19-digits', 'OK'],
    ['oin-in-wrong-field', 'OK'],
    ['revoked-by-crl', 'OK'],
    ['revoked-by-ocsp', 'OK'],
    ['foreign-key', 'OK'],
  ])('says of %s: %s', (name, said) => {
    expect(verified(name)).toBe(said);
  });

  test.each(hierarchies)('reads the list of %s, which its CA signed', async (name) => {
    const [, issuer] = [...chainOf(pki.clients[name].cert), new X509Certificate(pki.clientRoots[name])];
    const list = await fetch(crlOf(name));
    const [file, ca] = [join(folder, `${name}.crl`), join(folder, `${name}-ca.pem`)];
    writeFileSync(file, new Uint8Array(await list.arrayBuffer()));
    writeFileSync(ca, issuer?.toString() ?? '');

    const { stderr } = spawnSync('openssl', ['crl', '-inform', 'DER', '-in', file, '-noout', '-CAfile', ca]);
    expect(stderr.toString()).toContain('verify OK');
  });

  test.each<[ClientName, string]>([
    ['g1', 'good'],
    ['g4', 'good'],
    ['koop', 'good'],
    ['revoked-by-ocsp', 'revoked'],
    ['revoked-by-crl', 'good'],
  ])('hears from the responder that %s is %s', async (name, status) => {
    const root = pki.clientRoots[hierarchies.find((one) => one === name) ?? 'g1'];
    const issuer = join(folder, `${name}-issuer.pem`);
    writeFileSync(issuer, chainOf(pki.clients[name].cert)[1]?.toString() ?? root);
    const url = leafOf(name).getExtension(x509.AuthorityInfoAccessExtension)?.ocsp[0]?.value ?? '';
    const asked = ['-issuer', issuer, '-cert', join(folder, `${name}.pem`), '-url', url];
    const trusted = ['-CAfile', join(folder, 'roots.pem'), '-verify_other', issuer];

    // The responder is in this process: it can't answer while this waits.
    const { stdout, stderr } = await promisify(execFile)('openssl', ['ocsp', ...asked, ...trusted]);
    expect(stderr + stdout).toContain('Response verify OK');
    expect(stdout).toContain(`: ${status}`);
  });
});
