import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering, body, clientOf, closing, failureIn, listen, ok, responseIn, text } from '../test/samples/peer.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('TLS', () => {
  let folder = '';
  let certificate = '';
  let key = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tls-'));
    const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const files = ['-keyout', keyFile, '-out', certificateFile];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject], {
      stdio: 'ignore',
    });
    [key, certificate] = [readFileSync(keyFile, 'utf8'), readFileSync(certificateFile, 'utf8')];
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const listenTls = async (): Promise<number> => {
    const server = createTlsServer({ key, cert: certificate }, (_, response) => response.end('veilig'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return (server.address() as AddressInfo).port;
  };

  test('a certificate under an extra root is trusted', async () => {
    const url = `https://localhost:${String(await listenTls())}/`;

    expect(text(responseIn(await clientOf({ url, tls: { ca: [certificate] } }).send({ body })).body)).toBe('veilig');
  });

  test('an unknown certificate is not, whatever the environment says', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const url = `https://localhost:${String(await listenTls())}/`;

      const { kind, code } = failureIn(await clientOf({ url }).send({ body }));

      expect([kind, code]).toEqual(['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT']);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  test('TLS to a port that speaks plain HTTP is told as such', async () => {
    const { port } = await listen(answering('HTTP/1.1 400 Bad Request\r\n\r\n'));

    expect(failureIn(await clientOf({ url: `https://127.0.0.1:${String(port)}/` }).send({ body })).kind).toBe('tls');
  });

  test('plain HTTP to a port that wants TLS is told as such, though it only hangs up', async () => {
    const url = `http://127.0.0.1:${String(await listenTls())}/`;

    expect(failureIn(await clientOf({ url }).send({ body }))).toMatchObject({ kind: 'tls', code: 'TLS_REQUIRED' });
  });

  test('plain HTTP to a port that answers that it wants TLS is told as such', async () => {
    const page = '<h1>400</h1>The plain HTTP request was sent to HTTPS port';
    const { url } = await listen(answering(ok(page).replace('200 OK', '400 Bad Request')));

    const failure = failureIn(await clientOf({ url }).send({ body }));

    expect(failure.kind).toBe('tls');
    expect(text(failure.received?.body)).toBe(page);
  });
});
