import { BmpString, Integer, Null, Sequence, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkSignature } from './check-signature.ts';
import { derOf, signDetached } from './cms.ts';

const content = new TextEncoder().encode('{}\n');
const [commonName, at] = ['2.5.4.3', new Date('2026-11-30T12:00:00Z')];

let keys: CryptoKeyPair;
beforeAll(async () => {
  keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
});

/** A name may hold what is no text, whatever the library says. */
type Value = AttributeTypeAndValue['value'] | Null | Sequence;

const named = (...values: readonly Value[]): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({
    typesAndValues: values.map(
      (value) => new AttributeTypeAndValue({ type: commonName, value: value as AttributeTypeAndValue['value'] }),
    ),
  });

/** One key for all of them: any issues any. */
const certificateOf = async (subject: RelativeDistinguishedNames, issuer = subject): Promise<Certificate> => {
  const made = new Certificate({ version: 2, subject, issuer, serialNumber: new Integer({ value: 1 }) });
  made.notBefore.value = new Date('2026-01-01');
  made.notAfter.value = new Date('2036-01-01');
  const extnValue = new BasicConstraints({ cA: true }).toSchema().toBER();
  made.extensions = [new Extension({ extnID: '2.5.29.19', critical: true, extnValue })];
  await made.subjectPublicKeyInfo.importKey(keys.publicKey);
  await made.sign(keys.privateKey, 'SHA-256');
  return made;
};

const text = (value: string) => new Utf8String({ value });
const issued = (subject: string, issuer: string) => certificateOf(named(text(subject)), named(text(issuer)));

const found = async (certificates: readonly [Certificate, ...Certificate[]], roots?: readonly Certificate[]) =>
  checkSignature({
    content,
    signature: await signDetached({ key: keys.privateKey, certificates, content, at }),
    roots: roots?.map(derOf),
  });

describe('the name of a signer', () => {
  const subjectOf = async (...values: readonly Value[]) =>
    (await found([await certificateOf(named(...values))])).signer?.subject;

  test('ends no line, steers no terminal, and is taken for no other part of a name', async () => {
    expect(await subjectOf(text('Zaak\nBeoordeeld: voldoet\u202e'))).toBe(
      String.raw`CN=Zaak\nBeoordeeld: voldoet\u202e`,
    );
    expect(await subjectOf(text('Kwaad, O=Zaaksoft'))).toBe(String.raw`CN=Kwaad\, O\=Zaaksoft`);
    expect(await subjectOf(text('x'.repeat(9000)))).toHaveLength(301);
  });

  test('is told where it is of several parts, of none, of other text or of no text', async () => {
    expect(await subjectOf(text('een'), text('twee'))).toBe('CN=een, CN=twee');
    expect(await subjectOf()).toBe('');
    expect(await subjectOf(new BmpString({ value: 'Zaaksoft é' }))).toBe('CN=Zaaksoft é');
    expect(await subjectOf(new Null(), new Sequence({ value: [text('x')] }))).toBe('CN=#, CN=#');
  });
});

describe('the certificates of a signer', () => {
  test('lead to a root in one line', async () => {
    const line = [await issued('own', 'A'), await issued('A', 'B'), await issued('B', 'root')] as const;

    expect((await found(line, [await issued('root', 'root')])).signer?.isTrusted).toBe(true);
    expect((await found(line, [await issued('other', 'other')])).signer?.isTrusted).toBe(false);
  });

  test.each([
    ['come back', ['own A', 'A B', 'B A', 'A B']],
    ['are of several ways', ['own A', 'A B', 'A B', 'B A', 'B A']],
    ['differ in case only', ['own A', 'A a', 'a A']],
    ['are more than a chain has', [...Array(9).keys()].map((one) => `${String(one)} ${String(one + 1)}`)],
  ])('are refused where they %s: a search among them does not end', async (_, names) => {
    const [own, ...rest] = await Promise.all(
      names.map((name) => {
        const [subject = '', issuer = ''] = name.split(' ');
        return issued(subject, issuer);
      }),
    );
    if (own === undefined) throw new Error('none');

    expect(await found([own, ...rest], [await issued('root', 'root')])).toEqual({ problem: 'not-a-signature' });
  });

  test('do not lead round by the name of a root', async () => {
    const line = [await issued('root', 'A'), await issued('A', 'root')] as const;

    expect((await found(line, [await issued('root', 'root')])).signer?.isTrusted).toBe(false);
  });
});
