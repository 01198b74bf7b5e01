import { expect, test } from 'vitest';
import type { InteractionKind } from '../interactions/outline.ts';
import { withinLimits } from './within-limits.ts';

const kept = (limits: { readonly requests?: number; readonly accepted?: number }, ...kinds: InteractionKind[]) =>
  withinLimits(
    limits,
    kinds.map((kind) => ({ kind })),
  ).map(({ kind }) => kind);

test('without limits all of it is there', () => {
  expect(kept({}, 'alive', 'accepted', 'rule', 'duplicate')).toEqual(['alive', 'accepted', 'rule', 'duplicate']);
});

test('one dossier stays free while there is a delivery that is to be refused', () => {
  expect(kept({ accepted: 2 }, 'accepted', 'published', 'rule')).toEqual(['accepted', 'rule']);
  expect(kept({ accepted: 2 }, 'accepted', 'published')).toEqual(['accepted', 'published']);
});

test('where one dossier may be made, what is to be refused is left out', () => {
  expect(kept({ accepted: 1 }, 'alive', 'accepted', 'rule', 'duplicate')).toEqual(['alive', 'accepted']);
  expect(kept({ accepted: 1 }, 'rule', 'schema')).toEqual(['rule', 'schema']);
});

test('a duplicate takes two requests, and a free dossier for its second', () => {
  expect(kept({ requests: 3, accepted: 2 }, 'duplicate', 'accepted')).toEqual(['duplicate']);
  expect(kept({ requests: 1 }, 'duplicate')).toEqual([]);
});
