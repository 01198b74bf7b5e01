import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { type TlsOptions, createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CertificateFault } from '#contract/wire/certificate-faults';
import { readContract } from '#contract/reader';
import { plainText } from '#endpoint/server/http-message';
import type { Defect } from '#endpoint/mock/parts';
import { type MockServer, createMockServer } from '#endpoint/mock/server';
import { openServerIssuer } from '#endpoint/pki/server-certificate';
import { systemClock } from '#endpoint/clock';
import { closing } from '../../test/samples/peer.ts';
import { doctorOn, fileWith } from '../../test/samples/doctor.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const minute = 60_000;

/** What the mock under TLS answers instead, for one test. */
let instead: { readonly status: number; readonly text: string; readonly least?: number } | undefined;

/** Methods and actions of what came in. */
const heard: string[] = [];

const answering: Defect = {
  wrap: (handler) => async (request) => {
    heard.push(`${request.method} ${request.headers['soapaction'] ?? ''}`);
    return instead !== undefined && request.body.length >= (instead.least ?? 0)
      ? plainText(instead.status, instead.text)
      : handler(request);
  },
};

/** That of KOOP: one of the test series does not do in production. */
const oin = '00000001002220647000';

let secure: MockServer;

beforeAll(async () => {
  secure = await createMockServer({ contract, tls: { oin }, defects: [answering] });
});
afterAll(() => secure.close());

/** A profile of phase 3 for the mock under TLS, with one of its certificates. */
const withCertificate = (
  name: CertificateFault | 'koop' | 'g1' | 'g4',
  more: Readonly<Record<string, unknown>> = {},
) => {
  const { cert, key } = secure.tls?.clients[name] ?? { cert: '', key: '' };
  return {
    ...{ phase: 3, credentials: undefined, endpoint: { url: secure.url } },
    certificate: { file: fileWith(cert + key, `${name}.pem`) },
    serverRoots: [fileWith(secure.tls?.serverRoots.join('') ?? '', 'root.pem')],
    ...more,
  };
};

const whileAnswering = async <Value>(
  answer: NonNullable<typeof instead>,
  then: () => Promise<Value>,
): Promise<Value> => {
  instead = answer;
  try {
    return await then();
  } finally {
    instead = undefined;
  }
};

describe('a client certificate', () => {
  test('that says of itself that it is a TRIAL is named as what it is, also where it is let in', async () => {
    const { id, said } = await doctorOn({ profile: withCertificate('g4') });

    expect({ id, said }).toEqual({
      id: 'certificate-unfit-but-taken',
      said: expect.stringContaining('het is een TRIAL-certificaat van PKIoverheid') as string,
    });
  });

  test('that is good lets all steps be well', async () => {
    const { id, code, steps } = await doctorOn({ profile: withCertificate('g1') });

    expect({ id, code }).toEqual({ id: undefined, code: 0 });
    expect(steps).toMatchObject({
      tls: 'well',
      'host-name': 'well',
      'client-certificate': 'well',
      wsdl: 'well',
      alive: 'well',
    });
  });

  test.each([
    ['expired', 'certificate-unfit', 'certificate.within-validity'],
    ['not-yet-valid', 'certificate-unfit', 'certificate.within-validity'],
    ['self-signed', 'certificate-unfit', 'certificate.'],
    ['wrong-key-usage', 'certificate-unfit', 'certificate.signs'],
    ['no-client-auth', 'certificate-unfit', 'certificate.for-clients'],
    ['no-oin', 'certificate-unfit', 'certificate.oin'],
    ['oin-of-19-digits', 'certificate-unfit', 'certificate.oin'],
    ['oin-in-wrong-field', 'certificate-unfit', 'certificate.oin-in-serial-number'],
    ['wrong-root', 'certificate-forbidden', '403'],
    ['missing-intermediate', 'certificate-forbidden', '403'],
    ['revoked-by-crl', 'certificate-forbidden', 'ingetrokken'],
    ['revoked-by-ocsp', 'certificate-forbidden', 'ingetrokken'],
  ] as const)('that is %s is named as %s', async (fault, id, says) => {
    const found = await doctorOn({ profile: withCertificate(fault) });

    expect(found).toMatchObject({
      id,
      code: 3,
      steps: { tls: 'well', 'client-certificate': 'cause', alive: 'not-done' },
    });
    expect(found.said).toContain(says);
    expect(found.said).not.toContain('PRIVATE KEY');
  });

  test('that has expired, and is taken all the same, is named as a finding that blocks no run', async () => {
    const answer = { status: 200, text: 'welkom' };

    const found = await whileAnswering(answer, () => doctorOn({ profile: withCertificate('expired') }));

    expect(found).toMatchObject({ id: 'certificate-unfit-but-taken', code: 3 });
    expect(found.said).toContain('certificate.within-validity');
  });

  test('that the profile has not, where the endpoint demands one', async () => {
    const serverRoots = [fileWith(secure.tls?.serverRoots.join('') ?? '')];

    const found = await doctorOn({ profile: { endpoint: { url: secure.url }, serverRoots } });

    expect(found).toMatchObject({ id: 'certificate-demanded', code: 3 });
    expect(found.remedy?.en).toContain('phase 2, 3 or 4');
  });

  test('whose renegotiation can not hold the body is no fault of the delivery', async () => {
    const answer = { status: 413, text: 'Request Entity Too Large' };

    const found = await whileAnswering(answer, () => doctorOn({ profile: withCertificate('g1') }));

    expect(found).toMatchObject({ id: 'too-large-at-renegotiation', code: 3 });
    expect(found.said).toContain('uploadReadAheadSize');
  });

  test('an answer to a delivery that is none of the contract may have made a dossier', async () => {
    const answer = { status: 200, text: '<welkom/>', least: 1000 };

    const found = await whileAnswering(answer, () => doctorOn({ profile: withCertificate('g1'), deliver: true }));

    expect(found).toMatchObject({ id: 'delivery-answered-otherwise', steps: { alive: 'well', delivery: 'cause' } });
    expect(found.said).toContain('a dossier may have been made');
  });

  test('whose renegotiation can not hold the body of a delivery is told at that', async () => {
    const answer = { status: 413, text: 'Request Entity Too Large', least: 1000 };

    const found = await whileAnswering(answer, () => doctorOn({ profile: withCertificate('g1'), deliver: true }));

    expect(found).toMatchObject({ id: 'too-large-at-renegotiation', steps: { alive: 'well', delivery: 'cause' } });
  });
});

/** Of a profile: a server that asks for a certificate and lets none of ours in, and its root. */
const demanding = async (options: TlsOptions) => {
  const issuer = await openServerIssuer(systemClock.now());
  const own = await issuer.issue(systemClock.now());
  const server = createServer({ ...own, ca: [issuer.root], requestCert: true, rejectUnauthorized: true, ...options });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { endpoint: { url: `https://127.0.0.1:${String(port)}/` }, serverRoots: [fileWith(issuer.root)] };
};

describe('a server that keeps to certificates itself', () => {
  test('a root of the server that the profile does not name', async () => {
    const found = await doctorOn({ profile: withCertificate('g1', { serverRoots: [] }) });

    expect(['server-root-unknown', 'server-chain-incomplete']).toContain(found.id);
    expect(found.steps).toMatchObject({ 'server-chain': 'cause' });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a client certificate that it refuses with a reset over %s',
    async (maxVersion) => {
      const found = await doctorOn({ profile: withCertificate('g1', await demanding({ maxVersion })) });

      expect(found).toMatchObject({
        ...{ id: 'certificate-perhaps-refused', code: 3 },
        steps: { 'server-chain': 'well', 'client-certificate': 'cause' },
      });
    },
  );

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a client certificate that is never sent over %s, since its key signs in no way that the server takes',
    async (maxVersion) => {
      const asked = { maxVersion, sigalgs: 'ecdsa_secp256r1_sha256' };

      const found = await doctorOn({ profile: withCertificate('g1', await demanding(asked)) });

      expect(found).toMatchObject({ id: 'certificate-not-sent', code: 3, steps: { 'client-certificate': 'cause' } });
      expect(found.said).toContain('ECDSA+SHA256');
      expect(found.remedy?.en).toContain('rsa_pss_rsae_sha256');
    },
  );

  test('production gets IsAlive and nothing else', async () => {
    heard.length = 0;

    const { id, steps } = await doctorOn({ profile: withCertificate('g1', { phase: 4, bevoegdGezag: undefined }) });

    expect({ id, wsdl: steps['wsdl'], alive: steps['alive'] }).toEqual({
      ...{ id: undefined, wsdl: 'not-applicable', alive: 'well' },
    });
    expect(heard).toEqual([`POST "${contract.service.alive?.action ?? ''}"`]);
  });
});

describe('credentials', () => {
  const password = 'geheim-van-de-proef';
  const open = async (options: Partial<Parameters<typeof createMockServer>[0]> = {}): Promise<MockServer> => {
    const mock = await createMockServer({ contract, username: 'proefaansluiting', password, ...options });
    closing.push(() => mock.close());
    return mock;
  };

  test('that are good let all steps be well', async () => {
    const { url } = await open();

    const { id, steps } = await doctorOn({ profile: { endpoint: { url } } });

    expect(id).toBeUndefined();
    expect(steps).toMatchObject({ tls: 'not-applicable', clock: 'well', credentials: 'well', wsdl: 'well' });
  });

  test.each([
    ['a wrong username', { PROEF_NAAM: 'iemand-anders' }, {}, 'credentials-refused'],
    ['a wrong password', { PROEF_WACHTWOORD: 'niet-het-goede' }, {}, 'credentials-refused'],
    ['no password', { PROEF_WACHTWOORD: undefined }, {}, 'credentials-refused'],
    [
      'another carrier',
      {},
      { credentials: { carrier: 'header', username: { env: 'PROEF_NAAM' } } },
      'credentials-refused',
    ],
    ['no credentials', {}, { credentials: undefined }, 'credentials-missing'],
  ])('%s is named', async (...[, environment, changes, id]) => {
    const { url } = await open();

    const found = await doctorOn({ profile: { endpoint: { url }, ...changes }, environment });

    expect(found).toMatchObject({ id, code: 3, steps: { credentials: 'cause', alive: 'not-done' } });
    expect(found.said).toContain('HTTP 401');
    expect(found.said).not.toMatch(/iemand-anders|niet-het-goede|geheim-van/);
  });

  test('a wrong password in the envelope is named from the Fault', async () => {
    const { url } = await open({ carrier: 'wsse' });
    const credentials = { carrier: 'wsse', username: { env: 'PROEF_NAAM' }, password: { env: 'PROEF_WACHTWOORD' } };

    const found = await doctorOn({
      profile: { endpoint: { url }, credentials },
      environment: { PROEF_WACHTWOORD: 'niet-het-goede' },
    });

    expect(found).toMatchObject({ id: 'credentials-refused', steps: { credentials: 'cause' } });
    expect(found.said).toContain('Fault');
  });

  test.each([
    ['behind', -90 * minute, 'clock-behind', '1 h 30 min'],
    ['ahead', 25 * 60 * minute, 'clock-ahead', '1 d 1 h'],
  ])('a clock that is %s is told before all that hangs on it', async (...[, ahead, id, says]) => {
    const { url } = await open();

    const found = await doctorOn({ profile: { endpoint: { url } }, ahead, environment: { PROEF_NAAM: 'iemand' } });

    expect(found).toMatchObject({ id, code: 3, steps: { clock: 'cause', credentials: 'not-done' } });
    expect(found.said).toContain(says);
  });

  test('a clock that is two minutes off is a remark', async () => {
    const { url } = await open();

    expect((await doctorOn({ profile: { endpoint: { url } }, ahead: 2 * minute })).steps).toMatchObject({
      clock: 'warning',
      alive: 'well',
    });
  });

  test('a delivery is prepared when it is asked for, and only then', async () => {
    const mock = await open();
    const profile = { endpoint: { url: mock.url } };

    const without = await doctorOn({ profile });
    const before = mock.registry.kept().length;
    const found = await doctorOn({ profile, deliver: true });

    expect([without.id, before, found.id]).toEqual([undefined, 0, undefined]);
    expect(mock.registry.kept().map(({ status }) => status)).toEqual(['klaargezet']);
  });

  test('a delivery for a body that the endpoint does not know us for is told as such', async () => {
    const mock = await open({ mandates: [{ kind: 'gemeente', name: 'Utrecht' }] });

    const found = await doctorOn({ profile: { endpoint: { url: mock.url } }, deliver: true });

    expect(found).toMatchObject({ id: 'delivery-refused', code: 3, steps: { alive: 'well', delivery: 'cause' } });
  });
});
