import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../clock.ts';
import { authorityExtensions, issue, selfIssue, type Authority } from '../../pki/authority.ts';
import { ecKey, signer, type KeyPair } from '../../pki/keys.ts';
import type { ClientName } from '../../pki/client-certificates.ts';
import { createTestPki, type TestPki } from '../../pki/test-pki.ts';
import { pathOf } from './path.ts';
import { readCertificate, type Certificate } from './presented.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await createTestPki({ now: systemClock.now });
});
afterAll(() => pki.close());

const certificatesOf = (text: string): readonly Certificate[] =>
  (text.match(/-----BEGIN[^]*?END CERTIFICATE-----/g) ?? []).flatMap((one) => readCertificate(one) ?? []);

const sentBy = (name: ClientName): readonly [Certificate, ...Certificate[]] =>
  atLeastOne(certificatesOf(pki.clients[name].cert));

const atLeastOne = ([first, ...rest]: readonly Certificate[]): readonly [Certificate, ...Certificate[]] => {
  if (first === undefined) throw new Error('There is no certificate.');
  return [first, ...rest];
};

const rootOf = (name: 'koop' | 'g1' | 'g4'): readonly Certificate[] => certificatesOf(pki.clientRoots[name]);

const day = 24 * 60 * 60 * 1000;
const period = { from: systemClock.now() - day, until: systemClock.now() + day };

/** A CA of its own making, and what is below it. */
const authorityOf = async (name: string, pair: KeyPair, above?: { ca: Authority; extensions: 'ca' | 'leaf' | 0 }) => {
  const own = await signer(pair, 'ecdsa-sha256');
  const extensions =
    above?.extensions === 'leaf' ? [] : authorityExtensions([], above?.extensions === 0 ? 0 : undefined);
  const issued = { subject: [{ CN: [{ utf8String: name }] }], open: pair.open, period, extensions };
  const certificate = above === undefined ? await selfIssue(own, issued) : await issue(above.ca, issued);
  return { certificate, signer: own, revocation: undefined };
};

const read = ({ certificate }: Authority): Certificate => atLeastOne(certificatesOf(certificate.toString('pem')))[0];

test('the order in which intermediates are sent does not matter', () => {
  const [leaf, ...others] = sentBy('g1');

  expect(pathOf([leaf, ...others.toReversed()], rootOf('g1')).end).toBe('accepted-root');
});

test('a root that is sent along changes nothing', () => {
  const path = pathOf([...sentBy('g4'), ...rootOf('g4')], rootOf('g4'));

  expect([path.end, path.certificates.length]).toEqual(['accepted-root', 4]);
});

test('what was not sent is missing, also when another client has sent it before', () => {
  expect(pathOf(sentBy('g1'), rootOf('g1')).end).toBe('accepted-root');
  expect(pathOf(sentBy('missing-intermediate'), rootOf('g1')).end).toBe('issuer-missing');
});

test('a root of the right name with another key is another root, sent along or not', () => {
  expect(pathOf(sentBy('wrong-root'), rootOf('g1')).end).toBe('other-root');
});

test('a hierarchy that is sent with its root, and is not accepted, ends in another root', () => {
  expect(pathOf([...sentBy('g4'), ...rootOf('g4')], rootOf('g1')).end).toBe('other-root');
});

test('a certificate that was changed has no issuer', () => {
  const [leaf, ...others] = sentBy('g1');
  const der = Buffer.from(leaf.der);
  der.set([(der.at(-1) ?? 0) ^ 1], der.length - 1);
  const changed = readCertificate(der);

  expect(new X509Certificate(der).subject).toBe(leaf.native.subject);
  expect(changed && pathOf([changed, ...others], rootOf('g1')).end).toBe('issuer-missing');
});

test('what is not the certificate of a CA vouches for nobody', async () => {
  const pair = await ecKey();
  const root = await authorityOf('root', pair);
  for (const [extensions, end] of [
    ['ca', 'accepted-root'],
    ['leaf', 'issuer-missing'],
  ] as const) {
    const middle = await authorityOf('middle', pair, { ca: root, extensions });
    const leaf = await authorityOf('leaf', pair, { ca: middle, extensions: 'leaf' });

    expect(pathOf([read(leaf), read(middle)], [read(root)]).end).toBe(end);
  }
});

test('a CA that may have none below it vouches for no CA', async () => {
  const pair = await ecKey();
  const root = await authorityOf('root', pair);
  for (const [extensions, end] of [
    ['ca', 'accepted-root'],
    [0, 'issuer-missing'],
  ] as const) {
    const upper = await authorityOf('upper', pair, { ca: root, extensions });
    const lower = await authorityOf('lower', pair, { ca: upper, extensions: 'ca' });
    const leaf = await authorityOf('leaf', pair, { ca: lower, extensions: 'leaf' });

    expect(pathOf([read(leaf), read(lower), read(upper)], [read(root)]).end).toBe(end);
  }
});

test('certificates that vouch for each other end somewhere', async () => {
  const pair = await ecKey();
  const one = await authorityOf('one', pair, { ca: await authorityOf('two', pair), extensions: 'ca' });
  const two = await authorityOf('two', pair, { ca: await authorityOf('one', pair), extensions: 'ca' });
  const leaf = await authorityOf('leaf', pair, { ca: one, extensions: 'leaf' });

  expect(pathOf([read(leaf), read(one), read(two)], rootOf('g1')).end).toBe('issuer-missing');
});
