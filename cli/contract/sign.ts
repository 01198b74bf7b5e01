import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { signatureFile } from '#contract/grounds/policy';
import { readContract } from '#contract/reader';
import type { Language } from '#reporters/texts';
import { writeTold } from '../folder/write-told.ts';
import { readWithin } from '#xml/read-within';
import { languageOf } from '../language.ts';
import { passwordIn } from '../password-in.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `3pas contract sign` as they are given. */
export interface SignOptions {
  readonly key: string;
  readonly passwordEnv?: string;
  readonly lang?: Language;
}

/** Signs a contract folder that is in order, and gives what a policy needs to take it for confirmed; throws what ends with exit code 2. */
export const signFolder = (folder: string, { key, passwordEnv, lang }: SignOptions): string => {
  const { digest, provenance } = readContract(folder);
  if (provenance['standing'] !== 'confirmed') throw new UsageError(unsaid(folder));
  const opened = openKey(key, passwordIn(passwordEnv));
  const algorithm = opened.asymmetricKeyType?.startsWith('ed') === true ? null : 'sha256';
  const signature = sign(algorithm, Buffer.from(digest, 'hex'), opened).toString('base64');
  const file = join(folder, signatureFile);
  writeTold({ file, said: (why) => unwritten(file, why), isReplaced: true }, `${signature}\n`);
  const publicKey = createPublicKey(opened).export({ type: 'spki', format: 'pem' }).trim();
  return texts[languageOf(lang)](file, digest, publicKey);
};

const openKey = (file: string, passphrase: string | undefined): KeyObject => {
  try {
    const key = createPrivateKey({ key: readWithin(file), passphrase });
    if (/^(?:ed25519|ed448|ec|rsa)$/.test(key.asymmetricKeyType ?? '')) return key;
  } catch (error) {
    throw new UsageError(unusable(file), { cause: error });
  }
  throw new UsageError(unusable(file));
};

const unusable = (file: string) => ({
  nl: `${file} is geen sleutel om mee te ondertekenen; geef een privésleutel in PEM (Ed25519, RSA of een elliptische kromme), met het wachtwoord in --password-env als zij er een heeft`,
  en: `${file} is no key to sign with; give a private key in PEM (Ed25519, RSA or an elliptic curve), with its password in --password-env where it has one`,
});

const unsaid = (folder: string) => ({
  nl: `${folder} zegt van zichzelf niet dat KOOP het bevestigt; zet in contract.yaml provenance.standing op confirmed, en de gronden die u bevestigt ook`,
  en: `${folder} does not say of itself that KOOP confirms it; make provenance.standing in contract.yaml confirmed, and the grounds that you confirm too`,
});

const unwritten = (file: string, why: string) => ({
  nl: `${file} is niet te schrijven (${why}); geef een map waarin dat kan`,
  en: `${file} can't be written (${why}); give a folder where it can`,
});

const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

const texts = {
  nl: (file: string, digest: string, key: string) =>
    `${file}: ondertekend, digest ${digest}\nIn contract/policy.yaml van 3pas, één keer:\nkeys:\n  - |\n${indented(key)}\n`,
  en: (file: string, digest: string, key: string) =>
    `${file}: signed, digest ${digest}\nIn contract/policy.yaml of 3pas, once:\nkeys:\n  - |\n${indented(key)}\n`,
} as const;
