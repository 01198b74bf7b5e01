import { afterAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { exchangeWith } from '../test/samples/sent.ts';
import { askedOpinions } from './asked-opinions.ts';
import type { Opinion } from './finding.ts';
import { type OpinionOf, opinionsHere } from './request-opinion.ts';
import { messageOfSeconds, sampleMessage } from '../test/samples/delivery.ts';

const contract = readContract('contract/2020-01');
const opinions = askedOpinions(contract, { deadlineMs: 1000 });
afterAll(() => opinions.close());

const startedAt = Date.parse('2026-11-23T10:00:00Z');

const sentWithBody = (body: Uint8Array) => ({
  exchange: exchangeWith({ startedAt, request: { method: 'POST', url: 'http://localhost/', headers: {}, body } }),
});

const good = sentWithBody(sampleMessage());
const bad = sentWithBody(Buffer.from('<verzoek/>'));
const slow = sentWithBody(messageOfSeconds());

describe('the opinion on a request', () => {
  test('has the findings of the oracle, alike in this process and out of it', async () => {
    const here = opinionsHere(contract);
    const told = [good, bad].map((sent) => here(sent));

    expect(told).toMatchObject([
      { verdict: 'valid', findings: [] },
      { verdict: 'invalid', findings: [{ constraint: 'soap#envelope' }] },
    ]);
    expect(await opinions.supply((of) => [good, bad].map((sent) => of(sent)))).toEqual(told);
  });

  test('is formed once, and only where a judge asks for it', async () => {
    const seen: Opinion[] = [];
    const asking = (of: OpinionOf): number => seen.push(of(good));
    await opinions.supply(asking);
    await opinions.supply(asking);

    expect(await opinions.supply(() => 'asks nothing')).toBe('asks nothing');
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
  });

  test('is not waited for without end, and the next is formed', async () => {
    expect(await opinions.supply((of) => of(slow))).toBeUndefined();
    expect(await opinions.supply((of) => of(good).verdict)).toBe('valid');
  });

  test('leaves errors of a judge what they are', async () => {
    const judge = (): never => {
      throw new RangeError('a bug');
    };

    await expect(opinions.supply(judge)).rejects.toThrow(RangeError);
  });
});
