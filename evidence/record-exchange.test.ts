import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Exchange } from '#contract/wire/exchange';
import type { Answer } from '#judgement/answer';
import { openJournal } from './journal.ts';
import { recordExchange } from './record-exchange.ts';

const check = { key: 'delivery.accepts-valid/Melding', documentType: 'Melding' };
const mebibyte = 1024 * 1024;

/** Records what came of a request of ten bytes, and returns the line in the journal. */
const recorded = (outcome: Exchange['outcome'], answer: Answer = { kind: 'http-error', http: 500 }) => {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  const request = { method: 'POST', url: 'http://127.0.0.1:1/', headers: {}, body: Buffer.alloc(10, 'a') } as const;
  const exchange = { request, outcome, startedAt: 0, durationMs: 1 };
  const one = { purpose: 'valid', exchange, answer } as const;
  const left = recordExchange(openJournal(folder), check, { case: 1, one });
  return { left, line: readFileSync(join(folder, 'journal.ndjson'), 'utf8') };
};

const headers = Object.fromEntries(
  Array.from({ length: 4000 }, (_, index) => [`x-${String(index)}`, '"'.repeat(index === 0 ? 16_000 : 1)]),
);

test('what an answer that broke off had brought lies with the other bytes, and not in the journal', () => {
  const received = { status: 200, headers, body: Buffer.alloc(mebibyte, '<') };
  const failure = { kind: 'too-large', code: 'TOO_LARGE', message: 'te groot '.repeat(100_000), received } as const;

  const { left, line } = recorded({ failure });

  expect(line.length).toBeLessThan(16_000);
  expect(left.response).toMatchObject({ bytes: mebibyte - 10 });
  expect(JSON.parse(line)).toMatchObject({ status: 200, responseBytes: mebibyte, failure: { kind: 'too-large' } });
  expect(JSON.parse(line)).not.toHaveProperty('failure.received');
});

test('an exchange of which not all bytes are kept says so, and one that has all does not', () => {
  const answer = (size: number) => recorded({ response: { status: 200, headers: {}, body: Buffer.alloc(size, 'b') } });

  expect(JSON.parse(answer(mebibyte - 9).line)).toMatchObject({ lacks: true });
  expect(JSON.parse(answer(mebibyte - 10).line)).not.toHaveProperty('lacks');
});

test.each([
  { says: 'nothing', detail: undefined, code: 'Server' },
  { says: 'no code', detail: { code: '', text: '', element: '' }, code: 'Server' },
  { says: 'one', detail: { code: 'E12', text: '', element: '' }, code: 'E12' },
])('a Fault whose detail says $says is told by the code $code', ({ detail, code }) => {
  const fault = { code: 'Server', codeNamespace: '', text: '', hasDetail: true, detail, parts: [] };
  const response = { status: 500, headers: {}, body: Buffer.alloc(0) };

  const { line } = recorded({ response }, { kind: 'fault', http: 500, fault, dossierNumber: '' });

  expect(JSON.parse(line)).toMatchObject({ refusal: { code, element: '' } });
});
