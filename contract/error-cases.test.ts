import { expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';
import { errorCodeOf } from './error-cases.ts';
import { readContract } from './reader.ts';

const own =
  (name: string, of: string) =>
  ({ replace }: BrokenCopy): unknown =>
    replace(
      'contract.yaml',
      '\n# Every day named',
      `  own:\n    ${name}: { of: [${of}], code: x, nl: X., en: X., ground: assumed }\n\n# Every`,
    );

test.each([
  ['a rule', own('mandate', 'rules.sch#bevoegd-gezag-gemachtigd'), undefined],
  ['a kind of constraint', own('length', "'*/maxLength'"), undefined],
  ['content that cannot be read', own('packing', 'content#zip, content#crc'), undefined],
  [
    'a rule that is none',
    own('mandate', 'rules.sch#bevoegd-gezag-gemachtig'),
    '292: errorCodes.own.mandate is of "rules.sch#bevoegd-gezag-gemachtig", which is no constraint of the contract, did you mean "rules.sch#bevoegd-gezag-gemachtigd"?',
  ],
  [
    'a kind that is none',
    own('length', "'*/longest'"),
    '292: errorCodes.own.length is of "*/longest", which is no constraint of the contract; name a constraint, with * for any text, or content#zip',
  ],
  [
    'the name of an occasion',
    own('rule', "'*/maxLength'"),
    '292: errorCodes.own.rule has the name of an occasion; give it another one',
  ],
])('a case of the interface is of %s', (_, damage, sentence) => {
  expect(complaint('contract/2020-01', damage)).toBe(
    sentence === undefined ? 'no complaint' : `contract.yaml:${sentence}`,
  );
});

test('what a case of the interface names has its code, and all else that of its occasion', () => {
  const { errorCodes } = readContract('contract/2020-01');
  const { rule } = errorCodes;
  const ownErrors = [
    { ...rule, name: 'mandate', of: ['rules.sch#mandate'], code: 'M' },
    { ...rule, name: 'any', of: ['*/maxLength', 'content#z*'], code: 'A' },
  ];
  const told = (kind: 'schema' | 'content' | 'rule', id?: string, fault?: string): string =>
    errorCodeOf({ errorCodes, ownErrors }, { case: kind, id, fault }).code;

  expect([
    told('rule', 'rules.sch#mandate'),
    told('rule', 'rules.sch#mandates'),
    told('schema', 'a.xsd#Dossier/Titel/maxLength'),
    told('content', undefined, 'content#zip'),
    told('content', undefined, 'content#crc'),
  ]).toEqual(['M', 'regel-overtreden', 'A', 'A', 'inhoud-ongeldig']);
});
