import 'reflect-metadata';
import { isIP } from 'node:net';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
} from '@peculiar/x509';
import { authorityExtensions, authorityName, issue, selfIssue, type Authority, type Period } from './authority.ts';
import { ecKey, secretPem, signer } from './keys.ts';

/** A certificate for this machine with its key, PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A throw-away root, and certificates for this machine under it. */
export interface ServerIssuer {
  /** PEM. */
  readonly root: string;
  /** One more certificate, with a key of its own, for these names too, valid from now on. */
  readonly issue: (now: number, hostNames?: readonly string[]) => Promise<ServerCertificate>;
}

const year = 365 * 24 * 60 * 60 * 1000;

/** Makes a root that signs certificates for localhost and 127.0.0.1. */
export const openServerIssuer = async (now: number): Promise<ServerIssuer> => {
  const authority = await openRoot({ from: now - year, until: now + year });
  return {
    root: pem(authority.certificate),
    issue: async (from, hostNames = []) => {
      const pair = await ecKey();
      const certificate = await issue(authority, {
        subject: [{ CN: [{ utf8String: 'localhost' }] }],
        open: pair.open,
        period: { from, until: now + year },
        extensions: [...extensions, namesOf(hostNames)],
      });
      return { cert: pem(certificate), key: secretPem(pair) };
    },
  };
};

const openRoot = async (period: Period): Promise<Authority> => {
  const pair = await ecKey();
  const own = await signer(pair, 'ecdsa-sha256');
  const name = { commonName: 'TEST endpoint 3pas-conformance', organization: '3pas-conformance (TEST)', policies: [] };
  const certificate = await selfIssue(own, {
    subject: authorityName(name),
    open: pair.open,
    period,
    extensions: authorityExtensions([], 0),
  });
  return { certificate, signer: own, revocation: undefined };
};

const extensions = [
  new BasicConstraintsExtension(false, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
];

const namesOf = (hostNames: readonly string[]): SubjectAlternativeNameExtension =>
  new SubjectAlternativeNameExtension([
    ...['localhost', ...hostNames.filter((name) => isIP(name) === 0)].map((value) => ({ type: 'dns', value }) as const),
    ...['127.0.0.1', '::1', ...hostNames.filter((name) => isIP(name) !== 0)].map(
      (value) => ({ type: 'ip', value }) as const,
    ),
  ]);

const pem = (certificate: X509Certificate): string => `${certificate.toString('pem')}\n`;
