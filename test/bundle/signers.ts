import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A root and what signs under it, as files: PEM. */
export interface SignerFiles {
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

const kinds = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
};

/** How a signer is made. */
export interface SignerMaking {
  readonly kind?: keyof typeof kinds;
  readonly name?: string;
  readonly from?: Date;
  readonly until?: Date;
}

/** Makes a root with an intermediate and a signer under it; the certificate's file holds both. */
export const makeSigner = async (
  folder: string,
  {
    kind = 'ec',
    name = 'TEST leverancier',
    from = new Date('2026-01-01'),
    until = new Date('2036-01-01'),
  }: SignerMaking = {},
): Promise<SignerFiles> => {
  const issue = async (
    subject: string,
    { issuer, isAuthority }: { readonly issuer: Made | undefined; readonly isAuthority: boolean },
  ): Promise<Made> => {
    const keys = await crypto.subtle.generateKey(kinds[kind], true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.create({
      subject,
      issuer: issuer?.certificate.subject ?? subject,
      notBefore: from,
      notAfter: until,
      signingAlgorithm: kinds[kind],
      publicKey: keys.publicKey,
      signingKey: (issuer?.keys ?? keys).privateKey,
      extensions: [
        new BasicConstraintsExtension(isAuthority, undefined, true),
        new KeyUsagesExtension(
          isAuthority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.nonRepudiation,
          true,
        ),
      ],
    });
    return { keys, certificate };
  };
  const root = await issue(`CN=${name} root`, { issuer: undefined, isAuthority: true });
  const middle = await issue(`CN=${name} CA`, { issuer: root, isAuthority: true });
  const own = await issue(`CN=${name}, O=Leverancier B.V., C=NL`, { issuer: middle, isAuthority: false });
  const key = createPrivateKey({
    key: Buffer.from(await crypto.subtle.exportKey('pkcs8', own.keys.privateKey)),
    format: 'der',
    type: 'pkcs8',
  });
  const write = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  return {
    root: write('root.pem', root.certificate.toString('pem')),
    certificate: write('signer.pem', `${own.certificate.toString('pem')}\n${middle.certificate.toString('pem')}\n`),
    key: write('signer.key', key.export({ type: 'pkcs8', format: 'pem' })),
  };
};

interface Made {
  readonly keys: CryptoKeyPair;
  readonly certificate: X509Certificate;
}
