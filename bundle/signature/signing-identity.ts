import { createPrivateKey } from 'node:crypto';
import { Certificate } from 'pkijs';
import type { Signing } from './cms.ts';

/** The key of a signer (PEM, PKCS #8), and certificates (DER), its own first. */
export interface SignerFiles {
  readonly key: string;
  readonly certificates: readonly [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]];
}

/** What signs with a key; undefined where that is neither RSA nor an elliptic curve of NIST. */
export const signingWith = async ({
  key,
  certificates: [own, ...rest],
}: SignerFiles): Promise<Pick<Signing, 'key' | 'certificates'> | undefined> => {
  const opened = createPrivateKey(key);
  const algorithm = algorithmOf(opened.asymmetricKeyType, opened.asymmetricKeyDetails?.namedCurve);
  if (algorithm === undefined) return undefined;
  const pkcs8 = new Uint8Array(opened.export({ type: 'pkcs8', format: 'der' }));
  return {
    key: await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    certificates: [certificateOf(own), ...rest.map(certificateOf)],
  };
};

const certificateOf = (der: Uint8Array<ArrayBuffer>): Certificate =>
  Certificate.fromBER(der.buffer.slice(der.byteOffset, der.byteOffset + der.length));

const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

const algorithmOf = (type: string | undefined, curve: string | undefined) => {
  if (type === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const namedCurve = curve === undefined ? undefined : curves[curve];
  return type === 'ec' && namedCurve !== undefined ? { name: 'ECDSA', namedCurve } : undefined;
};
