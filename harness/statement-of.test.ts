import { expect, test } from 'vitest';
import { ContractError } from '#contract/folder/contract-error';
import { statementOf } from './statement-of.ts';

test('a contract folder that is wrong blocks, told in each language where there are two', () => {
  const place = { file: 'rules.sch', line: 7 };

  expect(statementOf(new ContractError(place, { nl: 'regel r mist', en: 'rule r is missing' }))).toEqual({
    as: 'blocked',
    reason: {
      nl: 'De contractmap klopt niet: rules.sch:7: regel r mist',
      en: 'The contract folder is wrong: rules.sch:7: rule r is missing',
    },
  });
});
