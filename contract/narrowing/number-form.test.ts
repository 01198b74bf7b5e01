import { expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../../test/samples/broken-copy.ts';

const numbers =
  (...lines: readonly string[]) =>
  ({ replace }: BrokenCopy): unknown =>
    replace('contract.yaml', "      first: '10000001'", lines.map((line) => `      ${line}`).join('\n'));

test.each([
  [
    'a first number that can not count on',
    'contract/2020-01',
    numbers('first: eerste'),
    'contract.yaml:34: service.answer.numbers.first "eerste" has no digit, so no other number can follow it; give one that has',
  ],
  [
    'a number that is none',
    'contract/2020-01',
    numbers("first: '0'", "none: '0'"),
    'contract.yaml:35: "0" is a number and none in service.answer.numbers; give each its own text',
  ],
  [
    'a pattern that is none',
    'contract/2020-01',
    numbers("first: '1'", "pattern: '[0-9'"),
    'contract.yaml:35: "[0-9" is no regular expression of XSD; mend it',
  ],
  [
    'a pattern at a place that is computed',
    'contract/2020-01',
    ({ replace }: BrokenCopy) => {
      replace('contract.yaml', 'dossierNumber: drp:Dossiernummer', 'dossierNumber: string(drp:Dossiernummer)');
      return numbers("first: '1'", "pattern: '[0-9]+'")({ replace } as BrokenCopy);
    },
    'contract.yaml:35: service.answer.numbers.pattern can\'t hold at "string(drp:Dossiernummer)", which is no plain path of names; put the pattern in the schema',
  ],
  [
    'a pattern of an attribute',
    'test/contracts/bouwmelding',
    ({ replace }: BrokenCopy) =>
      replace(
        'contract.yaml',
        "    dossierNumber: '@nummer'\n",
        "    dossierNumber: '@nummer'\n    numbers: { first: B1, pattern: 'B[0-9]+', ground: assumed }\n",
      ),
    'no complaint',
  ],
])('%s', (...[, folder, damage, sentence]) => {
  expect(complaint(folder, damage)).toBe(sentence);
});
