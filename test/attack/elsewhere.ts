import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import forge from 'node-forge';
import { systemClock } from '#endpoint/clock';

/** Hosts of others that live on loopback: whoever comes through the proxy reaches one endpoint, whatever name it asked for. */
export interface Elsewhere {
  /** Address of the proxy, for HTTPS_PROXY. */
  readonly proxy: string;
  /** The root of the endpoint's certificate, PEM. */
  readonly root: string;
  /** Bodies of deliveries that arrived since the last call. */
  readonly arrived: () => readonly string[];
  readonly close: () => Promise<void>;
}

const namespace = 'http://schemas.koopwrp.nl/2020/01/drp/api/';
const envelope = (inner: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`;

/** Opens the endpoint, which takes every delivery, and the proxy to it; `names` stand in its certificate. */
export const openElsewhere = async (names: readonly string[]): Promise<Elsewhere> => {
  const { cert, key } = certificateFor(names);
  let bodies: string[] = [];
  const endpoint = createHttps({ cert, key }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const isDelivery = body.includes('Dossier');
      if (isDelivery) bodies.push(body);
      const number = `${String(systemClock.now())}${String(bodies.length)}`;
      response.setHeader('content-type', 'text/xml; charset=utf-8');
      response.end(envelope(isDelivery ? accepted(number) : `<r:IsAliveResponse xmlns:r="${namespace}"/>`));
    });
  });
  const port = await listening(endpoint);
  const proxy = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      const onward = connect(port, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
  });
  return {
    proxy: `http://127.0.0.1:${String(await listening(proxy))}`,
    root: cert,
    arrived: () => {
      const all = bodies;
      bodies = [];
      return all;
    },
    close: async () => {
      endpoint.closeAllConnections();
      await Promise.all([closed(endpoint), closed(proxy)]);
    },
  };
};

const accepted = (number: string): string =>
  `<r:VoegDossierToeEnPubliceerResponse xmlns:r="${namespace}"><r:Dossiernummer>${number}</r:Dossiernummer><r:Status>klaargezet</r:Status></r:VoegDossierToeEnPubliceerResponse>`;

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => {
      done();
    });
  });

/** A certificate that signed itself, for these names. */
const certificateFor = (names: readonly string[]): { readonly cert: string; readonly key: string } => {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048);
  const cert = forge.pki.createCertificate();
  const subject = [{ name: 'commonName', value: names[0] ?? 'elders' }];
  cert.publicKey = publicKey;
  cert.serialNumber = '01';
  cert.validity.notBefore = new Date(systemClock.now() - 86_400_000);
  cert.validity.notAfter = new Date(systemClock.now() + 86_400_000);
  cert.setSubject(subject);
  cert.setIssuer(subject);
  cert.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
  ]);
  cert.sign(privateKey, forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(cert), key: forge.pki.privateKeyToPem(privateKey) };
};
