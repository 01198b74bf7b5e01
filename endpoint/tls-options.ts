import { createSecureContext, getCACertificates, type SecureContext, type SecureContextOptions } from 'node:tls';
import { ConfigurationError } from './configuration-error.ts';

/** Our own certificate with its chain, leaf first, and the key that belongs to it, not encrypted; all PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
}

export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** The oldest and the newest version that are offered. */
export interface TlsVersions {
  readonly min: TlsVersion;
  readonly max: TlsVersion;
}

/** Roots that are trusted besides the usual ones (PEM), our own certificate, and versions. Verification has no switch. */
export interface TlsOptions {
  readonly ca?: readonly string[] | undefined;
  readonly identity?: TlsIdentity | undefined;
  readonly versions?: TlsVersions | undefined;
}

/** The options for the connector; throws `ConfigurationError` when a certificate or key is unusable. */
export const connectOptions = ({ ca, identity, versions }: TlsOptions = {}) => {
  const roots = ca === undefined ? {} : { ca: [...getCACertificates('default'), ...ca] };
  const secureContext = rememberedContext({ ...identity, ...roots, ...offered(versions) });
  // Said outright, since the environment variable NODE_TLS_REJECT_UNAUTHORIZED counts otherwise.
  return { secureContext, rejectUnauthorized: true };
};

/** OpenSSL offers versions before 1.2 at its lowest level of security only. */
const offered = (versions: TlsVersions | undefined) => {
  if (versions === undefined) return { minVersion: 'TLSv1.2' as const };
  const isOld = versions.max < 'TLSv1.2';
  return {
    minVersion: versions.min,
    maxVersion: versions.max,
    ...(isOld ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
  };
};

/** To read a hundred roots again takes longer than a handshake: so many contexts are kept. */
const mostContexts = 20;
const contexts = new Map<string, SecureContext>();

const rememberedContext = (options: SecureContextOptions): SecureContext => {
  const key = JSON.stringify(options);
  const context = contexts.get(key) ?? contextOf(options);
  contexts.delete(key);
  contexts.set(key, context);
  for (const oldest of contexts.keys()) if (contexts.size > mostContexts) contexts.delete(oldest);
  return context;
};

const contextOf = (options: SecureContextOptions): SecureContext => {
  try {
    return createSecureContext(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new ConfigurationError(
      `The certificate, its key or an extra root can not be used: ${reason}. Give PEM, and a key that is not encrypted.`,
      { cause: error },
    );
  }
};
