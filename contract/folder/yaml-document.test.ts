import { expect, test } from 'vitest';
import { readYaml } from './yaml-document.ts';

const said = (bytes: Uint8Array): string => {
  try {
    readYaml('contract.yaml', bytes);
    return 'nothing';
  } catch (error) {
    return String(error);
  }
};

test.each([
  ['a NUL byte', Buffer.from('contract: x\ntitle: y\0\n'), '2: a NUL byte stands here; remove it'],
  ['UTF-16', Buffer.from('contract: x\n', 'utf16le'), '1: the file is UTF-16; save it as UTF-8'],
  ['UTF-16 with its mark', Buffer.from('\uFEFFcontract: x\n', 'utf16le'), '1: the file is UTF-16; save it as UTF-8'],
  ['Windows-1252', Buffer.from('contract: x\ntitle: é\n', 'latin1'), '2: the file is not UTF-8; save it as UTF-8'],
])('%s is refused with its line', (_, bytes, expected) => {
  expect(said(bytes)).toBe(`ContractError: contract.yaml:${expected}`);
});
