import { getCACertificates } from 'node:tls';
import type { TlsMaterial } from '#endpoint/mock/open-tls';
import { loadIdentity } from '#endpoint/identity/load-identity';
import type { RunIdentity, RunTls } from '#harness/run-config';
import { certificatesIn } from '#judgement/certificate/pem';
import type { CertificateFiles, Profile } from '#profiles/profile';
import { readWithin } from '#xml/read-within';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** A file with roots of the server that can't be used. */
export class RootsError extends UsageError {}

/** What a profile connects with under TLS, read from its files; throws `IdentityError` or `UsageError` that names the file. */
export const tlsOf = ({ certificate, serverRoots, wrongCertificates, endpoint }: Profile): RunTls | undefined => {
  if (certificate?.kind === 'mock' || (endpoint.kind === 'url' && endpoint.via !== undefined)) return undefined;
  const isSecure = endpoint.kind === 'url' && endpoint.url.startsWith('https:');
  const ca = [...serverRoots.map(rootsIn), ...(isSecure ? rootsOfThisMachine() : [])];
  if (certificate === undefined && ca.length === 0) return undefined;
  return {
    ca,
    identity: certificate && identityIn(certificate),
    wrong: Object.fromEntries(Object.entries(wrongCertificates).map(([fault, files]) => [fault, identityIn(files)])),
    of: {},
  };
};

/** What variables and switches of Node add to its own roots: the suite's process is started without them. */
const rootsOfThisMachine = (): readonly string[] => {
  const own = new Set(getCACertificates('bundled'));
  return getCACertificates('default').filter((one) => !own.has(one));
};

const identityIn = ({ file, key, chain, password }: CertificateFiles): RunIdentity => {
  const own = loadIdentity({ certificate: file, key, chain: chain === undefined ? [] : [chain], passphrase: password });
  return { cert: own.chain.join(''), key: own.key };
};

const rootsIn = (file: string): string => {
  const text = readText(file);
  if (certificatesIn(text).length > 0) return text;
  throw new RootsError({
    nl: `serverRoots: ${file} bevat geen certificaat in PEM; geef de root van het servercertificaat`,
    en: `serverRoots: ${file} holds no certificate in PEM; give the root of the server's certificate`,
  });
};

const readText = (file: string): string => {
  try {
    return readWithin(file).toString();
  } catch (error) {
    const reason = saidBy(error);
    throw new RootsError({
      nl: `serverRoots: ${file} is niet te lezen (${reason.nl}); verbeter het pad`,
      en: `serverRoots: ${file} can't be read (${reason.en}); correct the path`,
    });
  }
};

/** The same from the certificates that the embedded endpoint made. */
export const tlsOfMock = ({ certificate }: Profile, { serverRoots, clients }: TlsMaterial): RunTls => {
  const { koop, g1, g4, ...wrong } = clients;
  const of = { koop, g1, g4 };
  return { ca: serverRoots, identity: certificate?.kind === 'mock' ? of[certificate.issuer] : undefined, wrong, of };
};
