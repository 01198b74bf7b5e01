import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { IdentityError } from './identity-error.ts';
import { openKey } from './open-key.ts';
import type { FileParts } from './parts.ts';
import { type IdentityWarning, renewed } from './problems.ts';
import { readParts } from './read-file.ts';

/** Where a client certificate is: the key may stand in the certificate's own file, and so may the chain. */
export interface IdentityFiles {
  readonly certificate: string;
  readonly key?: string | undefined;
  readonly chain?: readonly string[] | undefined;
  readonly passphrase?: string | undefined;
}

/** What the files hold, before key and certificate are held against each other. */
export interface ClientCertificate {
  /** DER, the client's own first, then the rest as they were found. */
  readonly certificates: readonly [Buffer, ...Buffer[]];
  /** The file of the key, and the key; undefined where there is none. */
  readonly key: { readonly file: string; readonly key: KeyObject } | undefined;
  readonly warnings: readonly IdentityWarning[];
}

/** What a TLS client needs: keep `key` out of every record. */
export interface Identity {
  /** PEM, the client's own first, then its issuers in order; the root left out. */
  readonly chain: readonly string[];
  /** PEM, PKCS#8, without a passphrase. */
  readonly key: string;
  /** DER of all that was given, the client's own first. */
  readonly certificates: readonly [Buffer, ...Buffer[]];
  readonly warnings: readonly IdentityWarning[];
}

/** Reads the client certificate, and its key where there is one; throws `IdentityError`. */
export const readClientCertificate = (files: IdentityFiles): ClientCertificate => {
  const main = readParts(files.certificate, files.passphrase);
  const leafs = leafsOf(files.certificate, main);
  const separate = files.key === undefined ? undefined : keyParts(files.key, files.passphrase);
  const chain = (files.chain ?? []).map((file) => chainParts(file, files.passphrase));
  const opened = (separate ?? main).keys.map((source) => openKey(source, files.passphrase));
  const { leaf, warnings } = leafOf(files.certificate, leafs, new Set(opened.map(({ key }) => keyPrint(key))));
  const all = [main, ...(separate === undefined ? [] : [separate]), ...chain];
  const rest = distinct(all.flatMap(({ certificates }) => certificates)).filter((one) => !one.equals(leaf));
  return {
    certificates: [leaf, ...rest],
    key: opened.find(({ key }) => keyPrint(key) === certificatePrint(leaf)) ?? opened[0],
    warnings: [...[...all, ...opened].flatMap((one) => one.warnings), ...warnings],
  };
};

/** Reads a client certificate with the key that belongs to it; throws `IdentityError`. */
export const loadIdentity = (files: IdentityFiles): Identity => {
  const { certificates, key: found, warnings } = readClientCertificate(files);
  const [leaf, ...rest] = certificates;
  if (found === undefined) throw new IdentityError('no-key', files.certificate);
  const [own, other] = [certificatePrint(leaf), keyPrint(found.key)];
  if (own !== other) throw new IdentityError('key-of-another', found.file, [shortened(own), shortened(other)]);
  const chain = [leaf, ...issuersOf(leaf, rest)].map((der) => new X509Certificate(der).toString());
  const key = found.key.export({ type: 'pkcs8', format: 'pem' });
  mustServeTls(files.certificate, chain.join(''), key);
  return { chain, key, certificates, warnings };
};

/** What OpenSSL makes of a small key or an old signature would end a run with its own words. */
const mustServeTls = (file: string, cert: string, key: string): void => {
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^.*::/, '') : String(error);
    throw new IdentityError('refused-by-openssl', file, [said]);
  }
};

/** The certificates (DER) in a file that may hold any, as those of authorities; throws `IdentityError`. */
export const readCertificates = (file: string): readonly Buffer[] => distinct(chainParts(file, undefined).certificates);

const keyParts = (file: string, passphrase: string | undefined): FileParts => {
  const parts = readParts(file, passphrase);
  if (parts.keys.length === 0) throw new IdentityError('no-key', file);
  return parts;
};

const chainParts = (file: string, passphrase: string | undefined): FileParts => {
  const parts = readParts(file, passphrase);
  if (parts.certificates.length === 0) throw withoutCertificate(file, parts);
  return parts;
};

const leafsOf = (file: string, parts: FileParts): readonly Buffer[] => {
  const all = distinct(parts.certificates);
  if (all.length === 0) throw withoutCertificate(file, parts);
  const leafs = all.filter((der) => !new X509Certificate(der).ca);
  if (leafs.length === 0) throw new IdentityError('only-authorities', file, [all.map(subjectOf).join('; ')]);
  return leafs;
};

/** The only one, or of several the only one of which there is a key; of one key that is valid longest, since it was renewed. */
const leafOf = (
  file: string,
  leafs: readonly Buffer[],
  keyPrints: ReadonlySet<string>,
): { readonly leaf: Buffer; readonly warnings: readonly IdentityWarning[] } => {
  const owned = leafs.filter((der) => keyPrints.has(certificatePrint(der)));
  const candidates = owned.length > 0 ? owned : leafs;
  const [leaf, ...older] = candidates.toSorted((one, other) => untilOf(other).localeCompare(untilOf(one)));
  if (leaf === undefined || new Set(candidates.map(certificatePrint)).size > 1)
    throw new IdentityError('several-leafs', file, [leafs.map(datedOf).join('; ')]);
  return { leaf, warnings: older.length === 0 ? [] : [renewed(file, candidates.length, untilOf(leaf).slice(0, 10))] };
};

/** The end of its validity, as ISO 8601. */
const untilOf = (der: Buffer): string => new X509Certificate(der).validToDate.toISOString();

const datedOf = (der: Buffer): string => `${subjectOf(der)} (…${untilOf(der).slice(0, 10)})`;

const withoutCertificate = (file: string, { keys, others }: FileParts): IdentityError =>
  new IdentityError(others[0] ?? (keys.length > 0 ? 'only-a-key' : 'not-a-certificate'), file);

const distinct = (all: readonly Buffer[]): readonly Buffer[] => [
  ...new Map(all.map((der) => [der.toString('base64'), der])).values(),
];

const subjectOf = (der: Buffer): string => new X509Certificate(der).subject.replaceAll('\n', ', ');

/** Upward from a certificate, as far as they were given, up to but without what signed itself. */
const issuersOf = (der: Buffer, rest: readonly Buffer[]): readonly Buffer[] => {
  const subject = new X509Certificate(der);
  const issuer = rest.find((one) => hasIssued(new X509Certificate(one), subject));
  if (issuer === undefined || hasIssued(new X509Certificate(issuer), new X509Certificate(issuer))) return [];
  return [
    issuer,
    ...issuersOf(
      issuer,
      rest.filter((one) => one !== issuer),
    ),
  ];
};

const hasIssued = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey);

/** SHA-256 over the public half of a key, hexadecimal. */
export const keyPrint = (key: KeyObject): string =>
  printOf(createPublicKey(key).export({ type: 'spki', format: 'der' }));

const certificatePrint = (der: Buffer): string =>
  printOf(new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' }));

const printOf = (spki: Buffer): string => createHash('sha256').update(spki).digest('hex');

const shortened = (print: string): string => `${print.slice(0, 16)}…`;
