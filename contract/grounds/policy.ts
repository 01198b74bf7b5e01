import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ContractError } from '../folder/contract-error.ts';
import { readYaml } from '../folder/yaml-document.ts';

/** What KOOP vouches for: contract folders by their digest, and keys of its own that sign others. */
export interface Policy {
  /** SHA-256 of folders, hexadecimal. */
  readonly folders: readonly string[];
  /** Public keys, PEM. */
  readonly keys: readonly string[];
}

/** A signature over the digest of its folder, base64; it is no part of what it signs. */
export const signatureFile = 'contract.sig';

const shape = v.strictObject({ folders: v.array(v.string()), keys: v.array(v.string()) });

/** Throws `ContractError` for a file of another shape. */
const readPolicy = (path: string): Policy => {
  const result = v.safeParse(shape, readYaml(path, readFileSync(path)).value);
  if (result.success) return result.output;
  throw new ContractError(
    { file: path, line: 1 },
    'the policy has the keys folders and keys, both lists of texts; correct it',
  );
};

/** The policy that comes with the suite. */
export const shippedPolicy = (): Policy => readPolicy(fileURLToPath(new URL('../policy.yaml', import.meta.url)));

/** Whether KOOP confirmed a folder: its digest is listed, or signed with a key that is. */
export const isConfirmed = (policy: Policy, digest: string, signature: Uint8Array | undefined): boolean => {
  if (policy.folders.includes(digest)) return true;
  if (signature === undefined) return false;
  const bytes = Buffer.from(Buffer.from(signature).toString('latin1').trim(), 'base64');
  return policy.keys.some((key) => isSigned(digest, key, bytes));
};

const isSigned = (digest: string, key: string, signature: Uint8Array): boolean => {
  try {
    const publicKey = createPublicKey(key);
    const algorithm = publicKey.asymmetricKeyType?.startsWith('ed') === true ? null : 'sha256';
    return verify(algorithm, Buffer.from(digest, 'hex'), publicKey, signature);
  } catch {
    return false;
  }
};
