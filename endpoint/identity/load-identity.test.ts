import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type TLSSocket } from 'node:tls';
import forge from 'node-forge';
import { afterAll, describe, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { keySha256, pemOf, spkiOf } from '../../test/samples/certificates.ts';
import { ConfigurationError } from '../configuration-error.ts';
import { IdentityError } from './identity-error.ts';
import { type IdentityFiles, loadIdentity, readClientCertificate } from './load-identity.ts';
import { problemTexts } from './problems.ts';
import { problemOf } from './read-bytes.ts';

const keys = await newSampleKeys();
const { root, domain, tsp } = sampleHierarchy('Sample', keys.authority);
const leaf = sampleLeaf(tsp, keys.leaf);
const otherLeaf = sampleLeaf(tsp, keys.other);
const folder = mkdtempSync(join(tmpdir(), 'identity-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
const write = (content: string | Uint8Array, mode = 0o600): string => {
  files += 1;
  const file = join(folder, `${String(files)}.file`);
  writeFileSync(file, content, { mode });
  chmodSync(file, mode);
  return file;
};

const password = 'niet-te-raden';
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string => key.export({ type, format: 'pem' });
const encrypted = (key: KeyObject): string =>
  key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password });
const legacy = (key: KeyObject): string =>
  key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: password });
const chainText = [tsp, domain, root].map((one) => one.pem).join('');

const pkcs12 = (secret: string, algorithm: 'aes256' | '3des' = 'aes256'): Buffer =>
  Buffer.from(
    forge.asn1
      .toDer(
        forge.pkcs12.toPkcs12Asn1(
          forge.pki.privateKeyFromPem(pem(keys.leaf, 'pkcs1')),
          [leaf, tsp, domain, root].map((one) => forge.pki.certificateFromPem(one.pem)),
          secret,
          { algorithm },
        ),
      )
      .getBytes(),
    'binary',
  );

/** SignedData without signers, as a .p7b is. */
const pkcs7 = (): string => {
  const message = forge.pkcs7.createSignedData();
  for (const one of [root, leaf, domain, tsp]) message.addCertificate(one.pem);
  message.sign();
  return forge.pkcs7.messageToPem(message);
};

const request = (): string => {
  const csr = forge.pki.createCertificationRequest();
  csr.publicKey = forge.pki.publicKeyFromPem(pemOf('PUBLIC KEY', spkiOf(keys.leaf)));
  csr.setSubject([{ name: 'commonName', value: 'zaken.voorbeeld.nl' }]);
  csr.sign(forge.pki.privateKeyFromPem(pem(keys.leaf, 'pkcs1')), forge.md.sha256.create());
  return forge.pki.certificationRequestToPem(csr);
};

const derOfPem = (text: string): Buffer => Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64');

/** tbsCertList without entries: enough for its shape. */
const crl = (): Buffer => {
  const { create, Class, Type, oidToDer, dateToUtcTime } = forge.asn1;
  const sequence = (parts: forge.asn1.Asn1[]): forge.asn1.Asn1 => create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
  const oid = create(Class.UNIVERSAL, Type.OID, false, oidToDer('1.2.840.113549.1.1.11').getBytes());
  const time = create(Class.UNIVERSAL, Type.UTCTIME, false, dateToUtcTime(new Date('2026-01-01T00:00:00Z')));
  const body = sequence([sequence([oid]), sequence([]), time]);
  const bits = create(Class.UNIVERSAL, Type.BITSTRING, false, '\0abc');
  return Buffer.from(forge.asn1.toDer(sequence([body, sequence([oid]), bits])).getBytes(), 'binary');
};

/** Version 3 and an authSafe of data, which holds no contents. */
const hollowPkcs12 = (): Buffer =>
  Buffer.from('3020020103301b06092a864886f70d010701a00e040c68656c6c6f2068656c6c6f21', 'hex');

const { privateKey: smallKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const small = () => sampleLeaf(tsp, smallKey);

const expected = { chain: [leaf, tsp, domain].map((one) => one.pem), warnings: [] };
const sameKey = (text: string): boolean => keySha256(createPrivateKey(text)) === keySha256(keys.leaf);

const good: Readonly<Record<string, () => IdentityFiles>> = {
  'PEM: certificate, chain and key in files of their own': () => ({
    certificate: write(leaf.pem),
    key: write(pem(keys.leaf)),
    chain: [write(chainText)],
  }),
  'PEM: all in one file, in any order, with text around it': () => ({
    certificate: write(`Bag Attributes\r\n${root.pem}${pem(keys.leaf)}${domain.pem}subject=x\n${leaf.pem}${tsp.pem}`),
  }),
  'PEM: the chain in several files': () => ({
    certificate: write(leaf.pem + pem(keys.leaf, 'pkcs1')),
    chain: [domain, tsp].map((one) => write(one.pem)),
  }),
  'PEM in UTF-16': () => ({
    certificate: write(Buffer.from(`\ufeff${leaf.pem}${pem(keys.leaf)}${chainText}`, 'utf16le')),
  }),
  'PEM in UTF-16 without its mark': () => ({
    certificate: write(Buffer.from(`${leaf.pem}${pem(keys.leaf)}${chainText}`, 'utf16le')),
  }),
  'PEM in UTF-16 that begins with the high byte': () => ({
    certificate: write(Buffer.from(`\ufeff${leaf.pem}${pem(keys.leaf)}${chainText}`, 'utf16le').swap16()),
  }),
  'PEM in base64, as in a secret of Kubernetes': () => ({
    certificate: write(Buffer.from(leaf.pem + pem(keys.leaf) + chainText).toString('base64')),
  }),
  'PEM with the escapes of line ends in place of them': () => ({
    certificate: write((leaf.pem + pem(keys.leaf) + chainText).replaceAll('\n', '\\n')),
  }),
  'PEM in a text of JSON': () => ({
    certificate: write(JSON.stringify({ pem: (leaf.pem + pem(keys.leaf) + chainText).replaceAll('\n', '\r\n') })),
  }),
  'PEM that is indented': () => ({
    certificate: write((leaf.pem + pem(keys.leaf) + chainText).replace(/^/gm, '    ')),
  }),
  'PEM that is indented, with an old encrypted key': () => ({
    certificate: write((leaf.pem + legacy(keys.leaf) + chainText).replace(/^/gm, '\t')),
    passphrase: password,
  }),
  'PEM on one line': () => ({
    certificate: write((leaf.pem + pem(keys.leaf) + chainText).replaceAll('\n', ' ')),
  }),
  'DER: certificate, chain and key': () => ({
    certificate: write(leaf.der),
    key: write(keys.leaf.export({ type: 'pkcs8', format: 'der' })),
    chain: [write(tsp.der), write(domain.der)],
  }),
  'DER: a key in PKCS#1': () => ({
    certificate: write(leaf.pem + chainText),
    key: write(keys.leaf.export({ type: 'pkcs1', format: 'der' })),
  }),
  'DER: an encrypted key': () => ({
    certificate: write(leaf.pem + chainText),
    key: write(keys.leaf.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password })),
    passphrase: password,
  }),
  'base64 without its lines': () => ({
    certificate: write(leaf.der.toString('base64')),
    key: write(pem(keys.leaf)),
    chain: [write(chainText)],
  }),
  'an encrypted PKCS#8 key': () => ({
    certificate: write(leaf.pem + chainText),
    key: write(encrypted(keys.leaf)),
    passphrase: password,
  }),
  'a key with Proc-Type: 4,ENCRYPTED in the file of the certificate': () => ({
    certificate: write(leaf.pem + legacy(keys.leaf) + chainText),
    passphrase: password,
  }),
  'PKCS#7 in PEM': () => ({ certificate: write(pkcs7()), key: write(pem(keys.leaf)) }),
  'PKCS#7 in DER': () => ({ certificate: write(derOfPem(pkcs7())), key: write(pem(keys.leaf)) }),
  'PKCS#12 with AES': () => ({ certificate: write(pkcs12(password)), passphrase: password }),
  'PKCS#12 with Triple DES': () => ({ certificate: write(pkcs12(password, '3des')), passphrase: password }),
  'PKCS#12 in PEM': () => ({ certificate: write(pemOf('PKCS12', pkcs12(password))), passphrase: password }),
  'PKCS#12 with a line end behind it': () => ({
    certificate: write(Buffer.concat([pkcs12(password), Buffer.from('\r\n')])),
    passphrase: password,
  }),
  'DER with zeros behind it': () => ({
    certificate: write(Buffer.concat([leaf.der, Buffer.alloc(64)])),
    key: write(pem(keys.leaf)),
    chain: [write(chainText)],
  }),
  'PKCS#12 with an empty password': () => ({ certificate: write(pkcs12('')) }),
};

test.each(Object.entries(good))('an identity is loaded from %s', (_title, made) => {
  const { key, ...identity } = loadIdentity(made());

  expect(identity).toMatchObject(expected);
  expect(identity.certificates[0]).toEqual(leaf.der);
  expect(sameKey(key)).toBe(true);
});

const bad: Readonly<Record<string, readonly [problem: string, () => IdentityFiles]>> = {
  'that is not there': ['missing', () => ({ certificate: join(folder, 'none.pem') })],
  'below a file': ['missing', () => ({ certificate: join(write(leaf.pem), 'leaf.pem') })],
  'that is a folder': ['folder', () => ({ certificate: folder })],
  'that is empty': ['empty', () => ({ certificate: write('') })],
  'of white space': ['empty', () => ({ certificate: write(' \r\n') })],
  'of another kind': ['not-a-certificate', () => ({ certificate: write('%PDF-1.7') })],
  'of one byte': ['not-a-certificate', () => ({ certificate: write('0') })],
  'of PEM with another label': ['not-a-certificate', () => ({ certificate: write(pemOf('PGP THING', leaf.der)) })],
  'with a certificate that was cut off': ['damaged', () => ({ certificate: write(leaf.pem.slice(0, 400)) })],
  'with a certificate that lost a line': ['damaged', () => ({ certificate: write(leaf.pem.replace(/\n.+\n/, '\n')) })],
  'in DER that was cut off': ['damaged', () => ({ certificate: write(leaf.der.subarray(0, 500)) })],
  'in PKCS#12 that was cut off': ['damaged', () => ({ certificate: write(pkcs12(password).subarray(0, 500)) })],
  'in PKCS#12 with something else in it': ['damaged', () => ({ certificate: write(hollowPkcs12()) })],
  'in PKCS#12 that was saved as text': ['damaged', () => ({ certificate: write(pkcs12(password).toString('utf8')) })],
  'whose hyphens a word processor changed': [
    'changed-marks',
    () => ({ certificate: write(leaf.pem.replaceAll('-----', '—––')) }),
  ],
  'with a key that is too small for TLS': [
    'refused-by-openssl',
    () => ({ certificate: write(small().pem), key: write(pem(smallKey)) }),
  ],
  'that is a request': ['request', () => ({ certificate: write(request()) })],
  'that is a request in DER': ['request', () => ({ certificate: write(derOfPem(request())) })],
  'that is a public key': ['public-key', () => ({ certificate: write(pemOf('PUBLIC KEY', spkiOf(keys.leaf))) })],
  'that is a public key in DER': ['public-key', () => ({ certificate: write(spkiOf(keys.leaf)) })],
  'that is a CRL': ['crl', () => ({ certificate: write(pemOf('X509 CRL', crl())) })],
  'that is a CRL in DER': ['crl', () => ({ certificate: write(crl()) })],
  'that is a JKS keystore': ['java-keystore', () => ({ certificate: write(Buffer.from('feedfeed00000002', 'hex')) })],
  'that is a JCEKS keystore': ['java-keystore', () => ({ certificate: write(Buffer.from('cececece00000002', 'hex')) })],
  'that is a key': ['only-a-key', () => ({ certificate: write(pem(keys.leaf)) })],
  'of authorities only': ['only-authorities', () => ({ certificate: write(chainText), key: write(pem(keys.leaf)) })],
  'with two client certificates': ['several-leafs', () => ({ certificate: write(leaf.pem + otherLeaf.pem + tsp.pem) })],
  'without a key': ['no-key', () => ({ certificate: write(leaf.pem) })],
  'of a key that holds none': ['no-key', () => ({ certificate: write(leaf.pem), key: write(tsp.pem) })],
  'of a key for SSH': [
    'other-key-format',
    () => ({ certificate: write(leaf.pem), key: write(pemOf('OPENSSH PRIVATE KEY', Buffer.from('x'))) }),
  ],
  'of a key that is damaged': [
    'damaged',
    () => ({ certificate: write(leaf.pem), key: write(pemOf('PRIVATE KEY', Buffer.from('no key'))) }),
  ],
  'of a chain without certificates': [
    'only-a-key',
    () => ({ certificate: write(leaf.pem), chain: [write(pem(keys.leaf))] }),
  ],
  'with an encrypted key and no password': [
    'password-needed',
    () => ({ certificate: write(leaf.pem + encrypted(keys.leaf)) }),
  ],
  'with an old encrypted key and no password': [
    'password-needed',
    () => ({ certificate: write(leaf.pem), key: write(legacy(keys.leaf)) }),
  ],
  'with an encrypted key and another password': [
    'password-wrong',
    () => ({ certificate: write(leaf.pem + encrypted(keys.leaf)), passphrase: 'anders' }),
  ],
  'with an old encrypted key and another password': [
    'password-wrong',
    () => ({ certificate: write(leaf.pem + legacy(keys.leaf)), passphrase: 'anders' }),
  ],
  'of PKCS#12 and no password': ['password-needed', () => ({ certificate: write(pkcs12(password)) })],
  'of PKCS#12 and another password': [
    'password-wrong',
    () => ({ certificate: write(pkcs12(password)), passphrase: 'anders' }),
  ],
  'with the key of another certificate': [
    'key-of-another',
    () => ({ certificate: write(leaf.pem), key: write(pem(keys.other)) }),
  ],
};

describe('a file', () => {
  test.each(Object.entries(bad))('%s is refused for that', (_title, [problem, made]) => {
    const given = made();
    const error = refusalOf(given);

    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ problem });
    expect([given.certificate, given.key, ...(given.chain ?? [])]).toContain(error.file);
    for (const text of Object.values<string>({ ...error.text })) {
      expect(text).toContain(error.file);
      expect(text).toMatch(/; [^;]+$/);
      expect(text).not.toMatch(/undefined|""|PRIVATE KEY-|anders/);
    }
  });

  test('that may not be read is refused with the code of the system', () => {
    expect(['EACCES', 'EPERM', 'EIO', 'ENOENT', 'EISDIR'].map(problemOf)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'missing',
      'folder',
    ]);
    expect(problemTexts.unreadable('a.pem', 'EACCES').en).toBe(
      "File a.pem can't be read (EACCES); give this user the right to read it.",
    );
  });

  test.skipIf(process.getuid?.() === 0)('without the right to read is refused', () => {
    expect(refusalOf({ certificate: write(leaf.pem, 0o000) })).toMatchObject({ problem: 'unreadable' });
  });

  test('of several client certificates is refused with their names', () => {
    expect(refusalOf({ certificate: write(leaf.pem + otherLeaf.pem) }).message).toMatch(
      /CN=zaken\.voorbeeld\.nl.*; C=NL.*CN=/,
    );
  });

  test('of several client certificates and the key of one is that one', () => {
    const certificate = write(otherLeaf.pem + leaf.pem + pem(keys.leaf));
    const { certificates, chain } = loadIdentity({ certificate });

    expect(certificates).toEqual([leaf.der, otherLeaf.der]);
    expect(chain).toEqual([leaf.pem]);
  });

  test('of a certificate and the one that renews it, of one key, is that which is valid longest', () => {
    const renewal = sampleLeaf(tsp, keys.leaf, { to: '2029-06-01T10:00:00Z' });
    const certificate = write(leaf.pem + renewal.pem + tsp.pem + pem(keys.leaf));
    const { chain, warnings } = loadIdentity({ certificate });

    expect(chain).toEqual([renewal.pem, tsp.pem]);
    expect(warnings).toMatchObject([{ kind: 'renewed' }]);
    expect(warnings[0]?.text.en).toMatch(/2 certificates of the same key; .* until 2029-06-01/);
  });

  test('with the key of another certificate is refused with both keys', () => {
    const { message } = refusalOf({ certificate: write(leaf.pem), key: write(pem(keys.other)) });

    expect(message).toContain(`key ${keySha256(keys.leaf).slice(0, 16)}…`);
    expect(message).toContain(`this is ${keySha256(keys.other).slice(0, 16)}…`);
  });
});

const refusalOf = (given: IdentityFiles): IdentityError => {
  try {
    loadIdentity(given);
  } catch (error) {
    if (error instanceof IdentityError) return error;
    throw error;
  }
  throw new Error('the files were taken');
};

describe('a key', () => {
  test.skipIf(process.platform === 'win32').each([0o644, 0o604])('that everyone can read, %s, is told', (mode) => {
    const key = write(pem(keys.leaf), mode);
    const { warnings } = loadIdentity({ certificate: write(leaf.pem), key });

    expect(warnings).toMatchObject([{ kind: 'key-readable-by-all' }]);
    expect(warnings[0]?.text.en).toContain(`(mode 0${mode.toString(8)}); restrict it: chmod 600 ${key}`);
  });

  test.each([0o600, 0o640])('that only some can read, %s, is not', (mode) => {
    expect(loadIdentity({ certificate: write(leaf.pem, 0o644), key: write(pem(keys.leaf), mode) }).warnings).toEqual(
      [],
    );
  });

  test('is found among several', () => {
    const certificate = write(leaf.pem + pem(keys.other) + pem(keys.leaf));

    expect(sameKey(loadIdentity({ certificate }).key)).toBe(true);
  });

  test('on a curve with its parameters before it is read', () => {
    const curve = sampleLeaf(tsp, keys.curve);
    const parameters = pemOf('EC PARAMETERS', Buffer.from('06082a8648ce3d030107', 'hex'));
    const key = keys.curve.export({ type: 'sec1', format: 'pem' });

    expect(loadIdentity({ certificate: write(curve.pem + parameters + key) }).key).toContain('BEGIN PRIVATE KEY');
    expect(
      loadIdentity({ certificate: write(curve.der), key: write(keys.curve.export({ type: 'sec1', format: 'der' })) })
        .chain,
    ).toHaveLength(1);
  });
});

test('a certificate is read without its key, and with one that is not its own', () => {
  expect(readClientCertificate({ certificate: write(leaf.pem) }).key).toBeUndefined();
  expect(readClientCertificate({ certificate: write(leaf.pem), key: write(pem(keys.other)) }).key?.key).toBeDefined();
});

test('a folder in the place of a chain is refused as such', () => {
  const place = join(folder, 'chain');
  mkdirSync(place);

  expect(refusalOf({ certificate: write(leaf.pem), chain: [place] })).toMatchObject({ problem: 'folder', file: place });
});

test('a server sees the whole chain of an identity', async () => {
  const { chain, key } = loadIdentity({ certificate: write(leaf.pem + pem(keys.leaf)), chain: [write(chainText)] });
  const own = { key: pem(keys.leaf), cert: leaf.pem };
  const server = createServer({ ...own, ca: root.pem, requestCert: true, rejectUnauthorized: true }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', cert: chain.join(''), key, rejectUnauthorized: false });
  const [socket] = (await once(server, 'secureConnection')) as [TLSSocket];

  expect(socket.authorizationError).toBeFalsy();
  expect(socket.getPeerCertificate(true).issuerCertificate.subject.CN).toBe('Sample TSP');
  client.destroy();
  server.close();
});
