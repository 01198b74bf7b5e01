import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterAll, describe, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { keySha256, type Made } from '../../test/samples/certificates.ts';
import { loadIdentity } from './load-identity.ts';

const major = /^OpenSSL (\d+)/.exec(spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout)?.[1];
/** Files of other programs, as OpenSSL writes them; the options are those of OpenSSL 3. */
describe.skipIf(Number(major) < 3 || major === undefined)('a file that OpenSSL made', async () => {
  const keys = await newSampleKeys();
  const { tsp, domain } = sampleHierarchy('Sample', keys.authority, 'pss-sha512');
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const openssl = (...options: readonly string[]): void => {
    execFileSync('openssl', options, { cwd: folder, stdio: 'ignore' });
  };
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return name;
  };
  const pkcs12 = (name: string, [leaf, key]: readonly [Made, KeyObject], ...options: readonly string[]): string => {
    const own = write(`${name}.pem`, leaf.pem + key.export({ type: 'pkcs8', format: 'pem' }));
    const chain = write(`${name}-chain.pem`, tsp.pem + domain.pem);
    openssl('pkcs12', '-export', '-in', own, '-certfile', chain, '-out', `${name}.p12`, ...options);
    return join(folder, `${name}.p12`);
  };

  const leaf = sampleLeaf(tsp, keys.leaf, { signing: 'pss-sha512' });

  test('with RSASSA-PSS signatures gives back the very bytes that were issued', () => {
    const certificate = pkcs12('pss', [leaf, keys.leaf], '-passout', 'pass:geheim');
    const identity = loadIdentity({ certificate, passphrase: 'geheim' });

    expect(identity.chain).toEqual([leaf, tsp, domain].map(({ pem }) => pem));
    expect(identity.warnings).toEqual([]);
  });

  test('with a key on a curve is read', () => {
    const curve = sampleLeaf(tsp, keys.curve);
    const certificate = pkcs12('curve', [curve, keys.curve], '-passout', 'pass:geheim');
    const identity = loadIdentity({ certificate, passphrase: 'geheim' });

    expect(identity.certificates[0]).toEqual(curve.der);
    expect(keySha256(createPrivateKey(identity.key))).toBe(keySha256(keys.curve));
  });

  test.each([
    [
      'RSASSA-PSS',
      ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048', '-pkeyopt', 'rsa_pss_keygen_md:sha384'],
    ],
    ['Ed25519', ['-algorithm', 'ED25519']],
    ['P-521', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521']],
  ])('with a key for %s alone is read, its authorities in any order and its names beyond ASCII', (name, options) => {
    const [key, own, all] = [`${name}.key`, `${name}.pem`, `${name}.p12`];
    openssl('genpkey', ...options, '-out', key);
    const issue = [
      'req',
      '-x509',
      '-key',
      key,
      '-subj',
      '/CN=voorbeeld.nl',
      '-addext',
      'basicConstraints=critical,CA:FALSE',
    ];
    openssl(...issue, '-out', own);
    const authorities = write(`${name}-authorities.pem`, domain.pem + tsp.pem);
    const named = ['-name', 'Sûdwest-Fryslân €', '-caname', 'één', '-caname', 'twee'];
    openssl(
      'pkcs12',
      '-export',
      '-in',
      own,
      '-inkey',
      key,
      '-certfile',
      authorities,
      '-out',
      all,
      '-passout',
      'pass:geheim',
      ...named,
    );
    const identity = loadIdentity({ certificate: join(folder, all), passphrase: 'geheim' });

    expect(identity.certificates.slice(1)).toEqual([domain.der, tsp.der]);
    expect(() => createSecureContext({ cert: identity.chain.join('\n'), key: identity.key })).not.toThrow();
  });

  test('with a password beyond ASCII is read', () => {
    const certificate = pkcs12('diacritics', [leaf, keys.leaf], '-passout', 'pass:geheim-één-€');

    expect(loadIdentity({ certificate, passphrase: 'geheim-één-€' }).certificates[0]).toEqual(leaf.der);
    expect(() => loadIdentity({ certificate, passphrase: 'geheim-een-€' })).toThrow(/password .* is wrong/);
  });

  test('with RC2-40 is read, and it is told that OpenSSL 3 refuses it though the password is right', () => {
    const certificate = pkcs12('rc2', [leaf, keys.leaf], '-passout', 'pass:geheim', '-legacy');
    const { warnings, certificates } = loadIdentity({ certificate, passphrase: 'geheim' });

    expect(certificates[0]).toEqual(leaf.der);
    expect(warnings).toMatchObject([{ kind: 'old-encryption' }]);
    expect(warnings[0]?.text.en).toMatch(/the password is right.*openssl pkcs12 -legacy/);
    expect(() => loadIdentity({ certificate, passphrase: 'anders' })).toThrow(/password .* is wrong/);
    expect(() => loadIdentity({ certificate })).toThrow(/is encrypted; give the name/);
  });

  test.each(['PEM', 'DER'])('with a key under RC2-40 in %s is read, with the same warning', (form) => {
    const own = write('old.pem', keys.leaf.export({ type: 'pkcs8', format: 'pem' }));
    const legacy = ['-provider', 'legacy', '-provider', 'default', '-v1', 'PBE-SHA1-RC2-40', '-passout', 'pass:geheim'];
    const out = `old.${form}`;
    openssl('pkcs8', '-topk8', '-in', own, '-out', out, '-outform', form, ...legacy);
    const files = { certificate: join(folder, write('old-leaf.pem', leaf.pem)), key: join(folder, out) };

    const { key, warnings } = loadIdentity({ ...files, passphrase: 'geheim' });

    expect(keySha256(createPrivateKey(key))).toBe(keySha256(keys.leaf));
    expect(warnings.map(({ kind }) => kind)).toContain('old-encryption');
    expect(() => loadIdentity({ ...files, passphrase: 'anders' })).toThrow(/password .* is wrong/);
  });

  test('with a key on a curve under RC2-40 is read', () => {
    const curve = sampleLeaf(tsp, keys.curve);
    const own = write('old-curve.pem', keys.curve.export({ type: 'pkcs8', format: 'pem' }));
    const legacy = ['-provider', 'legacy', '-provider', 'default', '-v1', 'PBE-SHA1-RC2-40', '-passout', 'pass:geheim'];
    openssl('pkcs8', '-topk8', '-in', own, '-out', 'old-curve.key', ...legacy);
    const files = { certificate: join(folder, write('curve-leaf.pem', curve.pem)), key: join(folder, 'old-curve.key') };

    expect(loadIdentity({ ...files, passphrase: 'geheim' }).warnings).toMatchObject([{ kind: 'old-encryption' }]);
    expect(() => loadIdentity({ ...files, passphrase: 'anders' })).toThrow(/password .* is wrong/);
  });

  test('with a cipher that nobody here knows is told to be exported again', () => {
    const own = write('des.pem', keys.leaf.export({ type: 'pkcs8', format: 'pem' }));
    const legacy = ['-provider', 'legacy', '-provider', 'default', '-v1', 'PBE-MD5-DES', '-passout', 'pass:geheim'];
    openssl('pkcs8', '-topk8', '-in', own, '-out', 'des.key', ...legacy);
    const files = { certificate: join(folder, write('des-leaf.pem', leaf.pem)), key: join(folder, 'des.key') };

    expect(() => loadIdentity({ ...files, passphrase: 'geheim' })).toThrow(/can't be opened here; export it again/);
  });

  const algorithms: Readonly<Record<string, readonly string[]>> = {
    'a MAC of SHA-3': ['-macalg', 'sha3-256'],
    'a MAC of SHA-224': ['-macalg', 'sha224'],
    Camellia: ['-certpbe', 'camellia-256-cbc', '-keypbe', 'camellia-128-cbc'],
    ARIA: ['-certpbe', 'aria-192-cbc', '-keypbe', 'aria-256-cbc'],
    'AES without feedback': ['-certpbe', 'aes-128-ecb', '-keypbe', 'aes-256-ecb'],
    'AES that feeds back': ['-certpbe', 'aes-128-cfb', '-keypbe', 'aes-256-ofb'],
    'PBES2 beside an old algorithm': ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'camellia-256-cbc'],
    'Triple DES of two keys': ['-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES'],
    'no encryption but that of the key': ['-certpbe', 'NONE', '-keypbe', 'aria-128-cbc'],
  };

  test.each(Object.entries(algorithms))('with %s, which Node opens, is read', (name, options) => {
    const certificate = pkcs12(
      `algorithm-${name.replace(/\W/g, '-')}`,
      [leaf, keys.leaf],
      '-passout',
      'pass:geheim',
      ...options,
    );
    const identity = loadIdentity({ certificate, passphrase: 'geheim' });

    expect(identity.chain).toEqual([leaf, tsp, domain].map(({ pem }) => pem));
    expect(keySha256(createPrivateKey(identity.key))).toBe(keySha256(keys.leaf));
    expect(identity.warnings).toEqual([]);
    expect(() => loadIdentity({ certificate, passphrase: 'anders' })).toThrow(/password .* is wrong/);
    expect(() => loadIdentity({ certificate })).toThrow(/is encrypted; give the name/);
  });

  test.each([undefined, ''])('with Camellia and an empty password is read with %j', (passphrase) => {
    const certificate = pkcs12('empty', [leaf, keys.leaf], '-passout', 'pass:', '-keypbe', 'camellia-256-cbc');

    expect(loadIdentity({ certificate, passphrase }).chain).toHaveLength(3);
  });

  test('of trust is read without what OpenSSL put behind the certificate', () => {
    const own = write('plain.pem', leaf.pem);
    openssl('x509', '-in', own, '-trustout', '-addtrust', 'clientAuth', '-out', 'trusted.pem');
    const key = join(folder, write('trusted.key', keys.leaf.export({ type: 'pkcs8', format: 'pem' })));

    expect(loadIdentity({ certificate: join(folder, 'trusted.pem'), key }).chain).toEqual([leaf.pem]);
  });

  test('of PKCS#7 without signers is read', () => {
    const all = write('all.pem', domain.pem + leaf.pem + tsp.pem);
    openssl('crl2pkcs7', '-nocrl', '-certfile', all, '-outform', 'DER', '-out', 'all.p7b');
    const key = join(folder, write('all.key', keys.leaf.export({ type: 'pkcs8', format: 'pem' })));

    expect(loadIdentity({ certificate: join(folder, 'all.p7b'), key }).chain).toEqual(
      [leaf, tsp, domain].map(({ pem }) => pem),
    );
  });
});
