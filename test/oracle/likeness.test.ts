import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { bindingAt } from '#contract/roles/bindings';
import { readContract } from '#contract/reader';
import { deliveredIn } from '#judgement/delivered';
import { createExaminer } from '#endpoint/mock/examine';

const shipped = readContract('contract/2020-01');
const example = readFileSync('contract/2020-01/examples/Melding.xml', 'utf8');

const changed = (element: string): string =>
  example.replace(new RegExp(`(<(?:\\w+:)?${element}>)([^<]*)`), '$1$2 anders');
const rectified = example.replace('<drp:InhoudZip>', '<drp:Rectificeert>gmb-2026-1</drp:Rectificeert><drp:InhoudZip>');

const keyed = (...names: readonly string[]): Contract => ({
  ...shipped,
  duplicate: {
    key: names.map((name) => ({ name, binding: bindingAt(shipped.roles, name) })),
    unless: [{ name: 'rectifies', binding: bindingAt(shipped.roles, 'rectificeert') }],
    ground: 'assumed',
    source: '',
  },
});

const open: { readonly dispose: () => void }[] = [];
afterAll(() => {
  for (const one of open) one.dispose();
});

/** What our endpoint and the judges of recordings each go by. */
const readers = (contract: Contract): readonly ((message: string) => string | undefined)[] => {
  const examiner = createExaminer(contract, 'basic');
  open.push(examiner);
  return [
    (message) => {
      const examined = examiner.examine(Buffer.from(message), { today: '2026-11-30', oin: undefined, mandates: [] });
      return examined.kind === 'delivery' ? examined.judgement.summary.likeness : undefined;
    },
    (message) => deliveredIn(contract, Buffer.from(message))?.likeness,
  ];
};

test.each([
  ['the shipped key', shipped, { Titel: false, Referentienummer: true, Onderwerp: true }],
  ['the reference alone', keyed('referentienummer'), { Titel: true, Referentienummer: false, Onderwerp: true }],
  ['two roles', keyed('referentienummer', 'onderwerp'), { Titel: true, Referentienummer: false, Onderwerp: false }],
  ['the content', keyed('content'), { Titel: true, Referentienummer: true, Onderwerp: true }],
])('by %s deliveries are alike that are equal in all of it', (_, contract, alike) => {
  for (const likeness of readers(contract)) {
    expect(likeness(example)).toBeDefined();
    for (const [element, isAlike] of Object.entries(alike)) {
      expect(changed(element)).not.toBe(example);
      expect([element, likeness(changed(element)) === likeness(example)]).toEqual([element, isAlike]);
    }
    expect(likeness(rectified)).not.toBe(likeness(example));
  }
});

test('our endpoint takes nothing for a duplicate where the key is none', () => {
  const [mock] = readers({ ...shipped, duplicate: undefined });

  expect(mock?.(example)).toBeUndefined();
});
