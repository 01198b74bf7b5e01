import { constants } from 'node:crypto';
import type { SecureVersion, TlsOptions, TLSSocket } from 'node:tls';
import type { TlsClient } from './http-message.ts';

/** How a server speaks TLS; all PEM. */
export interface TlsSettings {
  readonly cert: string;
  readonly key: string;
  /** Roots of accepted client certificates; their names are sent to the client. */
  readonly ca: readonly string[];
  readonly minVersion: SecureVersion;
  readonly maxVersion: SecureVersion;
  /** In OpenSSL's notation; its default unless given. */
  readonly ciphers?: string;
  /** Whether clients are asked for a certificate; true unless given. */
  readonly asks?: boolean;
  /** Whether sessions can be resumed; false unless given. */
  readonly resumes?: boolean;
}

/**
 * Options of the TLS server. It accepts any certificate, and none: a refusal by OpenSSL is the same reset for every cause.
 * Sessions are not resumed by default, since a resumed session has lost the chain above the leaf.
 */
export const serverOptions = ({ ca, asks = true, resumes = false, ...settings }: TlsSettings): TlsOptions => ({
  ...settings,
  ca: [...ca],
  requestCert: asks,
  rejectUnauthorized: false,
  ...(resumes ? {} : { secureOptions: constants.SSL_OP_NO_TICKET }),
});

/** The client of a connection, with the chain that it sent. */
export const clientOn = (socket: TLSSocket): TlsClient => {
  const client = clients.get(socket) ?? readClient(socket);
  clients.set(socket, client);
  return client;
};

/** Read once for each connection: Node 22 returns the chain on the first call and only the leaf afterwards. */
const clients = new WeakMap<TLSSocket, TlsClient>();

const readClient = (socket: TLSSocket): TlsClient => {
  const chain = new Map<string, Uint8Array>();
  let one = socket.getPeerX509Certificate();
  // A self-signed certificate is its own issuer.
  while (one !== undefined && !chain.has(one.fingerprint256)) {
    chain.set(one.fingerprint256, one.raw);
    one = one.issuerCertificate;
  }
  return { chain: [...chain.values()], protocol: socket.getProtocol() ?? '' };
};
