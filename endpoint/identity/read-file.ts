import { IdentityError } from './identity-error.ts';
import { type FileParts, partsOf } from './parts.ts';
import { keyReadableByAll } from './problems.ts';
import { readBytes } from './read-bytes.ts';
import { readDer } from './read-der.ts';
import { readPem } from './read-pem.ts';

/** The certificates and keys in a file of any form that is known; throws `IdentityError`. */
export const readParts = (file: string, passphrase: string | undefined): FileParts => {
  const { bytes, mode } = readBytes(file);
  if (isJavaKeystore(bytes)) throw new IdentityError('java-keystore', file);
  const text = textOf(bytes);
  const parts = text.includes('-----BEGIN ') ? readPem(file, text) : readDer({ file, der: derIn(bytes), passphrase });
  const exposed = parts.keys.length > 0 && mode !== undefined && (mode & 0o004) !== 0;
  return exposed ? partsOf({ ...parts, warnings: [...parts.warnings, keyReadableByAll(file, mode)] }) : parts;
};

/** JKS begins with FEEDFEED, JCEKS with CECECECE. */
const isJavaKeystore = (bytes: Buffer): boolean => /^(feedfeed|cececece)/.test(bytes.toString('hex', 0, 4));

/** Windows may save text as UTF-16. */
const textOf = (bytes: Buffer): string =>
  bytes.readUInt8(0) === 0xff && bytes.at(1) === 0xfe ? bytes.toString('utf16le') : bytes.toString('latin1');

/** Base64 without PEM's lines around it is taken too. */
const derIn = (bytes: Buffer): Buffer => {
  const text = bytes.toString('latin1');
  return /^\s*MI[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : bytes;
};
