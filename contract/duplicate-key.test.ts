import { expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';
import { readContract } from './reader.ts';

const large = 'contract/2020-01';
const small = 'test/contracts/bouwmelding';
const key =
  (said: string) =>
  ({ replace }: BrokenCopy): unknown =>
    replace('contract.yaml', 'key: [title, medium, content]', `key: ${said}`);

test.each([
  [
    'a key that is a word',
    key('title'),
    '48: service.duplicate.key must be a list of uses and roles, or none; correct it',
  ],
  ['a key of nothing', key('[]'), '48: service.duplicate.key must not be empty; correct it'],
  [
    'a place that is none',
    key('[reference, titell]'),
    '48: service.duplicate.key names "titell", which is no use and no role, did you mean "titel"?',
  ],
  [
    'a place like no other',
    key('[reference, qqqqqqqq]'),
    '48: service.duplicate.key names "qqqqqqqq", which is no use and no role; give a use, or the path of a role',
  ],
  [
    'the files as a role',
    key('[inhoud]'),
    '48: service.duplicate.key names "inhoud", which is zip; name a role that is plain text or date, or content for the files',
  ],
  [
    'a use that nothing is said of',
    ({ replace }: BrokenCopy) => replace('contract.yaml', '  medium: medium\n', ''),
    '48: service.duplicate.key names "medium", and uses.medium is bound to no role; bind it, or take it out here',
  ],
  [
    'whom the certificate stands for',
    (copy: BrokenCopy) => {
      key('[reference, authority]')(copy);
      copy.replace(
        'contract.yaml',
        '  authority: bevoegdGezag\n  authorityKind: bevoegdGezag/soort',
        '  authority: certificate',
      );
    },
    '48: service.duplicate.key names "authority", and uses.authority is certificate, so no message says it; take it out here',
  ],
  [
    'what many deliveries have in common',
    key('[title, medium]'),
    '48: service.duplicate.key names none of reference, content and notice, so all that this suite sends of one title would be one delivery; name one of these, or make the key none',
  ],
  ['a key of one use', key('[reference]'), undefined],
  ['the role of a use', key('[referentienummer, publicatiedatum]'), undefined],
  ['no key', key('none'), undefined],
])('%s', (_, damage, sentence) => {
  expect(complaint(large, damage)).toBe(sentence === undefined ? 'no complaint' : `contract.yaml:${sentence}`);
});

test('without a word of it title, medium and content make a duplicate, as far as they are bound', () => {
  const { duplicate } = readContract(small);

  expect(duplicate?.key.map(({ name, binding }) => [name, binding?.path])).toEqual([
    ['title', 'titel'],
    ['content', undefined],
  ]);
  expect(duplicate).toMatchObject({ unless: [], ground: 'assumed' });
});
