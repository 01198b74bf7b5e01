import 'reflect-metadata';
import { SubjectAlternativeNameExtension } from '@peculiar/x509';
import type { AddressInfo, Socket } from 'node:net';
import { type TlsOptions, createServer } from 'node:tls';
import { systemClock } from '#endpoint/clock';
import { type Authority, authorityExtensions, issue, selfIssue } from '#endpoint/pki/authority';
import { ecKey, secretPem, signer } from '#endpoint/pki/keys';
import { closing } from './peer.ts';

/** Milliseconds. */
export const day = 24 * 60 * 60 * 1000;
/** When these tests began. */
export const now = systemClock.now();

/** A CA that can sign, and its certificate. */
export interface Made extends Authority {
  readonly pem: string;
}

/** A CA, under another one or by itself. */
export const authority = async (name: string, above?: Authority): Promise<Made> => {
  const pair = await ecKey();
  const own = await signer(pair, 'ecdsa-sha256');
  const issued = {
    subject: [{ CN: [{ utf8String: name }] }],
    open: pair.open,
    period: { from: now - 100 * day, until: now + 100 * day },
    extensions: authorityExtensions([], undefined),
  };
  const certificate = await (above === undefined ? selfIssue(own, issued) : issue(above, issued));
  return { certificate, signer: own, revocation: undefined, pem: `${certificate.toString('pem')}\n` };
};

interface LeafPlan {
  readonly name?: string;
  readonly from?: number;
  readonly until?: number;
}

/** A server certificate with its key. */
export const leaf = async (
  by: Authority | undefined,
  { name = 'localhost', from = -day, until = day }: LeafPlan = {},
) => {
  const pair = await ecKey();
  const issued = {
    subject: [{ CN: [{ utf8String: name }] }],
    open: pair.open,
    period: { from: now + from, until: now + until },
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  };
  const certificate = await (by === undefined
    ? selfIssue(await signer(pair, 'ecdsa-sha256'), issued)
    : issue(by, issued));
  return { cert: `${certificate.toString('pem')}\n`, key: secretPem(pair) };
};

/** A server under TLS that answers nothing but the handshake. */
export const listenTls = async (options: TlsOptions): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer(options).on('tlsClientError', () => undefined);
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
};
