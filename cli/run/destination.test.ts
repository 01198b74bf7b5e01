import { describe, expect, test } from 'vitest';
import type { HostSeen } from '#endpoint/probe/resolve-host';
import type { Profile } from '#profiles/profile';
import { Refusal } from '#profiles/refusal';
import { demandDestination } from './destination.ts';

interface Given {
  readonly url?: string;
  readonly phase?: Profile['phase'];
  readonly production?: readonly string[];
  readonly testHosts?: readonly string[];
  readonly proxy?: Profile['proxy'];
  readonly names?: Readonly<Record<string, readonly string[] | 'late'>>;
}

/** What comes of a profile: the remark or the refusal in English, and the names that were looked up. */
const demanding = async ({ url = 'https://eto.example/x', phase = 1, names = {}, ...given }: Given) => {
  const { production = ['https://drop.example/'], testHosts = [], proxy } = given;
  const place = { file: 'p.yaml', line: 4 };
  const profile = { endpoint: { kind: 'url', url, place, variable: undefined }, guard: { production, testHosts } };
  const asked: string[] = [];
  const resolve = (host: string): Promise<HostSeen> => {
    asked.push(host);
    const addresses = names[host] ?? (/^[\d.]+$|:/.test(host) ? [host] : undefined);
    if (addresses === 'late') return Promise.resolve({ kind: 'late' });
    return Promise.resolve(addresses ? { kind: 'found', addresses } : { kind: 'failed', code: 'ENOTFOUND' });
  };
  try {
    const remark = await demandDestination({ ...profile, phase, proxy } as Profile, resolve);
    return { remark: remark?.en, asked };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.message, nl: error.text.nl, asked };
  }
};

const same = { 'eto.example': ['192.0.2.1', '192.0.2.7'], 'drop.example': ['192.0.2.7'] };
const proxy = { url: 'http://proxy.example:3128', from: 'HTTPS_PROXY', credentials: undefined };

describe('deliveries leave', () => {
  test.each<[string, Given]>([
    ['for this machine', { url: 'http://127.0.0.1:1/' }],
    ['for this machine, which nobody looks up', { url: 'https://localhost:1/', names: { localhost: ['192.0.2.7'] } }],
    ['by a proxy, where the name alone counts', { proxy, names: same }],
  ])('%s', async (_, given) => {
    expect(await demanding(given)).toEqual({ remark: undefined, asked: [] });
  });

  test('for a host whose name says that it is for tests, at another address than those of production', async () => {
    const production = ['https://drop.example/', 'https://localhost:1/', 'https://drop2.example:8443/'];
    const names = { ...same, 'drop.example': ['192.0.2.8'], 'drop2.example': ['2001:db8::1'] };

    expect(await demanding({ production, names })).toEqual({
      remark: undefined,
      asked: ['eto.example', 'drop.example', 'drop2.example'],
    });
  });

  test('for a host that is listed, and that it shares an address is told', async () => {
    expect((await demanding({ testHosts: ['eto.example'], names: same })).remark).toBe(
      'eto.example has the address of drop.example (192.0.2.7), which is production; they may share a gateway',
    );
    const url = 'https://192.0.2.7/';
    expect((await demanding({ url, testHosts: ['192.0.2.7'], names: same })).remark).toContain('may share a gateway');
  });

  test('where the address of production is not to be found, which is told', async () => {
    for (const drop of [{}, { 'drop.example': 'late' as const }])
      expect((await demanding({ names: { 'eto.example': ['192.0.2.1'], ...drop } })).remark).toContain(
        'the address of drop.example (production) is not to be found',
      );
  });

  test('in phase 4 for nowhere, so any host will do', async () => {
    expect(await demanding({ phase: 4, url: 'https://drop.example/' })).toEqual({ remark: undefined, asked: [] });
  });
});

describe('a profile is refused', () => {
  test.each([
    'https://drop2.example/eto',
    'https://192.0.2.7/',
    'https://[2001:db8::7]/',
    'https://0.0.0.0/',
    'https://vm/',
  ])('at %s, of which nothing says that it is for tests', async (url) => {
    const { refused, nl, asked } = await demanding({ url });

    expect(refused).toContain(`p.yaml:4: endpoint.url "${url}": nothing says that this host is for tests`);
    expect(refused).toContain(`DROP_ETO_TESTHOSTS=${new URL(url).hostname.replace(/[[\]]/g, '')}`);
    expect(nl).toContain('niets zegt dat deze host voor tests is');
    expect(asked).toEqual([]);
  });

  test.each([
    ['one of its addresses', same],
    ['its address in IPv6', { 'eto.example': ['2001:db8::7'], 'drop.example': ['192.0.2.7', '2001:db8::7'] }],
    ['its address within IPv6', { 'eto.example': ['::ffff:192.0.2.7'], 'drop.example': ['192.0.2.7'] }],
  ])('at a host with a mark that has %s', async (_, names) => {
    const { refused } = await demanding({ names });

    expect(refused).toContain('p.yaml:4: endpoint.url: eto.example has the address of drop.example');
    expect(refused).toContain('list eto.example in testHosts');
  });

  test('at a host with the very address that is named as production', async () => {
    const production = ['https://a.example/', 'https://192.0.2.7/'];

    expect((await demanding({ production, names: same })).refused).toContain('has the address of 192.0.2.7');
  });
});
