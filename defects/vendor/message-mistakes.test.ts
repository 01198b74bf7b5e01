import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { opinionsHere } from '#judgement/request-opinion';
import { message, type MessageRequirement } from '#judgement/requirements/message';
import { streamJudges } from '#judgement/streams/registry';
import { sentWith } from '../../test/samples/sent.ts';
import { messageMistakes } from './message-mistakes.ts';
import { bytesOf, rightMessage, type VendorMessage } from './vendor-message.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const opinionOf = opinionsHere(contract);
const ids = Object.keys(message) as MessageRequirement[];
const startedAt = Date.parse('2026-11-29T12:00:00Z');

/** The requirements that a message breaks. */
const brokenBy = (one: VendorMessage): readonly MessageRequirement[] => {
  const request = { method: 'POST', url: 'https://localhost/', headers: one.headers, body: bytesOf(one) };
  const sent = sentWith('received', { kind: 'alive', http: 200 }, { request, startedAt });
  return ids.filter((id) => {
    const { look, decide } = streamJudges[id];
    const value = look(sent, { contract, phase: 1, opinionOf });
    return value !== undefined && decide([{ exchange: '1', value }]).judgement.kind === 'deviates';
  });
};

test.each(contract.documentTypes.map(({ name }) => name))('an example of %s breaks nothing', (documentType) => {
  expect(brokenBy(rightMessage(contract, documentType))).toEqual([]);
});

test.each(Object.entries(messageMistakes))(
  '%s is found by its own requirement alone',
  (_, { foundBy, follows, make }) => {
    expect([...brokenBy(make(rightMessage(contract, 'Melding')))].sort()).toEqual([foundBy, ...(follows ?? [])].sort());
  },
);
