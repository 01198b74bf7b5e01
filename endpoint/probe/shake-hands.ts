import { isIP } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import { connectOptions, type TlsOptions } from '../tls-options.ts';
import { ProxyError } from '../proxy/proxy-error.ts';
import type { Tunnel } from '../proxy/tunnel.ts';
import type { Spot } from './reach-port.ts';

/** The certificate of a server, as far as it tells why it was not trusted. */
export interface ShownCertificate {
  /** As in `DNS:localhost, IP Address:127.0.0.1`. */
  readonly names: string;
  /** Common name of who issued the topmost certificate that was sent with all below it. */
  readonly issuer: string;
  /** Common name of what was sent in the place of that issuer and did not sign; undefined where nothing was. */
  readonly stranger: string | undefined;
  readonly from: string;
  readonly until: string;
}

interface Failed {
  readonly kind: 'failed';
  readonly code: string;
  /** Whether the server had shown its certificate by then. */
  readonly heard: boolean;
  /** Kinds of signatures that the server takes from a client and we can make, in OpenSSL's words; empty where it asks for none. */
  readonly schemes: readonly string[];
}

/** Where to shake hands, and what leads there; undefined for the direct way. */
interface Way {
  readonly spot: Spot;
  readonly tunnel: Tunnel | undefined;
}

/** What became of a TLS handshake. */
export type HandshakeSeen =
  | { readonly kind: 'done'; readonly version: string; readonly cipher: string; readonly schemes: readonly string[] }
  | (Failed & { readonly shown: ShownCertificate | undefined })
  | { readonly kind: 'late' };

/**
 * Shakes hands as the client does, verification and all. Where that fails the certificate is looked at over a second connection,
 * without a certificate of ours. Nothing is ever sent but a handshake. Never rejects; throws `ConfigurationError` for unusable options.
 */
export const shakeHands = async (
  { spot, tunnel }: Way,
  tls: TlsOptions | undefined,
  milliseconds: number,
): Promise<HandshakeSeen> => {
  const own = connectOptions(tls);
  const started = performance.now();
  const left = (): number => Math.max(1, milliseconds - (performance.now() - started));
  const attempt = async <Seen>(
    options: ConnectionOptions,
    read: (socket: TLSSocket) => Seen,
  ): Promise<Seen | Missed> => {
    try {
      const through = tunnel === undefined ? {} : { socket: await tunnel(spot, left()) };
      return await handshake({ ...options, ...spot, ...through }, left(), read);
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error;
      return { kind: 'failed', code: error.code, heard: false, schemes: [], shown: undefined };
    }
  };
  const seen = await attempt(own, done);
  if (seen.kind !== 'failed') return seen;
  const { cert: _cert, key: _key, ...anonymous } = { cert: '', key: '', ...own };
  const looked = await attempt({ ...anonymous, rejectUnauthorized: false }, shownOn);
  return { ...seen, shown: 'names' in looked ? looked : undefined };
};

type Missed = (Failed & { readonly shown: undefined }) | { readonly kind: 'late' };

const handshake = <Seen>(
  options: ConnectionOptions & Spot,
  milliseconds: number,
  read: (socket: TLSSocket) => Seen,
): Promise<Seen | Missed> =>
  new Promise((resolve) => {
    const name = isIP(options.host) === 0 ? { servername: options.host } : {};
    const socket = connect({ ...options, ...name });
    let heard = false;
    // Told once keys are agreed on, which is after the certificate of the server; the keys themselves are not looked at.
    socket.once('keylog', () => {
      heard = true;
    });
    const settle = (seen: Seen | Missed): void => {
      clearTimeout(timer);
      resolve(seen);
      socket.destroy();
    };
    const timer = setTimeout(settle, milliseconds, { kind: 'late' });
    socket.once('secureConnect', () => {
      settle(read(socket));
    });
    socket.on('error', (error: Error & { readonly code?: string }) => {
      settle({ kind: 'failed', code: error.code ?? error.name, heard, schemes: schemesOf(socket), shown: undefined });
    });
  });

const done = (socket: TLSSocket): HandshakeSeen => ({
  kind: 'done',
  version: socket.getProtocol() ?? '',
  cipher: socket.getCipher().standardName,
  schemes: schemesOf(socket),
});

/** At a client these are what the server asked for with a certificate. */
const schemesOf = (socket: TLSSocket): readonly string[] => [...new Set(socket.getSharedSigalgs())];

const shownOn = (socket: TLSSocket): ShownCertificate | Missed => {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return { kind: 'late' };
  return {
    names: leaf.subjectAltName ?? leaf.subject.replaceAll('\n', ', '),
    ...topOf(leaf),
    from: leaf.validFromDate.toISOString(),
    until: leaf.validToDate.toISOString(),
  };
};

/** Node gives as issuer whatever was sent next, so the signature is looked at. */
const topOf = (leaf: X509Certificate): Pick<ShownCertificate, 'issuer' | 'stranger'> => {
  const seen = new Set<string>();
  let top = leaf;
  for (
    let next = top.issuerCertificate;
    next !== undefined && !seen.has(top.fingerprint256);
    next = top.issuerCertificate
  ) {
    if (!hasSigned(next, top)) return { issuer: commonName(top.issuer), stranger: commonName(next.subject) };
    seen.add(top.fingerprint256);
    top = next;
  }
  return { issuer: commonName(top.issuer), stranger: undefined };
};

const hasSigned = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey);

const commonName = (name: string): string => /^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
