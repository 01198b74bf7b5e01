import { expect, test } from 'vitest';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readContract } from '#contract/reader';
import type { JudgedExchange } from '#harness/judge-recording';
import { anExchange } from '../../test/samples/run.ts';
import { createJudgedRows } from './judged-rows.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const text = { nl: 'x', en: 'x' };
const sentBy = (standing: 'heard' | 'stranger', more: Partial<JudgedExchange> = {}): JudgedExchange => ({
  ...{ event: anExchange(), answer: { kind: 'http-error', http: 401 }, seen: undefined, standing },
  deviations: new Map([['request.quotes-action', { expected: text, actual: text }]]),
  ...more,
});

test('what nobody known sent breaks something until others are heard, and is of no known sender then', () => {
  const rows = createJudgedRows({ bytesOf: () => undefined, levelOf: () => 'MUST', contract });
  const first = () => rows.find(1);
  rows.add(sentBy('stranger', { isUndecided: true }));

  expect(first()?.broken.map(({ id }) => id)).toEqual(['request.quotes-action']);
  expect([first()?.isUndecided, first()?.unjudged]).toEqual([true, undefined]);
  rows.add(sentBy('heard'));
  expect([first()?.broken, first()?.isUndecided]).toEqual([[], false]);
  expect(first()?.unjudged?.en).toContain('of no known sender');
  expect(rows.find(2)?.broken).toHaveLength(1);
});

test('an answer is shown out of the compression that it came in', () => {
  const bytesOf = () => gzipSync('<antwoord/>');
  const rows = createJudgedRows({ bytesOf, levelOf: () => 'MUST', contract });
  const kept = { pack: 1, member: 0, at: 0, bytes: 1, sha256: '' };
  rows.add(sentBy('heard', { event: anExchange({ response: kept, responseHeaders: { 'content-encoding': 'gzip' } }) }));

  expect(Buffer.from(rows.find(1)?.open()?.response ?? '').toString()).toBe('<antwoord/>');
});
