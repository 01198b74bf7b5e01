import { expect, test } from 'vitest';
import type { Event } from '#evidence/event';
import type { Leaving } from '#evidence/leaving';
import { anExchange } from '../test/samples/run.ts';
import { dossierFold } from './dossiers.ts';

const reference = (number: number): string => `3PASTEST-r1-${String(number).padStart(12, '0')}`;

const leaving = (number: number): Leaving => ({
  type: 'leaving',
  at: number,
  reference: reference(number),
  documentType: 'Melding',
});

const ended = (number: number, change: Partial<ReturnType<typeof anExchange>>): Event =>
  anExchange({ reference: reference(number), startedAt: number, ...change });

const lost = { answer: 'none', soap: undefined, mayBeDossier: true } as const;

const madeOf = (...events: readonly Event[]) => {
  const fold = dossierFold();
  for (const event of events) fold.add(event);
  return fold.result().map(({ number = 'perhaps', reference: under, at }) => [number, under?.slice(-1), at]);
};

test('a delivery of which nothing tells that it made no dossier is perhaps one, by its reference', () => {
  expect(
    madeOf(
      ...[leaving(1), ended(1, { dossierNumber: 'D1' })],
      ...[leaving(2), ended(2, lost)],
      ...[leaving(3), ended(3, { answer: 'fault' })],
      anExchange({ ...lost, startedAt: 4 }),
    ),
  ).toEqual([
    ['D1', '1', 1],
    ['perhaps', '2', 2],
    ['perhaps', undefined, 4],
  ]);
});

test('so is one that had left when the run was killed', () => {
  expect(madeOf(leaving(1), leaving(2), leaving(3), ended(2, { answer: 'fault' }))).toEqual([
    ['perhaps', '1', 1],
    ['perhaps', '3', 3],
  ]);
});

test('the same delivery offered several times is one, under its number where one came', () => {
  expect(madeOf(ended(1, lost), ended(1, lost), ended(2, lost), ended(2, { dossierNumber: 'D2' }))).toEqual([
    ['D2', '2', 2],
    ['perhaps', '1', 1],
  ]);
});

test('a connection test is no delivery, and leaves one that is under way as it is', () => {
  expect(madeOf({ ...leaving(1), reference: undefined }, anExchange({ purpose: 'alive', answer: 'alive' }))).toEqual([
    ['perhaps', undefined, 1],
  ]);
});

test("a vendor's own delivery is one where it left for an endpoint, and none at a server of ours", () => {
  const own = { purpose: 'received', reference: undefined } as const;
  const away = { ...leaving(1), reference: 'Z-1' };

  expect(madeOf(away)).toEqual([['perhaps', '1', 1]]);
  expect(madeOf(away, ended(1, { ...own, reference: 'Z-1', dossierNumber: 'D1' }))).toEqual([['D1', '1', 1]]);
  expect(madeOf(away, ended(1, { ...own, reference: 'Z-1', ...lost }))).toEqual([['perhaps', '1', 1]]);
  expect(madeOf(away, ended(1, { ...own, reference: 'Z-1', answer: 'fault' }))).toEqual([]);
  expect(madeOf(ended(1, { ...own, dossierNumber: 'D1' }))).toEqual([]);
});
