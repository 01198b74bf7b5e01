import { constants } from 'node:crypto';
import type { SecureVersion, TlsOptions, TLSSocket } from 'node:tls';
import type { TlsClient } from './http-message.ts';

/** How the mock speaks TLS; all PEM. */
export interface TlsSettings {
  readonly cert: string;
  readonly key: string;
  /** Roots of the clients that are accepted; their names are sent to the client. */
  readonly ca: readonly string[];
  readonly minVersion: SecureVersion;
  readonly maxVersion: SecureVersion;
  /** As OpenSSL writes them; its own unless said. */
  readonly ciphers?: string;
  /** Whether clients are asked for a certificate; they are unless said. */
  readonly asks?: boolean;
  /** Whether a session of before may be taken up again; never unless said. */
  readonly resumes?: boolean;
}

/**
 * Options for the server. It takes every certificate and no certificate too: a refusal by OpenSSL would be the same reset
 * for each cause. A session is not resumed unless said: a resumed one has the leaf and has lost the rest of the chain.
 */
export const serverOptions = ({ ca, asks = true, resumes = false, ...settings }: TlsSettings): TlsOptions => ({
  ...settings,
  ca: [...ca],
  requestCert: asks,
  rejectUnauthorized: false,
  ...(resumes ? {} : { secureOptions: constants.SSL_OP_NO_TICKET }),
});

/** The other side of a connection, with its chain as far as it was sent. */
export const clientOn = (socket: TLSSocket): TlsClient => {
  const known = clients.get(socket) ?? readClient(socket);
  clients.set(socket, known);
  return known;
};

/** A connection has one client for as long as it lives. */
const clients = new WeakMap<TLSSocket, TlsClient>();

const readClient = (socket: TLSSocket): TlsClient => {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  for (let one = socket.getPeerX509Certificate(); one !== undefined; one = one.issuerCertificate) {
    if (seen.has(one.fingerprint256)) break;
    seen.add(one.fingerprint256);
    chain.push(one.raw);
  }
  return { chain, protocol: socket.getProtocol() ?? '' };
};
