import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { receiverActor } from '#contract/wire/receiver-actor';
import { exchangeWith, sentWith } from '../../../test/samples/sent.ts';
import { opinionsHere } from '../../request-opinion.ts';
import { seenDelivery } from './seen-delivery.ts';

const contract = readContract(resolve(import.meta.dirname, '../../../contract/2020-01'));
const body = readFileSync(join(contract.directory, 'examples/Melding.xml'));

test.each([
  ['HTTP 200 with a page', { kind: 'unexpected', http: 200, reason: { nl: '', en: '' } }, undefined],
  ['a redirect', { kind: 'http-error', http: 302 }, undefined],
  ['HTTP 404', { kind: 'http-error', http: 404 }, undefined],
  ['HTTP 400', { kind: 'http-error', http: 400 }, 'refused'],
  ['HTTP 503', { kind: 'http-error', http: 503 }, 'failed'],
] as const)('%s is to its sender as one that %s', (_, answer, came) => {
  const { request } = exchangeWith();
  const sent = sentWith('received', answer, { request: { ...request, body } });

  expect(seenDelivery(sent, { opinionOf: opinionsHere(contract) })?.came).toBe(came);
});

test.each([
  ['Client', undefined, 'refused'],
  ['Client', receiverActor, undefined],
  ['Server', receiverActor, 'failed'],
])('a Fault %s of %s is to its sender as one that %s', (code, actor, came) => {
  const fault = { code, codeNamespace: '', text: '', actor, hasDetail: false, detail: undefined, parts: [] };
  const { request } = exchangeWith();
  const sent = sentWith(
    'received',
    { kind: 'fault', http: 500, fault, dossierNumber: '' },
    { request: { ...request, body } },
  );

  expect(seenDelivery(sent, { opinionOf: opinionsHere(contract) })?.came).toBe(came);
});
