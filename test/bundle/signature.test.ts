import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkSignature } from '#bundle/signature/check-signature';
import { signDetached } from '#bundle/signature/cms';
import { signingWith } from '#bundle/signature/signing-identity';
import { loadIdentity } from '#endpoint/identity/load-identity';
import { inFull } from '../samples/in-full.ts';
import { hasOpenssl } from './openssl.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { type SignerFiles, type SignerMaking, makeSigner } from './signers.ts';

const content = Uint8Array.from(Buffer.from('{"format":"3pas-bundle"}\n'));
const at = new Date('2026-11-30T12:00:00Z');

const signedBy = async ({ certificate, key }: SignerFiles, when = at): Promise<Uint8Array<ArrayBuffer>> => {
  const identity = loadIdentity({ certificate, key });
  const [own, ...rest] = identity.certificates.map((der) => Uint8Array.from(der));
  const signing = own && (await signingWith({ key: identity.key, certificates: [own, ...rest] }));
  if (signing === undefined) throw new Error('no key that signs');
  return signDetached({ ...signing, content, at: when });
};

const rootOf = ({ root }: SignerFiles): readonly Uint8Array<ArrayBuffer>[] => [
  Uint8Array.from(new X509Certificate(readFileSync(root)).raw),
];

const making: readonly SignerMaking[] = [{ kind: 'rsa' }, { kind: 'ec' }];

describe.each(making)('a signature by a key of kind $kind', (made) => {
  let files: SignerFiles;
  let signature: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    files = await makeSigner(temporaryFolder(), made);
    signature = await signedBy(files);
  });

  test('is right, and says who signed and when', async () => {
    const { signer, problem } = await checkSignature({ content, signature, roots: rootOf(files) });

    expect(problem).toBeUndefined();
    expect(signer).toMatchObject({
      subject: 'CN=TEST leverancier, O=Leverancier B.V., C=NL',
      signedAt: at.toISOString(),
      isTrusted: true,
    });
    const { fingerprint256 } = new X509Certificate(readFileSync(files.certificate));
    expect(signer?.fingerprint).toBe(fingerprint256.replaceAll(':', '').toLowerCase());
  });

  test('is not trusted under the root of another, and says nothing of trust without roots', async () => {
    const other = await makeSigner(temporaryFolder(), made);

    expect((await checkSignature({ content, signature, roots: rootOf(other) })).signer?.isTrusted).toBe(false);
    expect((await checkSignature({ content, signature })).signer?.isTrusted).toBeUndefined();
  });

  test.skipIf(!hasOpenssl)('is verified by the documented line of openssl', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'manifest.json'), content);
    writeFileSync(join(folder, 'manifest.p7s'), signature);
    const verify = (file: string): string =>
      execFileSync(
        'openssl',
        [
          ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'manifest.p7s', '-content', file],
          ...['-CAfile', files.root, '-purpose', 'any'],
        ],
        { cwd: folder, encoding: 'utf8', stdio: 'pipe' },
      );

    expect(verify('manifest.json')).toBe('{"format":"3pas-bundle"}\n');
    writeFileSync(join(folder, 'other.json'), 'x');
    expect(() => verify('other.json')).toThrow();
  });

  test('shows every byte of it that is changed, and content that is', async () => {
    const step = inFull(1, 9);
    for (const [index, byte] of [...signature.entries()].filter(([place]) => place % step === 0)) {
      const changed = Uint8Array.from(signature).fill(byte ^ (1 << (index % 8)), index, index + 1);
      const { problem } = await checkSignature({ content, signature: changed });
      expect(`${String(index)} ${problem ?? 'unseen'}`).not.toContain('unseen');
    }
    const other = Uint8Array.from(content).fill(0x20, 3, 4);
    expect((await checkSignature({ content: other, signature })).problem).toBe('of-other-content');
    for (const odd of [signature.subarray(1), signature.subarray(0, -1), Uint8Array.from([...signature, 0]), content])
      expect((await checkSignature({ content, signature: Uint8Array.from(odd) })).problem).toBe('not-a-signature');
  });
});

test('a certificate that was not valid at the moment of signing is told', async () => {
  const files = await makeSigner(temporaryFolder(), { until: new Date('2026-06-01') });

  const { problem, signer } = await checkSignature({ content, signature: await signedBy(files), roots: rootOf(files) });

  expect(problem).toBe('outside-validity');
  expect(signer?.isTrusted).toBe(false);
});
