import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { deliveryOf, say } from '../test/samples/sender.ts';
import { startMock, type MockOptions, type RunningMock } from './mock-process.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));

const withMock = async (options: Partial<MockOptions>, use: (mock: RunningMock) => Promise<void>): Promise<void> => {
  const mock = await startMock({ contract, ...options });
  try {
    await use(mock);
  } finally {
    await mock.stop();
  }
};

test('a mock in a process of its own hands over what its clients need, and renews its certificate', () =>
  withMock({ tls: { accepts: ['g4'] } }, async ({ url, tls, kept, renewServerCertificate }) => {
    const client = { ca: [...(tls?.serverRoots ?? [])], ...tls?.clients.g4 };
    const first = await say({ url, tls: client, ...deliveryOf(contract) });
    await renewServerCertificate();
    const second = await say({ url: `${url}?wsdl`, tls: client });

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.serverFingerprint).not.toBe(first.serverFingerprint);
    expect(await kept()).toHaveLength(1);
    expect(tls?.oin).toMatch(/^00000099\d{12}$/);
  }));

test('over plain HTTP there is nothing to hand over or to renew', () =>
  withMock({ username: 'proefaansluiting' }, async ({ url, controlUrl, tls, renewServerCertificate, counts }) => {
    expect(tls).toBeUndefined();
    expect(new URL(url).origin).toBe(new URL(controlUrl).origin);
    await expect(renewServerCertificate()).rejects.toThrow('no certificate to renew');
    expect(await counts()).toEqual({ received: 0, accepted: 0, refused: 0 });
  }));

test('of equal deliveries at once exactly one is kept', () =>
  withMock({ username: 'proef' }, async ({ url, kept, counts }) => {
    const { action, body } = deliveryOf(contract);
    const authorization = `Basic ${Buffer.from('proef:').toString('base64')}`;
    const headers = { authorization, 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
    const send = async () => (await fetch(url, { method: 'POST', headers, body })).status;
    const statuses = await Promise.all(Array.from({ length: 8 }, send));

    expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 500)]);
    expect(await kept()).toHaveLength(1);
    expect(await counts()).toEqual({ received: 8, accepted: 1, refused: 7 });
  }));

test('a mock that would let in nobody is refused', async () => {
  await expect(startMock({ contract })).rejects.toThrow('The mock has no username');
});
