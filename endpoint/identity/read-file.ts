import { IdentityError } from './identity-error.ts';
import { type FileParts, partsOf } from './parts.ts';
import { keyReadableByAll } from './problems.ts';
import { readBytes } from './read-bytes.ts';
import { readDer } from './read-der.ts';
import { readPem } from './read-pem.ts';

/** The certificates and keys in a file of any form that is known; throws `IdentityError`. */
export const readParts = (file: string, passphrase: string | undefined): FileParts => {
  const { bytes, mode } = readBytes(file);
  const keystore = keystores[bytes.toString('hex', 0, 4)];
  if (keystore !== undefined) throw new IdentityError('java-keystore', file, [keystore]);
  const text = textOf(bytes);
  const isPem = text.includes('-----BEGIN ');
  const parts = isPem ? readPem({ file, passphrase }, text) : readDer({ file, der: derIn(bytes), passphrase });
  if (!isPem && isEmpty(parts) && changedMarks.test(text)) throw new IdentityError('changed-marks', file);
  const exposed = parts.keys.length > 0 && mode !== undefined && (mode & 0o004) !== 0;
  return exposed ? partsOf({ ...parts, warnings: [...parts.warnings, keyReadableByAll(file, mode)] }) : parts;
};

/** Java's keystores by what they begin with. */
const keystores: Readonly<Record<string, string>> = { feedfeed: 'JKS', cececece: 'JCEKS' };

/** The first line of PEM without its five hyphens. */
const changedMarks = /BEGIN (?:[A-Z0-9]+ )?(?:CERTIFICATE|PRIVATE KEY|PKCS7|PKCS12)\b/i;

const isEmpty = ({ certificates, keys }: FileParts): boolean => certificates.length + keys.length === 0;

/** The text of a file; Kubernetes and CI keep it in base64. */
const textOf = (bytes: Buffer): string => {
  const text = decoded(bytes);
  return /^\s*LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : text;
};

/** Windows may save text as UTF-16, with its mark or without. */
const decoded = (bytes: Buffer): string => {
  const start = bytes.toString('hex', 0, 2);
  if (/^(?:fffe|[^0].00|0[^0]00)$/.test(start)) return bytes.toString('utf16le');
  const isBigEndian = /^(?:feff|00..)$/.test(start) && bytes.length % 2 === 0;
  return isBigEndian ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1');
};

/** Base64 without PEM's lines around it is taken too. */
const derIn = (bytes: Buffer): Buffer => {
  const text = bytes.toString('latin1');
  return /^\s*MI[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : bytes;
};
