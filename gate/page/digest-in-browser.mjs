import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const written = {
  hex: bytesToHex,
  base64url: (bytes) =>
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
};

/** What stands for `createHash` of Node in a page: SHA-256 of texts and bytes. */
export const createHash = () => {
  const hash = sha256.create();
  const made = {
    update: (data) => {
      hash.update(typeof data === 'string' ? new TextEncoder().encode(data) : data);
      return made;
    },
    digest: (form) => written[form](hash.digest()),
  };
  return made;
};
