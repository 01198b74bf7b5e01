import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Inbound } from '#contract/wire/exchange';
import { answeredWith } from '../../test/samples/sent.ts';
import { standingOf } from './standing.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const inbound: Inbound = {
  ...{ connection: 1, peer: '127.0.0.1', target: '/', httpVersion: '1.1', rawHeaders: [], bodyBytes: 1, isCut: false },
  end: { fate: 'answered', reason: '', durationMs: 1 },
};
const faultOn = (text: string) => {
  const content = `<s:Fault><faultcode>s:Client</faultcode><faultstring>${text}</faultstring></s:Fault>`;
  const sent = answeredWith(contract, 'received', { status: 500, content });
  return { ...sent, exchange: { ...sent.exchange, inbound } };
};

test('who is refused with a Fault on its credentials was not heard, and who is refused for what it sent was', () => {
  expect(standingOf(contract, faultOn(`${contract.errorCodes.credentials.code}: geen toegang`))).toBe('stranger');
  expect(standingOf(contract, faultOn('De titel ontbreekt.'))).toBe('heard');
});
