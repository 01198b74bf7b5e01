import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFaults } from '#contract/wire/certificate-faults';
import { systemClock } from '#endpoint/clock';
import type { Defect } from '#endpoint/mock/parts';
import type { CheckEnded } from '#evidence/event';
import { make, newKey, pemOf } from '../samples/certificates.ts';
import type { Left, Place } from '#defects/place';
import { mockFor, runAt, sharedPki, tlsFor, verdictsAgainst } from './shared.ts';
import { tlsDefects } from '#defects/topics/tls';
import type { Selected } from '#defects/seeded-defect';
import { requirementsThat, wrongIn } from '#defects/verdicts';

const run = { topics: ['tls'], phase: 2 } as const satisfies Selected;

/** How often each verdict was given. */
const verdictsIn = (ended: readonly CheckEnded[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(ended, ({ verdict }) => verdict)].map(([name, all]) => [name, all.length]));

/** The run against a mock with a defect, with what a run connects with changed. */
const runWith = async (
  defects: readonly Defect[],
  selected: Selected,
  change: (place: Place) => Place = (place) => place,
): Promise<Left> => {
  const mock = await mockFor(defects, selected);
  try {
    const tls = await tlsFor(selected.phase === 3 ? 3 : 2);
    return await runAt(change({ url: mock.url, mockControl: mock.controlUrl, tls }), selected);
  } finally {
    await mock.close();
  }
};

describe.each([2, 3] as const)('phase %i at an endpoint without defects', (phase) => {
  test('finds nothing wrong with its TLS, and leaves nothing out', async () => {
    const ended = await verdictsAgainst([], { ...run, phase });

    expect(wrongIn(ended, ['failed', 'broken', 'blocked', 'untested', 'not-applicable'])).toEqual([]);
    expect(requirementsThat(ended, 'passed')).toHaveLength(9 + certificateFaults.length);
  });
});

describe('the key of a certificate', () => {
  test('that whoever connects does not have to have is found missed by its own requirement', async () => {
    // No server can skip that check of TLS; to the client one that does is one to which it has the key.
    const { clients } = await sharedPki();
    const { ended } = await runWith([], run, (place) => ({
      ...place,
      tls: place.tls && { ...place.tls, wrong: { ...place.tls.wrong, 'foreign-key': clients.g1 } },
    }));

    expect(requirementsThat(ended, 'failed')).toEqual(['tls.refuses-foreign-key']);
    expect(wrongIn(ended)).toEqual([]);
  });
});

describe('at an endpoint that is not ours', () => {
  test('TLS 1.3 is a recommendation', async () => {
    const ended = await verdictsAgainst([tlsDefects['speaks-tls-1-2-only']?.defect ?? {}], run, 'endpoint');

    const failed = ended.filter(({ verdict }) => verdict === 'failed');
    expect(failed.map(({ check, level }) => `${check} ${level}`)).toEqual(['tls.accepts-tls-1-3 SHOULD']);
  });
});

describe('a certificate of the server that does not fit fails the check of it, and blocks all others', () => {
  const day = 24 * 60 * 60 * 1000;
  const at = (days: number): string => new Date(systemClock.now() + days * day).toISOString();
  const served = { cert: '', key: '' };
  let root = '';
  let issueFor: (names: readonly string[], to?: string, own?: boolean) => string = () => '';
  beforeAll(async () => {
    const [authority, own] = await Promise.all([newKey(2048), newKey(2048)]);
    const ca = make({
      subject: [['2.5.4.3', 'Stam']],
      key: authority,
      authority: true,
      from: at(-100),
      to: at(100),
    });
    root = ca.pem;
    served.key = pemOf('PRIVATE KEY', own.export({ type: 'pkcs8', format: 'der' }));
    issueFor = (names, to = at(10), isOwn = false) =>
      make({
        subject: [['2.5.4.3', 'Endpoint']],
        key: own,
        ...(isOwn ? {} : { issuer: ca }),
        names: names.map((dNSName) => ({ dNSName })),
        from: at(-20),
        to,
      }).pem;
  });

  const runUnder = async (cert: string): Promise<readonly CheckEnded[]> => {
    const tls = await tlsFor(2, [root]);
    const showing: Defect = { tls: (settings) => ({ ...settings, cert, key: served.key }) };
    const { ended } = await runWith([showing], run, (place) => ({
      ...place,
      url: place.url.replace('127.0.0.1', 'localhost'),
      tls,
    }));
    return ended;
  };

  test.each([
    ['that has expired', () => issueFor(['localhost'], at(-1))],
    ['of another host', () => issueFor(['elders.example'])],
    ['that signed itself', () => issueFor(['localhost'], at(10), true)],
  ])('%s', async (_, certificate) => {
    const ended = await runUnder(certificate());

    expect(requirementsThat(ended, 'failed')).toEqual(['tls.shows-fitting-certificate']);
    expect(verdictsIn(ended)).toEqual({ failed: 1, blocked: ended.length - 1 });
  });

  test('and one that fits does neither', async () => {
    expect(verdictsIn(await runUnder(issueFor(['localhost'])))).toEqual({ passed: 9 + certificateFaults.length });
  });
});

describe('no verdict is false', () => {
  /** Knows a chain again by its leaf, as a server does that keeps it beside the session. */
  const remembering: Defect = {
    tls: (settings) => ({ ...settings, resumes: true }),
    wrap: (handler) => {
      const known = new Map<string, readonly Uint8Array[]>();
      return async (request) => {
        const chain = request.client?.chain ?? [];
        const leaf = Buffer.from(chain[0] ?? []).toString('base64');
        if (chain.length > 1) known.set(leaf, chain);
        const client = request.client && { ...request.client, chain: known.get(leaf) ?? chain };
        return handler({ ...request, client });
      };
    },
  };
  const closing: Defect = {
    wrap: (handler) => async (request) => {
      const response = await handler(request);
      return { ...response, headers: { ...response.headers, connection: 'close' } };
    },
  };

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('where sessions of %s are taken up again', async (version) => {
    const most: Defect = { tls: (settings) => ({ ...settings, maxVersion: version }) };
    const only = ({ requirement }: { readonly requirement: string }): boolean =>
      version === 'TLSv1.3' || requirement !== 'tls.accepts-tls-1-3';
    const { ended, exchanges } = await runWith([remembering, closing, most], { ...run, only });

    expect(wrongIn(ended, ['failed', 'broken', 'blocked'])).toEqual([]);
    expect(exchanges.filter(({ tls }) => tls?.resumed === true).length).toBeGreaterThan(10);
    // A wrong certificate behind a session of a good one would be let in.
    const own = exchanges.filter(({ purpose }) => purpose === 'wrong-certificate');
    expect(own.filter(({ tls }) => tls?.resumed === true)).toEqual([]);
  });

  test('where the certificate of the server is renewed again and again during the run', async () => {
    let renew: () => Promise<void> = () => Promise.resolve();
    let times = 0;
    const renewing: Defect = {
      wrap: (handler) => async (request) => {
        times += 1;
        if (times % 3 === 0) await renew();
        return handler(request);
      },
    };
    const mock = await mockFor([renewing], run);
    renew = mock.renewServerCertificate;
    try {
      const { ended } = await runAt({ url: mock.url, mockControl: mock.controlUrl, tls: await tlsFor(2) }, run);
      expect(wrongIn(ended, ['failed', 'broken', 'blocked'])).toEqual([]);
      expect(times).toBeGreaterThan(30);
    } finally {
      await mock.close();
    }
  });

  const againstTcp = async (talk: (socket: Socket) => void): Promise<readonly CheckEnded[]> => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      talk(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    try {
      const place = { url, mockControl: 'http://127.0.0.1:9/_mock/', tls: await tlsFor(2) };
      return (await runAt(place, { ...run, timeoutMs: 300 })).ended;
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  };

  test('where the handshake hangs: all is blocked', async () => {
    const ended = await againstTcp(() => undefined);

    expect(verdictsIn(ended)).toEqual({ blocked: ended.length });
    expect(ended[0]?.reason?.en).toContain('no answer came in time');
  });

  test('where every connection is reset: all is blocked', async () => {
    const ended = await againstTcp((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });

    expect(verdictsIn(ended)).toEqual({ blocked: ended.length });
  });
});
