import { expect, test } from 'vitest';
import { ContractError } from '#contract/folder/contract-error';
import { ofFolder } from './unusable.ts';

const scratch = '/tmp/3pas-init-x';

test('of a file that nobody has it is said what to do about the WSDL', () => {
  const place = { file: 'contract.yaml', line: 36 };
  const error = new ContractError(
    place,
    'uses.title is bound to "x", which is no role; give the path of a role, or none',
  );

  expect(ofFolder(error, scratch, 'mine')).toMatchObject({
    message: expect.stringMatching(
      /^no folder that works can be made of this WSDL: uses\.title is bound to "x", which is no role; nothing was written\. Correct the WSDL /,
    ) as string,
  });
});

test('what is wrong in the WSDL stays as it is', () => {
  const error = new ContractError({ file: '/tmp/dienst.wsdl', line: 9 }, "Lever can't be taken; see in the schema");

  expect(ofFolder(error, scratch, 'mine')).toBe(error);
});
