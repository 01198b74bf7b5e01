import { X509Certificate } from 'node:crypto';
import { Name, OtherName } from '@peculiar/asn1-x509';
import { expect, test } from 'vitest';
import {
  holder,
  newSampleKeys,
  sampleHierarchy,
  sampleLeaf,
  sampleOin,
} from '../../test/samples/certificate-chains.ts';
import { keySha256, oids } from '../../test/samples/certificates.ts';
import { nameText, titleOf, valueIn } from './facts.ts';
import { oinIn, splitOin } from './oin.ts';
import { NoCertificate, readCertificate } from './read-certificate.ts';

const keys = await newSampleKeys();
const { root, tsp } = sampleHierarchy('Sample', keys.authority);

test('a certificate is read as Node reads it', () => {
  const { der } = sampleLeaf(tsp, keys.leaf, { names: [{ dNSName: 'a.nl' }, { dNSName: 'b.nl' }], serial: '0badcafe' });
  const [ours, node] = [readCertificate(der), new X509Certificate(der)];

  expect(ours.sha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase());
  expect(ours.serial).toBe(node.serialNumber.toLowerCase());
  expect([ours.notBefore.getTime(), ours.notAfter.getTime()]).toEqual([
    Date.parse(node.validFrom),
    Date.parse(node.validTo),
  ]);
  expect(ours.subject.map(({ name, value }) => `${name}=${value}`).join('\n')).toBe(node.subject);
  expect(ours.extensions.alternativeNames.join(', ')).toBe(node.subjectAltName);
  expect(ours.extensions.purposes).toEqual(node.keyUsage);
});

test('what it says is in plain records', () => {
  const { subject, key, signature, extensions, selfIssued } = readCertificate(sampleLeaf(tsp, keys.leaf).der);

  expect(subject.map(({ name, type }) => [name, type])).toEqual([
    ['C', 'PrintableString'],
    ['O', 'UTF8String'],
    ['CN', 'UTF8String'],
    ['serialNumber', 'PrintableString'],
  ]);
  expect(valueIn(subject, 'serialNumber')).toBe(sampleOin);
  expect(key).toEqual({ kind: 'rsa', bits: 3072, sha256: keySha256(keys.leaf) });
  expect(signature).toEqual({ algorithm: 'sha256WithRSAEncryption', hash: 'SHA-256' });
  expect(extensions).toEqual({
    keyUsage: { critical: true, uses: ['digitalSignature', 'keyEncipherment'] },
    purposes: [oids.clientAuth, oids.serverAuth],
    policies: ['2.16.528.1.1003.1.2.8.6'],
    isAuthority: false,
    crls: ['http://crl.example.nl/latest.crl'],
    ocsp: [],
    issuers: [],
    alternativeNames: [],
    subjectKeyId: undefined,
    authorityKeyId: undefined,
  });
  expect(selfIssued).toBe(false);
  expect(readCertificate(root.der)).toMatchObject({ selfIssued: true, extensions: { isAuthority: true } });
});

test('names and addresses elsewhere in it are read by their kinds', () => {
  const value = Uint8Array.from([0x0c, 0x04, 0x31, 0x32, 0x33, 0x34]).buffer;
  const { der } = sampleLeaf(tsp, keys.leaf, {
    names: [
      { dNSName: 'a.nl' },
      { uniformResourceIdentifier: 'https://a.nl/' },
      { rfc822Name: 'post@a.nl' },
      { iPAddress: '127.0.0.1' },
      { directoryName: new Name([]) },
      { otherName: new OtherName({ typeId: '1.2.3', value }) },
      { registeredID: '1.2.3' },
    ],
    access: [
      ['1.3.6.1.5.5.7.48.1', 'http://ocsp.a.nl/'],
      ['1.3.6.1.5.5.7.48.2', 'http://a.nl/ca.cer'],
    ],
  });

  expect(readCertificate(der).extensions).toMatchObject({
    alternativeNames: [
      'DNS:a.nl',
      'URI:https://a.nl/',
      'mail:post@a.nl',
      'IP:127.0.0.1',
      'name:',
      'other:1234',
      'other',
    ],
    ocsp: ['http://ocsp.a.nl/'],
    issuers: ['http://a.nl/ca.cer'],
  });
});

test('a key that is not RSA has no bits', () => {
  expect(readCertificate(sampleLeaf(tsp, keys.curve).der).key).toMatchObject({ kind: 'ec', bits: undefined });
});

test('a holder is called by its common name, else its organisation, else all that is known', () => {
  const subjectOf = (changes: Parameters<typeof holder>[0]) =>
    readCertificate(sampleLeaf(tsp, keys.leaf, { subject: holder(changes) }).der).subject;

  expect(titleOf(subjectOf({}))).toBe('zaken.voorbeeld.nl');
  expect(titleOf(subjectOf({ cn: undefined }))).toBe('Gemeente Voorbeeld');
  expect(titleOf(subjectOf({ cn: undefined, o: undefined }))).toBe(`C=NL, serialNumber=${sampleOin}`);
  expect(titleOf([])).toBe('(no name)');
  expect(nameText(subjectOf({ oin: undefined }))).toBe('C=NL, O=Gemeente Voorbeeld, CN=zaken.voorbeeld.nl');
});

test('a certificate that was cut off is none', () => {
  expect(() => readCertificate(tsp.der.subarray(0, 100))).toThrow(NoCertificate);
  expect(() => readCertificate(tsp.der.subarray(0, 100))).toThrow(/^100 bytes are no X\.509 certificate/);
});

test.each([
  ['00000001002220647000', ['00000001', '002220647', '000', 'RSIN']],
  ['00000003332595610000', ['00000003', '33259561', '0000', 'KVK number']],
  ['00000004123456789000', ['00000004', '123456789', '000', 'SubOIN']],
  ['00000099130854102053', ['00000099', '130854102053', '', 'test OIN']],
  ['00000077130854102053', ['00000077', '130854102053', '', undefined]],
])('OIN %s is split', (text, [prefix, number, suffix, register]) => {
  const oin = splitOin(text);

  expect([oin?.prefix, oin?.number, oin?.suffix, oin?.register?.number.en]).toEqual([prefix, number, suffix, register]);
});

test.each(['0000000100222064700', '000000010022206470000', '0000000100222064700x', ' 00000001002220647000', ''])(
  '%j is no OIN',
  (text) => {
    expect(splitOin(text)).toBeUndefined();
  },
);

test('an OIN is found within other text', () => {
  expect(oinIn('OIN 00000001002220647000 van Utrecht')).toBe('00000001002220647000');
  expect(oinIn('NTRNL-12345678')).toBeUndefined();
  expect(oinIn('Zaak 20260011002220647000')).toBeUndefined();
});
