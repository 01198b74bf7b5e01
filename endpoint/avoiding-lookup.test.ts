import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import type { HostSeen } from './probe/resolve-host.ts';
import { seeAddresses } from './shared-address.ts';

const failed: HostSeen = { kind: 'failed', code: 'ENOTFOUND' };
const found = (...addresses: readonly string[]): HostSeen => ({ kind: 'found', addresses });
const resolver = (names: Readonly<Record<string, HostSeen>>) => (host: string) =>
  Promise.resolve(names[host] ?? failed);

describe('a host shares an address', () => {
  test.each([
    ['one of several', found('192.0.2.1', '192.0.2.7'), found('192.0.2.8', '192.0.2.7'), '192.0.2.7'],
    ['one in IPv6', found('2001:db8::7'), found('2001:db8::7'), '2001:db8::7'],
    ['one that is IPv4 within IPv6', found('::ffff:192.0.2.7'), found('192.0.2.7'), '192.0.2.7'],
    ['the same the other way round', found('192.0.2.7'), found('::ffff:c000:207'), '192.0.2.7'],
  ])('where it has %s', async (...[, eto, drop, address]) => {
    const seen = await seeAddresses('eto', ['elders', 'drop'], resolver({ eto, drop }));

    expect(seen).toEqual({ own: eto, shared: { host: 'drop', address }, unseen: ['elders'] });
  });

  test('not where they differ, or nothing is known', async () => {
    const names = { eto: found('192.0.2.1'), drop: found('192.0.2.2'), late: { kind: 'late' } as const };

    expect(await seeAddresses('eto', ['drop', 'late', 'elders'], resolver(names))).toEqual({
      own: names.eto,
      shared: undefined,
      unseen: ['late', 'elders'],
    });
  });
});

describe('a client that avoids hosts', () => {
  let reached = 0;
  const server = createServer((_, response) => {
    reached += 1;
    response.setHeader('connection', 'close').end('ja');
  });
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => server.close());

  /** Sends once for each round of names, which the resolver gives at that moment. */
  const sending = async (...rounds: readonly Readonly<Record<string, HostSeen>>[]): Promise<readonly string[]> => {
    let now = rounds[0] ?? {};
    const client = createClient({
      url: `http://eto.example:${String(port)}/`,
      action: 'urn:Voeg',
      connections: 1,
      avoid: ['drop.example', 'drop2.example'],
      resolve: (host) => resolver(now)(host),
    });
    const outcomes: string[] = [];
    for (const round of rounds) {
      now = round;
      const { outcome } = await client.send({ body: Buffer.from('<a/>') });
      outcomes.push('failure' in outcome ? `${outcome.failure.kind} ${outcome.failure.code}` : 'answered');
    }
    await client.close();
    return outcomes;
  };

  const eto = found('127.0.0.1');

  test('sends where their addresses are others, or are not known', async () => {
    expect(await sending({ 'eto.example': eto, 'drop.example': found('192.0.2.7') })).toEqual(['answered']);
    expect(await sending({ 'eto.example': eto })).toEqual(['answered']);
    expect(reached).toBe(2);
  });

  test('connects to none of their addresses, also when a name comes to lead there after the first answer', async () => {
    const before = reached;
    const drop = { 'drop.example': found('192.0.2.7'), 'drop2.example': found('::ffff:127.0.0.1', '2001:db8::1') };

    expect(await sending({ 'eto.example': eto }, { 'eto.example': eto, ...drop })).toEqual([
      'answered',
      'unreachable AVOIDED_ADDRESS',
    ]);
    expect(await sending({ 'eto.example': found('192.0.2.1', '127.0.0.1'), ...drop })).toEqual([
      'unreachable AVOIDED_ADDRESS',
    ]);
    expect(reached).toBe(before + 1);
  });

  test('tells a name that is not found as such', async () => {
    expect(await sending({})).toEqual(['dns ENOTFOUND']);
    expect(await sending({ 'eto.example': { kind: 'late' } })).toEqual(['dns EAI_AGAIN']);
  });
});
