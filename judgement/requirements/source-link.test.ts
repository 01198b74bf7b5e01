import { expect, test } from 'vitest';
import { requirements } from './registry.ts';
import { linkOf } from './source-link.ts';

test('what rests on public ground can be looked up', () => {
  const all = [...requirements].filter(([, { ground }]) => ground === 'public');

  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(([, { source }]) => linkOf(source) === undefined).map(([id]) => id)).toEqual([]);
});

test('the document that is cited first counts', () => {
  expect(linkOf('WS-I Basic Profile 1.1, R1008; XML 1.0, section 4.1')).toMatch(/BasicProfile/);
  expect(linkOf('Namespaces in XML 1.0, section 3: a prefix is only a stand-in')).toMatch(/xml-names/);
  expect(linkOf('')).toBeUndefined();
});
