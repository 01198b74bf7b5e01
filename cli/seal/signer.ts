import { X509Certificate } from 'node:crypto';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Signing } from '#bundle/signature/cms';
import { signingWith } from '#bundle/signature/signing-identity';
import { loadIdentity } from '#endpoint/identity/load-identity';
import { passwordIn } from '../password-in.ts';
import { UsageError } from '../usage-error.ts';

/** Where the signer's key and certificate are, as they are given. */
export interface SignerOptions {
  readonly key?: string;
  readonly cert?: string;
  readonly chain?: readonly string[];
  readonly passwordEnv?: string;
}

/** Reads what a package is signed with; throws `UsageError`, or `IdentityError` for files that can't be used. */
export const readSigner = async (
  { key, cert, chain, passwordEnv }: SignerOptions,
  now: Date,
): Promise<Pick<Signing, 'key' | 'certificates'>> => {
  if (cert === undefined) throw new UsageError(withoutCertificate);
  const identity = loadIdentity({ certificate: cert, key, chain, passphrase: passwordIn(passwordEnv) });
  const [own, ...rest] = identity.chain.map((pem) => Uint8Array.from(new X509Certificate(pem).raw));
  const signing = own && (await signingWith({ key: identity.key, certificates: [own, ...rest] }));
  if (signing === undefined) throw new UsageError(ofAnotherKind(key ?? cert));
  demandValid(cert, signing.certificates[0], now);
  return signing;
};

const demandValid = (
  file: string,
  { notBefore: { value: from }, notAfter: { value: until } }: Signing['certificates'][0],
  now: Date,
): void => {
  if (now >= from && now <= until) return;
  const [since, to] = [from, until].map((one) => one.toISOString().slice(0, 10));
  throw new UsageError({
    nl: `het certificaat in ${file} is geldig van ${since ?? ''} tot en met ${to ?? ''}, en nu niet; onderteken met een certificaat dat geldig is`,
    en: `the certificate in ${file} is valid from ${since ?? ''} to ${to ?? ''}, and not now; sign with one that is valid`,
  });
};

const withoutCertificate: Bilingual = {
  nl: '--cert ontbreekt; geef het certificaat waarmee het pakket ondertekend wordt, en met --key de sleutel die erbij hoort',
  en: '--cert is missing; give the certificate to sign the package with, and with --key its private key',
};

const ofAnotherKind = (file: string): Bilingual => ({
  nl: `met de sleutel in ${file} is niet te ondertekenen; gebruik een RSA-sleutel, of een op de kromme P-256, P-384 of P-521`,
  en: `the key in ${file} can't sign a package; use an RSA key, or one on the curve P-256, P-384 or P-521`,
});
