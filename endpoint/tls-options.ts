import { createSecureContext, getCACertificates } from 'node:tls';
import { ConfigurationError } from './configuration-error.ts';

/** Roots that are trusted besides the usual ones, and our own certificate; all PEM. Verification has no switch. */
export interface TlsOptions {
  readonly ca?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
}

/** The options for the connector; throws `ConfigurationError` when a certificate or key is unusable. */
export const connectOptions = ({ ca, ...own }: TlsOptions = {}) => {
  const roots = ca === undefined ? {} : { ca: [...getCACertificates('default'), ...ca] };
  if (ca !== undefined || own.cert !== undefined || own.key !== undefined) check({ ...own, ...roots });
  // Said outright, since the environment variable NODE_TLS_REJECT_UNAUTHORIZED counts otherwise.
  return { ...own, ...roots, rejectUnauthorized: true, minVersion: 'TLSv1.2' as const };
};

const check = (options: Parameters<typeof createSecureContext>[0]): void => {
  try {
    createSecureContext(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new ConfigurationError(
      `The certificate, its key or an extra root can not be used: ${reason}. Give PEM, and the passphrase if the key has one.`,
      { cause: error },
    );
  }
};
