import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Exchange } from '#contract/wire/exchange';
import type { Forward } from './forward.ts';
import { createPlays } from './plays.ts';
import { likenessOf } from './registry.ts';
import { createMockServer, type MockServer, type MockServerOptions } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const body = readFileSync(join(contract.directory, 'examples/Melding.xml'));

let mock: MockServer | undefined;
afterEach(async () => {
  await mock?.close();
});

const opened = async (options: Partial<MockServerOptions>): Promise<string> => {
  mock = await createMockServer({ contract, username: 'een', ...options });
  return mock.url;
};

const deliver = (url: string, username: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"${contract.service.deliver.action}"`,
      authorization: `Basic ${Buffer.from(`${username}:`).toString('base64')}`,
    },
    body,
  });

/** The notes on what was recorded, with what is asked of each. */
const recorder = () => {
  const kept: Exchange[] = [];
  const record = (exchange: Exchange) => {
    kept.push(exchange);
    return () => undefined;
  };
  return { recording: { record }, notes: () => kept.map(({ inbound }) => inbound?.note) };
};

describe('the service for a receiver', () => {
  test('is at more than one address of a port, with the same bounds', async () => {
    const url = new URL(await opened({ addresses: ['127.0.0.1', '127.0.0.2'] }));

    expect((await deliver(`http://127.0.0.2:${url.port}${url.pathname}`, 'een')).status).toBe(200);
    expect((await deliver(url.href, 'een')).status).toBe(500);
  });

  test.each([{ addresses: ['192.0.2.1'] }, { addresses: ['127.0.0.1', '192.0.2.1'] }])(
    'is refused at an address that this machine does not have, of $addresses',
    async ({ addresses }) => {
      await expect(createMockServer({ contract, username: 'een', addresses })).rejects.toThrow(
        'This machine has no address 192.0.2.1',
      );
    },
  );

  test('tells senders apart by username and by path, and never names who has no access', async () => {
    const { recording, notes } = recorder();
    const url = await opened({ otherUsernames: ['twee'], byPath: true, recording });
    const { origin, pathname } = new URL(url);
    for (const [at, username] of [
      [url, 'een'],
      [url, 'twee'],
      [`${origin}/zaak-a${pathname}`, 'een'],
      [url, 'geheim'],
    ] as const)
      await (await deliver(at, username)).text();

    expect(notes().map((note) => note?.sender)).toEqual(['een', 'twee', 'zaak-a', undefined]);
    expect(notes().map((note) => note?.documentType)).toEqual(['Melding', 'Melding', 'Melding', undefined]);
    expect((await fetch(`${origin}/a/b${pathname}?wsdl`)).status).toBe(404);
  });

  test('tells a username that came without its password, and no other name', async () => {
    const { recording, notes } = recorder();
    const url = await opened({ otherUsernames: ['twee'], password: 'geheim', recording });
    for (const username of ['een', 'twee', 'drie']) await (await deliver(url, username)).text();

    expect(notes().map((note) => [note?.sender, note?.claims])).toEqual([
      [undefined, 'een'],
      [undefined, 'twee'],
      [undefined, undefined],
    ]);
  });

  test('takes nothing of one sender for a duplicate of what another delivered', async () => {
    const { recording, notes } = recorder();
    const url = await opened({ otherUsernames: ['twee'], byPath: true, recording });
    const { origin, pathname } = new URL(url);
    const statuses: number[] = [];
    for (const [at, username] of [
      [url, 'een'],
      [url, 'twee'],
      [`${origin}/zaak-a${pathname}`, 'een'],
      [`${origin}/zaak-b${pathname}`, 'een'],
      [`${origin}/zaak-a${pathname}`, 'een'],
      [url, 'een'],
      [url, 'twee'],
    ] as const)
      statuses.push((await deliver(at, username)).status);

    expect(statuses).toEqual([200, 200, 200, 200, 500, 500, 500]);
    // What it is alike by is the same, whoever sent it.
    expect(new Set(notes().map((note) => note?.likeness))).toEqual(new Set([notes()[0]?.likeness, undefined]));
  });

  test('goes on where an earlier one ended: numbers go up, and what was delivered is known', async () => {
    const first = recorder();
    await (await deliver(await opened({ recording: first.recording }), 'een')).text();
    await mock?.close();
    const likenesses = first.notes().flatMap((note) => likenessOf(note?.sender, note?.likeness) ?? []);

    expect(likenesses).toHaveLength(1);

    const again = await deliver(await opened({ before: { numbers: 1, likenesses } }), 'een');
    expect([again.status, (await again.text()).includes('dossier-dubbel')]).toEqual([500, true]);
    await mock?.close();
    const notTheirs = opened({ before: { numbers: 1, likenesses }, username: 'twee' });
    expect((await deliver(await notTheirs, 'twee')).status).toBe(200);
    await mock?.close();
    const other = await deliver(await opened({ before: { numbers: 41, likenesses: [] } }), 'een');
    expect(await other.text()).toContain('10000042');
  });

  test('hands on what gets in, whatever it is, and nothing of who has no access', async () => {
    const came: string[] = [];
    const forward: Forward = ({ operation, request: { body: bytes } }) => {
      came.push(`${operation} ${String(bytes.length)}`);
      return Promise.resolve({
        response: { status: 202, headers: {}, body: Buffer.from('elders') },
        note: { fate: 'answered' },
      });
    };
    const { recording, notes } = recorder();
    const url = await opened({ forward, recording });
    const post = async (bytes: Uint8Array, username = 'een'): Promise<string> => {
      const authorization = `Basic ${Buffer.from(`${username}:`).toString('base64')}`;
      const response = await fetch(url, { method: 'POST', headers: { authorization }, body: new Uint8Array(bytes) });
      return response.text();
    };

    expect((await deliver(url, 'een')).status).toBe(202);
    expect([await post(Buffer.from('<x>')), (await post(body, 'ander')).includes('toegang')]).toEqual(['elders', true]);
    expect((await fetch(`${url}?wsdl`)).status).toBe(200);
    expect(came).toEqual([`delivery ${String(body.length)}`, 'unknown 3']);
    expect(notes().map((note) => [note?.documentType, note?.forwarded?.fate])).toEqual([
      ['Melding', 'answered'],
      [undefined, 'answered'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('hands on no message without the token that gives access', async () => {
    const forward: Forward = () => Promise.reject(new Error('it was handed on'));
    const url = await opened({ forward, carrier: 'wsse' });
    const answers = [await deliver(url, 'een'), await fetch(url, { method: 'POST', body: '<x>' })];

    expect(answers.map(({ status }) => status)).toEqual([500, 415]);
  });

  test.each([
    ['https://drop.voorbeeld.nl', 'https://drop.voorbeeld.nl/DossierService.svc'],
    ['https://drop.voorbeeld.nl/3pas/test', 'https://drop.voorbeeld.nl/3pas/test'],
  ])('is called %s in its WSDL when that is its public address', async (publicUrl, address) => {
    const text = await (await fetch(`${await opened({ publicUrl })}?wsdl`)).text();

    expect(text).toContain(`location="${address}"`);
    expect(text).toContain(`"${address}?xsd=`);
  });

  test('shows what it keeps on a port of its own when one is asked for, and answers there what it is given to', async () => {
    const control = (request: { readonly target: string }) =>
      Promise.resolve(
        request.target === '/_mock/iets' ? { status: 200, headers: {}, body: Buffer.from('iets') } : undefined,
      );
    const url = await opened({ controlPort: 0, control });
    const page = mock?.controlUrl ?? '';

    expect(new URL(page).port).not.toBe(new URL(url).port);
    expect((await fetch(new URL('/_mock/', url))).status).toBe(404);
    expect((await fetch(page)).status).toBe(200);
    expect(await (await fetch(`${page}iets`)).text()).toBe('iets');
  });

  test.each([
    ['fault', 500, 'Server</faultcode>'],
    ['refusal', 500, 'Client</faultcode>'],
    ['error', 500, 'Dit antwoord is gespeeld.'],
    ['retry-after', 503, 'Dit antwoord is gespeeld.'],
  ] as const)('plays %s in place of its own answer, and keeps nothing then', async (answer, status, text) => {
    const { recording, notes } = recorder();
    const plays = createPlays([{ delivery: 1, answer, seconds: 7 }]);
    const url = await opened({ plays, recording });
    const played = await deliver(url, 'een');

    expect([played.status, (await played.text()).includes(text)]).toEqual([status, true]);
    expect(played.headers.get('retry-after')).toBe(answer === 'retry-after' ? '7' : null);
    expect((await deliver(url, 'een')).status).toBe(200);
    expect(notes().map((note) => [note?.sender, note?.documentType, note?.played])).toEqual([
      ['een', 'Melding', answer],
      ['een', 'Melding', undefined],
    ]);
  });

  test('handles what gets no answer, and what is answered late is not waited for once it is closed', async () => {
    const { recording, notes } = recorder();
    const script = [
      { delivery: 1, answer: 'lost-answer', seconds: 1 },
      { delivery: 3, answer: 'slow', seconds: 600 },
    ] as const;
    const plays = createPlays(script);
    const slow = Promise.withResolvers<undefined>();
    const take = (): ReturnType<typeof plays.take> => {
      const play = plays.take();
      if (play?.answer === 'slow') slow.resolve(undefined);
      return play;
    };
    const url = await opened({ plays: { take }, recording });

    await expect(deliver(url, 'een')).rejects.toThrow('fetch failed');
    expect((await deliver(url, 'een')).status).toBe(500);
    const late = expect(deliver(url, 'een')).rejects.toThrow('fetch failed');
    await slow.promise;
    await mock?.close();
    await late;
    expect(notes().map((note) => note?.played)).toEqual(['lost-answer', undefined, 'slow']);
  });
});
