import { createHash, createHmac, createPrivateKey, pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { keySha256 } from '../../test/samples/certificates.ts';
import { binaryOf, childrenOf, derOf, octetsIn, parseAsn1, type Asn1 } from './asn1.ts';
import { loadIdentity } from './load-identity.ts';

const { create, Class, Type, oidToDer } = forge.asn1;
const keys = await newSampleKeys();
const { tsp } = sampleHierarchy('Sample', keys.authority);
const leaf = sampleLeaf(tsp, keys.leaf);
const folder = mkdtempSync(join(tmpdir(), 'macs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sequence = (...parts: readonly Asn1[]): Asn1 => create(Class.UNIVERSAL, Type.SEQUENCE, true, [...parts]);
const octets = (bytes: Buffer): Asn1 => create(Class.UNIVERSAL, Type.OCTETSTRING, false, binaryOf(bytes));
const number = (value: number): Asn1 =>
  create(Class.UNIVERSAL, Type.INTEGER, false, forge.asn1.integerToDer(value).getBytes());
const algorithm = (oid: string, ...parameters: readonly Asn1[]): Asn1 =>
  sequence(create(Class.UNIVERSAL, Type.OID, false, oidToDer(oid).getBytes()), ...parameters);

const explicit = (part: Asn1): Asn1 => create(Class.CONTEXT_SPECIFIC, 0, true, [part]);
/** ContentInfo that is data. */
const dataOf = (content: Buffer): Asn1 => algorithm('1.2.840.113549.1.7.1', explicit(octets(content)));

const salt = Buffer.from('0011223344556677', 'hex');

/** Of RFC 9579. */
const pbmac1 = (password: string, content: Buffer): Asn1 => {
  const derivation = algorithm(
    '1.2.840.113549.1.5.12',
    sequence(octets(salt), number(2048), number(32), algorithm('1.2.840.113549.2.11')),
  );
  const parameters = sequence(derivation, algorithm('1.2.840.113549.2.9'));
  const mac = createHmac('sha256', pbkdf2Sync(password, salt, 2048, 32, 'sha512'))
    .update(content)
    .digest();
  return sequence(
    sequence(algorithm('1.2.840.113549.1.5.14', parameters), octets(mac)),
    octets(Buffer.from('NOT USED')),
    number(1),
  );
};

/** Of RFC 7292, appendix B, for a password that is nothing at all, and one iteration: only the salt fills the blocks. */
const macOfNothing = (content: Buffer): Asn1 => {
  const block = Buffer.concat([Buffer.alloc(64, 3), Buffer.concat(Array<Buffer>(8).fill(salt))]);
  const mac = createHmac('sha256', createHash('sha256').update(block).digest()).update(content).digest();
  const digest = algorithm('2.16.840.1.101.3.4.2.1', create(Class.UNIVERSAL, Type.NULL, false, ''));
  return sequence(sequence(digest, octets(mac)), octets(salt), number(1));
};

let files = 0;
const pkcs12 = (password: string, macOf?: (content: Buffer) => Asn1, more: readonly Asn1[] = []): string => {
  const key = forge.pki.privateKeyFromPem(keys.leaf.export({ type: 'pkcs1', format: 'pem' }));
  const certificates = [leaf, tsp].map(({ pem }) => forge.pki.certificateFromPem(pem));
  const made = parseAsn1(derOf(forge.pkcs12.toPkcs12Asn1(key, certificates, password, { algorithm: 'aes256' })));
  const [version, safe] = childrenOf(made);
  const content = derOf(sequence(...childrenOf(parseAsn1(octetsIn(childrenOf(childrenOf(safe)[1])[0]))), ...more));
  files += 1;
  const file = join(folder, `${String(files)}.p12`);
  const parts = [version, dataOf(content), macOf?.(content)].flatMap((one) => one ?? []);
  writeFileSync(file, derOf(sequence(...parts)), { mode: 0o600 });
  return file;
};

test('a PKCS#12 file with PBMAC1 is read', () => {
  const certificate = pkcs12('geheim', (content) => pbmac1('geheim', content));
  const identity = loadIdentity({ certificate, passphrase: 'geheim' });

  expect(identity.certificates).toEqual([leaf.der, tsp.der]);
  expect(keySha256(createPrivateKey(identity.key))).toBe(keySha256(keys.leaf));
  expect(() => loadIdentity({ certificate, passphrase: 'anders' })).toThrow(/password .* is wrong/);
});

test.each([undefined, ''])('one whose password is nothing at all is read with %j', (passphrase) => {
  const certificate = pkcs12('', macOfNothing);

  expect(loadIdentity({ certificate, passphrase }).certificates).toEqual([leaf.der, tsp.der]);
});

test('one with a secret of another kind beside the key, as Java writes it, is read', () => {
  const secret = algorithm('1.2.840.113549.1.12.10.1.5', explicit(algorithm('1.2.3.4', explicit(octets(salt)))));
  const certificate = pkcs12('geheim', undefined, [dataOf(derOf(sequence(secret)))]);

  expect(loadIdentity({ certificate, passphrase: 'geheim' }).certificates).toEqual([leaf.der, tsp.der]);
});
