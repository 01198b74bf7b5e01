import { expect, test } from 'vitest';
import { contractFilesIn, contractText } from './contract-file.ts';

const bytes = (...all: readonly number[]) => Uint8Array.from(all);

test('the files of a contract come back to the byte', () => {
  const files = new Map([
    ['contract.yaml', bytes(0xef, 0xbb, 0xbf, 10)],
    ['map/ä\u2028.xsd', bytes(0, 255)],
  ]);

  expect(contractFilesIn(contractText(files) ?? '')).toEqual(files);
});

test('a contract that takes too much is left out', () => {
  expect(contractText(new Map([['groot.xsd', new Uint8Array(9 * 1024 * 1024)]]))).toBeUndefined();
  expect(contractText(new Map(Array.from({ length: 501 }, (_, index) => [String(index), bytes()])))).toBeUndefined();
});

test.each([
  ['no JSON', '{"name"\n'],
  ['a file that is there twice', '{"name":"a","base64":""}\n{"name":"a","base64":""}\n'],
  ['a file without a name', '{"name":"","base64":""}\n'],
  ['more than a name and bytes', '{"name":"a","base64":"","run":true}\n'],
  ['too many files', Array.from({ length: 501 }, (_, index) => `{"name":"${String(index)}","base64":""}\n`).join('')],
])('%s is no contract', (_, text) => {
  expect(contractFilesIn(text)).toBeUndefined();
});
