import { X509Certificate } from 'node:crypto';
import { readCertificates } from '#endpoint/identity/load-identity';
import { UsageError } from '../usage-error.ts';

/** The certificates of authorities in a file, PEM; throws `UsageError` for another certificate, and `IdentityError`. */
export const ownRoots = (file: string, option = '--trust'): readonly string[] => {
  const all = readCertificates(file).map((der) => new X509Certificate(der));
  const other = all.find(({ ca }) => !ca);
  if (other === undefined) return all.map((one) => one.toString());
  const name = other.subject.replaceAll('\n', ', ');
  throw new UsageError({
    nl: `${option} ${file}: "${name}" is geen CA; geef het certificaat van de root waar de certificaten van je systeem onder vallen`,
    en: `${option} ${file}: "${name}" is no CA; give the certificate of the root that your system's certificates are under`,
  });
};
