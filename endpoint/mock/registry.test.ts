import { expect, test } from 'vitest';
import { createRegistry, type ReceivedDelivery, type Registry } from './registry.ts';

type Entry = Parameters<Registry['add']>[0];

const entry = (outcome: ReceivedDelivery['outcome'], reference = 'r'): Entry => ({
  at: '2026-01-01T00:00:00.000Z',
  bytes: 1,
  outcome,
  httpStatus: 200,
  sender: undefined,
  dossierNumber: outcome === 'accepted' ? '1' : undefined,
  status: outcome === 'accepted' ? 'gepubliceerd' : undefined,
  code: undefined,
  text: undefined,
  documentType: undefined,
  reference,
  title: undefined,
  authority: undefined,
  medium: undefined,
  publicationDate: undefined,
  warnings: [],
  files: [],
});

const nothing = { request: new Uint8Array(), files: [] };
const bounds = { entries: 10, entryBytes: 1_000_000, bytes: 10_000, likenesses: 3 };

const idsIn = (registry: Registry): readonly number[] => registry.list().map(({ id }) => id);

test('what was refused makes way before what was accepted', () => {
  const registry = createRegistry(bounds);
  for (let count = 0; count < 5; count += 1) registry.add(entry('accepted', `kept-${String(count)}`), nothing);
  for (let count = 0; count < 1000; count += 1) registry.add(entry('refused'), nothing);

  expect(registry.kept().map(({ reference }) => reference)).toEqual(['kept-0', 'kept-1', 'kept-2', 'kept-3', 'kept-4']);
  expect(idsIn(registry)).toEqual([1, 2, 3, 4, 5, 1001, 1002, 1003, 1004, 1005]);
  expect(registry.counts()).toEqual({ received: 1005, accepted: 5, refused: 1000 });
});

test('of what was accepted the oldest makes way', () => {
  const registry = createRegistry(bounds);
  for (let count = 0; count < 25; count += 1) registry.add(entry('accepted'), nothing);

  expect(idsIn(registry)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
});

test('entries have a bound in bytes too, whatever is long in them', () => {
  const registry = createRegistry({ ...bounds, entries: 10_000, entryBytes: 100_000 });
  for (let count = 0; count < 1000; count += 1) registry.add(entry('refused', 'x'.repeat(1000)), nothing);

  expect(JSON.stringify(registry.list()).length).toBeLessThan(100_000);
  expect(idsIn(registry).at(-1)).toBe(1000);
});

test('bytes of messages make way for newer ones, their names counted', () => {
  const registry = createRegistry(bounds);
  registry.add(entry('accepted'), { request: new Uint8Array(5000), files: [] });
  registry.add(entry('accepted'), {
    request: new Uint8Array(1),
    files: [{ name: 'n'.repeat(4000), bytes: new Uint8Array() }],
  });

  expect([registry.stored(1), registry.stored(2)?.request.length]).toEqual([undefined, 1]);
  expect(registry.list().map(({ stored }) => stored)).toEqual([false, true]);
});

test('a message that is larger than all that is kept is not kept', () => {
  const registry = createRegistry(bounds);
  registry.add(entry('accepted'), { request: new Uint8Array(100), files: [] });
  registry.add(entry('accepted'), { request: new Uint8Array(20_000), files: [] });

  expect([registry.stored(1)?.request.length, registry.stored(2)]).toEqual([100, undefined]);
});

test('a dossier is known again when its entry is gone, the latest of so many', () => {
  const registry = createRegistry(bounds);
  for (const likeness of ['a', 'b', 'c', 'd']) registry.remember(likeness);
  for (let count = 0; count < 100; count += 1) registry.add(entry('accepted'), nothing);

  expect(['a', 'b', 'c', 'd', undefined].map(registry.isDuplicate)).toEqual([false, true, true, true, false]);
});
