import { execFile, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientName } from '#endpoint/pki/client-certificates';
import { readContract } from '#contract/reader';
import { type MockServer, createMockServer } from '#endpoint/mock/server';
import { aliveOf } from '../../test/samples/sender.ts';
import { listen, ok } from '../../test/samples/peer.ts';
import { doctorOn, fileWith } from '../../test/samples/doctor.ts';
import { type Made, authority, day, leaf, listenTls } from '../../test/samples/tls-server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const areThere = ['curl', 'openssl'].every((name) => spawnSync(name, ['version']).error === undefined);

interface Ended {
  readonly code: number;
  readonly text: string;
}

const started = (program: string, args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(program, args, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
    child.stdin?.end();
  });

/** Exit code of curl for the connection test, and the status that it was answered with. */
const curl = async (url: string, root: string, more: readonly string[] = []): Promise<readonly [number, string]> => {
  const { action, body } = aliveOf(contract);
  const headers = ['-H', `SOAPAction: "${action}"`, '-H', 'Content-Type: text/xml; charset=utf-8'];
  const options = ['-q', '-s', '--noproxy', '*', '--max-time', '10', '-o', '/dev/null', '-w', '%{http_code}'];
  const { code, text } = await started('curl', [...options, '--cacert', root, ...headers, '-d', body, ...more, url]);
  return [code, text];
};

/** The code of the verification by openssl; see its manual of verify. */
const verification = async (url: string, root: string): Promise<number> => {
  const { hostname, port } = new URL(url);
  const connect = ['-connect', `127.0.0.1:${port}`, '-servername', hostname, '-verify_hostname', hostname];
  const { text } = await started('openssl', ['s_client', ...connect, '-CAfile', root, '-no-CApath']);
  return Number(/Verify return code: (\d+)/.exec(text)?.[1]);
};

describe.skipIf(!areThere)('curl and openssl come to the same with the same files', () => {
  let root: Made;
  let middle: Made;
  let rootFile = '';
  let mock: MockServer;
  let plain: MockServer;

  beforeAll(async () => {
    root = await authority('TEST root');
    middle = await authority('TEST tussen', root);
    rootFile = fileWith(root.pem, 'root.pem');
    mock = await createMockServer({ contract, tls: {} });
    plain = await createMockServer({ contract, username: 'proefaansluiting' });
  });
  afterAll(async () => {
    await Promise.all([mock.close(), plain.close()]);
  });

  /** The doctor and curl on one address. */
  const onBoth = async (url: string) => {
    const [found, [code]] = await Promise.all([
      doctorOn({ profile: { endpoint: { url }, limits: {}, serverRoots: [rootFile] } }),
      curl(url, rootFile),
    ]);
    return [found.id, code];
  };

  const serverAt = async (options: TlsOptions): Promise<string> =>
    `https://localhost:${String(await listenTls(options))}/`;

  test('on a host that does not exist', async () => {
    const [id, code] = await onBoth('https://eto.invalid/');

    expect(code).toBe(6);
    expect(['host-unknown', 'dns-silent']).toContain(id);
  });

  test('on a port where nothing listens', async () => {
    expect(await onBoth('https://127.0.0.1:9/')).toEqual(['port-refused', 7]);
  });

  test('on a port without TLS', async () => {
    const { port } = await listen((socket) => socket.on('data', () => socket.end(ok('hallo'))));

    expect(await onBoth(`https://127.0.0.1:${String(port)}/`)).toEqual(['tls-not-spoken', 35]);
  });

  test('on TLS 1.1', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

    expect(await onBoth(await serverAt({ ...(await leaf(root)), ...old }))).toEqual(['tls-version', 35]);
  });

  const withRoot = async (): Promise<TlsOptions> => {
    const other = await authority('TEST andere root');
    const { cert, key } = await leaf(other);
    return { cert: cert + other.pem, key };
  };

  test.each([
    ['signed itself', () => leaf(undefined), 'server-self-signed', [18]],
    ['has another root', withRoot, 'server-root-unknown', [19]],
    ['lacks its intermediate', () => leaf(middle), 'server-chain-incomplete', [20, 21]],
    ['has expired', () => leaf(root, { from: -3 * day, until: -day }), 'server-expired', [10]],
    ['is not yet valid', () => leaf(root, { from: day, until: 2 * day }), 'server-not-yet-valid', [9]],
    ['is of another host', () => leaf(root, { name: 'drop.example' }), 'server-name', [62]],
  ] as const)('on a server certificate that %s', async (...[, make, id, codes]) => {
    const url = await serverAt(await make());

    expect(await onBoth(url)).toEqual([id, 60]);
    expect(codes).toContain(await verification(url, rootFile));
  });

  test.each([
    ['g1', undefined, '200'],
    ['wrong-root', 'certificate-forbidden', '403'],
    ['missing-intermediate', 'certificate-forbidden', '403'],
    ['revoked-by-crl', 'certificate-forbidden', '403'],
  ] as const)('on the client certificate %s', async (...[name, id, status]) => {
    const { cert, key } = clientOf(name);
    const [file, roots] = [fileWith(cert + key, 'client.pem'), fileWith(mock.tls?.serverRoots.join('') ?? '')];
    const profile = { phase: 3, endpoint: { url: mock.url }, certificate: { file }, serverRoots: [roots] };

    const found = await doctorOn({ profile: { ...profile, credentials: undefined } });

    expect([found.id, await curl(mock.url, roots, ['--cert', file])]).toEqual([id, [0, status]]);
  });

  const clientOf = (name: ClientName) => mock.tls?.clients[name] ?? { cert: '', key: '' };

  test('on a wrong username', async () => {
    const found = await doctorOn({ profile: { endpoint: { url: plain.url } }, environment: { PROEF_NAAM: 'iemand' } });

    expect([found.id, await curl(plain.url, rootFile, ['-u', 'iemand:x'])]).toEqual([
      'credentials-refused',
      [0, '401'],
    ]);
  });
});
