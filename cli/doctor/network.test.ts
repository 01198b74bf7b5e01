import { beforeAll, describe, expect, test } from 'vitest';
import type { TlsOptions } from 'node:tls';
import { listen, ok } from '../../test/samples/peer.ts';
import { reachPort } from '#endpoint/probe/reach-port';
import { handshakeCause, hostCause, portCause } from './network-causes.ts';
import { doctorOn, fileWith } from '../../test/samples/doctor.ts';
import { type Made, authority, day, leaf, listenTls, now } from '../../test/samples/tls-server.ts';

let root: Made;
let middle: Made;

beforeAll(async () => {
  root = await authority('TEST root');
  middle = await authority('TEST tussen', root);
});

const profileAt = (url: string) => ({ endpoint: { url }, limits: {}, serverRoots: [fileWith(root.pem, 'root.pem')] });

/** What the doctor says of a server with these options, of which the client trusts the root. */
const onServer = async (options: TlsOptions) =>
  doctorOn({ profile: profileAt(`https://localhost:${String(await listenTls(options))}/`) });

describe('what stands between us and a server is named, with exit code 3', () => {
  test('a host name that does not exist', async () => {
    const found = await doctorOn({ profile: profileAt('https://eto.invalid/') });

    expect(found).toMatchObject({ code: 3, steps: { dns: 'cause', tcp: 'not-done' } });
    expect(['host-unknown', 'dns-silent']).toContain(found.id);
    expect(found.said).toContain('eto.invalid');
    expect(found.said).toContain('DNS');
  });

  test('a port where nothing listens', async () => {
    const found = await doctorOn({ profile: profileAt('https://127.0.0.1:9/') });

    expect(found).toMatchObject({ id: 'port-refused', code: 3, steps: { tcp: 'cause', tls: 'not-done' } });
    expect(found.said).toContain('127.0.0.1:9');
  });

  test('a port that speaks plain HTTP', async () => {
    const { port } = await listen((socket) => socket.on('data', () => socket.end(ok('hallo'))));

    const found = await doctorOn({ profile: profileAt(`https://127.0.0.1:${String(port)}/`) });

    expect(found).toMatchObject({ id: 'tls-not-spoken', code: 3, steps: { tls: 'cause' } });
    expect(found.said).toContain('https://');
  });

  test('a port that takes the connection and says nothing', async () => {
    const { port } = await listen(() => undefined);

    const found = await doctorOn({ profile: profileAt(`https://127.0.0.1:${String(port)}/`) });

    expect(found).toMatchObject({ id: 'tls-silent', steps: { tls: 'cause' } });
  });

  test('a port that drips bytes', async () => {
    const { port } = await listen((socket) => {
      const timer = setInterval(() => socket.write(Buffer.from([22])), 50);
      socket.on('close', () => {
        clearInterval(timer);
      });
    });

    const found = await doctorOn({ profile: profileAt(`https://127.0.0.1:${String(port)}/`) });

    expect(found.code).toBe(3);
    expect(found.steps).toMatchObject({ tls: 'cause' });
  });

  test('a port that hangs up in the handshake', async () => {
    const { port } = await listen((socket) => socket.once('data', () => socket.destroy()));

    const found = await doctorOn({ profile: profileAt(`https://127.0.0.1:${String(port)}/`) });

    expect(found).toMatchObject({ id: 'tls-closed', steps: { tls: 'cause' } });
  });

  test('a server of TLS 1.1', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

    const found = await onServer({ ...(await leaf(root)), ...old });

    expect(found).toMatchObject({ id: 'tls-version', steps: { tls: 'cause', 'server-chain': 'not-done' } });
    expect(found.said).toContain('TLS 1.2');
  });

  test('a server without a cipher in common', async () => {
    const odd = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-GCM-SHA384' } as const;

    expect(await onServer({ ...(await leaf(root)), ...odd })).toMatchObject({
      id: 'tls-cipher',
      steps: { tls: 'cause' },
    });
  });

  test('a certificate that signed itself', async () => {
    const found = await onServer(await leaf(undefined));

    expect(found).toMatchObject({ id: 'server-self-signed', steps: { tls: 'well', 'server-chain': 'cause' } });
    expect(found.remedy?.en).toContain('serverRoots');
  });

  test('a root that is not known', async () => {
    const other = await authority('TEST andere root');
    const { cert, key } = await leaf(other);

    const found = await onServer({ cert: cert + other.pem, key });

    expect(found).toMatchObject({ id: 'server-root-unknown', steps: { 'server-chain': 'cause' } });
    expect(found.said).toContain('TEST andere root');
  });

  test('an intermediate that is not sent', async () => {
    const found = await onServer(await leaf(middle));

    expect(found.id).toBe('server-chain-incomplete');
    expect(found.said).toContain('TEST tussen');
  });

  test.each(['TEST tussen', 'TEST ander'])('another intermediate that is sent in its place: %s', async (name) => {
    const { cert, key } = await leaf(middle);
    const other = await authority(name, root);

    const found = await onServer({ cert: cert + other.pem, key });

    expect(found).toMatchObject({ id: 'server-intermediate-wrong', steps: { 'server-chain': 'cause' } });
    expect(found.said).toContain(`"${name}"`);
    expect(found.remedy?.en).toContain('"TEST tussen"');
  });

  test.each(['Zscaler Root CA', 'FortiGate CA', 'Bedrijf B.V. TLS Inspection CA'])(
    'a proxy that opens TLS under %s',
    async (name) => {
      const proxy = await authority(name);
      const { cert, key } = await leaf(proxy);

      const found = await onServer({ cert: cert + proxy.pem, key });

      expect(found).toMatchObject({ id: 'proxy-intercepts', code: 3, steps: { 'server-chain': 'cause' } });
      expect(found.said).toContain(name);
    },
  );

  test('a certificate that has expired', async () => {
    const found = await onServer(await leaf(root, { from: -3 * day, until: -day }));

    expect(found).toMatchObject({ id: 'server-expired', steps: { 'server-chain': 'cause' } });
    expect(found.said).toContain(new Date(now - day).toISOString().slice(0, 10));
  });

  test('a certificate that is not yet valid, where our clock may be behind', async () => {
    const found = await onServer(await leaf(root, { from: day, until: 2 * day }));

    expect(found.id).toBe('server-not-yet-valid');
    expect(found.remedy?.en).toContain('clock');
  });

  test('a certificate of another host', async () => {
    const found = await onServer(await leaf(root, { name: 'drop.example' }));

    expect(found).toMatchObject({ id: 'server-name', steps: { 'server-chain': 'well', 'host-name': 'cause' } });
    expect(found.said).toContain('DNS:drop.example');
  });

  test('http:// to a port that wants TLS', async () => {
    const port = await listenTls(await leaf(root));

    const found = await doctorOn({ profile: profileAt(`http://127.0.0.1:${String(port)}/`) });

    expect(found).toMatchObject({ id: 'tls-required', code: 3 });
    expect(found.said).toContain('http://');
  });
});

describe('what no loopback can do', () => {
  const around = {
    url: new URL('https://drop.example/'),
    proxy: undefined,
    now: new Date(now),
    hasIdentity: false,
    keyType: 'rsa',
  };

  test.each([
    [{ kind: 'late' }, 'port-silent'],
    [{ kind: 'failed', code: 'ETIMEDOUT' }, 'port-silent'],
    [{ kind: 'failed', code: 'EHOSTUNREACH' }, 'host-unreachable'],
    [{ kind: 'failed', code: 'ENETUNREACH' }, 'host-unreachable'],
  ] as const)('a port that gives %j is %s', (seen, id) => {
    expect(portCause(around, seen)?.id).toBe(id);
  });

  test.each([
    [{ kind: 'late' }, 'dns-silent'],
    [{ kind: 'failed', code: 'EAI_AGAIN' }, 'dns-silent'],
    [{ kind: 'failed', code: 'ENOTFOUND' }, 'host-unknown'],
  ] as const)('a host that gives %j is %s', (seen, id) => {
    expect(hostCause(around, seen)?.id).toBe(id);
  });

  test.each([
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', true, 'certificate-refused'],
    ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_EXPIRED', true, 'certificate-refused'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', true, 'certificate-refused'],
    ['ERR_SSL_TLSV1_ALERT_DECRYPT_ERROR', true, 'certificate-refused'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', false, 'certificate-demanded'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', true, 'certificate-not-seen'],
    ['ERR_SSL_CA_MD_TOO_WEAK', false, 'server-certificate-weak'],
    ['CERT_REJECTED', false, 'server-certificate-wrong'],
    ['ERR_SSL_NO_RENEGOTIATION', false, 'tls-failed'],
  ])('a handshake that ends in %s, with a certificate: %s, is %s', (code, hasIdentity, id) => {
    const seen = { kind: 'failed', code, heard: true, schemes: [], shown: undefined } as const;

    expect(handshakeCause({ ...around, hasIdentity }, seen)?.id).toBe(id);
  });

  test.each([
    ['rsa', ['ECDSA+SHA256'], 'certificate-not-sent'],
    ['rsa-pss', ['RSA+SHA256', 'ECDSA+SHA256'], 'certificate-not-sent'],
    ['ec', ['RSA-PSS+SHA256'], 'certificate-not-sent'],
    ['ec, secp256k1', ['ECDSA+SHA256'], 'certificate-not-sent'],
    ['rsa', ['ECDSA+SHA256', 'RSA-PSS+SHA256'], 'tls-cipher'],
    ['rsa', [], 'tls-cipher'],
  ] as const)(
    'under TLS 1.2 a handshake that fails with a key of %s where %j is asked is %s',
    (keyType, schemes, id) => {
      const seen = {
        kind: 'failed',
        code: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
        heard: true,
        schemes,
        shown: undefined,
      } as const;

      expect(handshakeCause({ ...around, hasIdentity: true, keyType }, seen)?.id).toBe(id);
    },
  );

  test('a port that never answers is given up', async () => {
    const seen = await reachPort({ host: '192.0.2.1', port: 443 }, 200);

    expect(seen.kind).not.toBe('open');
  });
});
