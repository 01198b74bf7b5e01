import type { Place } from '#xml/place';
import type { CertificateFault, Hierarchy } from '#contract/wire/certificate-faults';

/** Where an endpoint is, who we are there, which phase, and what may be sent; values from the environment are filled in. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly phase: 1 | 2 | 3 | 4;
  readonly endpoint: { readonly kind: 'mock' } | ProfileEndpoint;
  readonly guard: ProfileGuard;
  readonly credentials: ProfileCredentials | undefined;
  /** Undefined in phase 1 only. */
  readonly certificate: ProfileCertificate | undefined;
  /** What the endpoint is reached through; undefined for the direct way. */
  readonly proxy: ProfileProxy | undefined;
  /** Files with roots that the server's certificate may chain to, besides the usual ones. */
  readonly serverRoots: readonly string[];
  /** Undefined when the profile names none; then nothing is said of who may deliver for whom. */
  readonly mandates: readonly ProfileMandate[] | undefined;
  /** Certificates that are wrong in a known way, to see that they are refused. */
  readonly wrongCertificates: Readonly<Partial<Record<CertificateFault, CertificateFiles>>>;
  /** Folder of the contract, relative to the profile's own folder. */
  readonly contract: string | undefined;
  /** Folder with cases of earlier runs; absolute. */
  readonly corpus: string | undefined;
  readonly limits: ProfileLimits;
  /** Bodies that deliveries may name; undefined at the embedded endpoint only, where all may be. */
  readonly authorities: readonly ProfileAuthority[] | undefined;
  readonly media: readonly string[] | undefined;
  readonly permission: ProfilePermission | undefined;
}

/** An endpoint that is not ours, and where its address stands. */
export interface ProfileEndpoint {
  readonly kind: 'url';
  readonly url: string;
  readonly place: Place;
  readonly variable: string | undefined;
  /** Origin on this machine that carries TLS and the certificate; undefined where we do. */
  readonly via: string | undefined;
}

/** What is known of where deliveries may leave for. */
export interface ProfileGuard {
  /** URLs that the environment names as production. */
  readonly production: readonly string[];
  /** Hosts that are for tests whatever their name, each in its one spelling. */
  readonly testHosts: readonly string[];
}

/** Where a certificate comes from: files (absolute paths), or the PKI of the embedded endpoint. */
export type ProfileCertificate =
  | ({ readonly kind: 'files' } & CertificateFiles)
  | { readonly kind: 'mock'; readonly issuer: Hierarchy };

/** PEM, DER or PKCS#12; key and chain where they are files of their own. */
export interface CertificateFiles {
  readonly file: string;
  readonly key: string | undefined;
  readonly chain: string | undefined;
  readonly password: string | undefined;
}

/** A forward proxy, and who we are there. */
export interface ProfileProxy {
  /** `http://host:port` or `https://host:port`, without credentials. */
  readonly url: string;
  readonly credentials: { readonly username: string; readonly password: string | undefined } | undefined;
  /** The key or the environment variable that names it. */
  readonly from: string;
}

/** The bodies that an organisation may deliver for (machtigingen), by the OIN of its certificate. */
export interface ProfileMandate {
  readonly oin: string;
  readonly authorities: readonly ProfileAuthority[];
}

export interface ProfileCredentials {
  readonly carrier: 'basic' | 'wsse' | 'header';
  readonly headerNames: { readonly username: string; readonly password: string } | undefined;
  readonly username: string;
  readonly password: string | undefined;
}

export interface ProfileLimits {
  readonly requestsPerSecond: number | undefined;
  readonly requests: number | undefined;
  /** Requests on one day, of all runs that use the account. */
  readonly perDay: number | undefined;
  readonly accepted: number | undefined;
  readonly connections: number;
  readonly timeoutMs: number;
}

export interface ProfileAuthority {
  readonly kind: string;
  readonly name: string;
}

/** What KOOP permits (toestemming): who said so, when, until when, and for what. */
export interface ProfilePermission {
  readonly by: string;
  readonly date: string;
  readonly until: string;
  readonly scope: readonly ProfileScope[];
}

/** What a permission can be for. */
export const profileScopes = [
  'violations',
  'variants',
  'attacks',
  'wrong-credentials',
  'wrong-password',
  'wrong-certificates',
  'bopa',
] as const;
export type ProfileScope = (typeof profileScopes)[number];
