import { describe, expect, test } from 'vitest';
import type { Telling } from '../contract.ts';
import { codeOf, meaningOf } from './meaning.ts';
import { tellingOf } from './telling.ts';

const namespaces = { d: 'urn:d', xsi: 'http://www.w3.org/2001/XMLSchema-instance', i: 'urn:i' };

describe('a text of a role', () => {
  const codes = new Map([['6', 'Melding']]);
  const role = { codes, decode: undefined, told: undefined };

  test('means the word of its code, and another text itself', () => {
    expect(['6', ' 6\n', '7', 'Melding'].map((text) => meaningOf(role, text))).toEqual([
      'Melding',
      'Melding',
      '7',
      'Melding',
    ]);
    expect([codeOf(role, 'Melding'), codeOf(role, 'Besluit')]).toEqual(['6', 'Besluit']);
  });

  test('that is the name of a type means its last part', () => {
    const told: Telling = { by: 'type', at: '.' };
    expect(['d:6', '6', 'd:Besluit'].map((text) => meaningOf({ ...role, told }, text))).toEqual([
      'Melding',
      'Melding',
      'Besluit',
    ]);
  });

  test('that is a date means the day, of a moment too', () => {
    const dated = { ...role, decode: 'date' as const };
    expect(['2026-07-01', '2026-06-30T22:30:00Z', 'morgen'].map((text) => meaningOf(dated, text))).toEqual([
      '2026-07-01',
      '2026-07-01',
      'morgen',
    ]);
  });
});

test.each([
  ['local-name()', { by: 'element', at: '.' }],
  ['local-name(d:Bericht/*)', { by: 'element', at: 'd:Bericht/*' }],
  [' local-name( d:*[1] ) ', { by: 'element', at: 'd:*[1]' }],
  ['d:Bericht/@xsi:type', { by: 'type', at: 'd:Bericht' }],
  ['@xsi:type', { by: 'type', at: '.' }],
  ['d:Bericht/@i:type', undefined],
  ['d:Bericht/@type', undefined],
  ['local-name(d:Bericht[d:A])', undefined],
  ['name(d:Bericht/*)', undefined],
  ["concat(local-name(*), '')", undefined],
])('%s tells by %j', (at, told) => {
  expect(tellingOf(at, namespaces)).toEqual(told);
});
