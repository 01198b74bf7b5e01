import { readFileSync } from 'node:fs';
import { type Agent, request } from 'node:https';
import { join } from 'node:path';
import { type ConnectionOptions, type SecureVersion, TLSSocket } from 'node:tls';
import type { Contract } from '#contract/contract';

/** What a plain client of TLS sends. */
export interface Sending {
  readonly url: string;
  /** Roots that it trusts, its certificate and key, and what else it makes of TLS. */
  readonly tls: ConnectionOptions;
  readonly version?: SecureVersion | undefined;
  readonly action?: string;
  /** A GET without one. */
  readonly body?: Uint8Array | string | undefined;
  /** Keeps connections; each request has one of its own unless said. */
  readonly agent?: Agent;
}

/** What came back: an answer, or the code of what broke. */
export interface Heard {
  readonly status: number | undefined;
  readonly text: string;
  readonly failure: string | undefined;
  readonly protocol: string | null | undefined;
  readonly isReused: boolean;
  /** The session that the server offers for later. */
  readonly session: Buffer | undefined;
  readonly serverFingerprint: string | undefined;
}

/** Sends one request with the library of Node, and nothing of ours. */
export const say = ({ url, tls, version, action = '', body, agent }: Sending): Promise<Heard> =>
  new Promise((resolve) => {
    let session: Buffer | undefined;
    let socket: TLSSocket | undefined;
    const done = (more: Partial<Heard>): void => {
      resolve({
        status: undefined,
        text: '',
        failure: undefined,
        session,
        protocol: socket?.getProtocol(),
        isReused: socket?.isSessionReused() === true,
        serverFingerprint: fingerprintOn(socket),
        ...more,
      });
    };
    const bounds = version === undefined ? {} : { minVersion: version, maxVersion: version };
    const sent = request(url, {
      ...tls,
      ...bounds,
      agent: agent ?? false,
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` },
    });
    sent.on('socket', (one) => {
      if (one instanceof TLSSocket) socket = one;
      one.on('session', (offered: Buffer) => (session = offered));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      done({ failure: error.message });
    });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.end(body);
  });

/** Of the server; Node answers null where a handshake came to nothing, though its types do not say so. */
const fingerprintOn = (socket: TLSSocket | undefined): string | undefined => {
  const certificate: { readonly fingerprint256?: string } | null | undefined = socket?.getPeerCertificate();
  return certificate?.fingerprint256;
};

/** A valid delivery for a body (bevoegd gezag). */
export const deliveryOf = ({ directory, service }: Contract, authority = 'Woerden') => ({
  action: service.deliver.action,
  body: readFileSync(join(directory, 'examples/Melding.xml'), 'utf8').replace('>Woerden<', `>${authority}<`),
});

/** The connection test. */
export const aliveOf = ({ service }: Contract) => ({
  action: service.alive?.action ?? '',
  body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><IsAlive xmlns="${service.alive?.request.namespace ?? ''}"/></s:Body></s:Envelope>`,
});
