import { expect, test } from 'vitest';
import { readContract, readContractIn } from '#contract/reader';
import { createAnswers } from '#endpoint/server/soap/answers';
import { readAnswer } from '#judgement/answer';
import { schemaProblems } from '#judgement/streams/schema-problems';
import { exchangeWith } from '../samples/sent.ts';

const shipped = readContract('contract/2020-01');
const folder = (...lines: readonly string[]) => {
  const text = new TextDecoder().decode(shipped.ownFiles.get('contract.yaml'));
  const changed = text.replace("      first: '10000001'", lines.map((line) => `      ${line}`).join('\n'));
  return readContractIn(new Map([...shipped.ownFiles, ['contract.yaml', Buffer.from(changed)]]));
};
const answered = (body: Uint8Array) =>
  exchangeWith({ outcome: { response: { status: 200, headers: { 'content-type': 'text/xml' }, body } } });

test('our endpoint counts on from the first number of the contract, and the judges hold others against its pattern', () => {
  const contract = folder('first: Z-2026/0000009', "pattern: 'Z-[0-9]{4}/[0-9]{7}'");
  const { delivered, dossierNumber } = createAnswers(contract);
  const numbers = [1, 2, 92].map(dossierNumber);

  expect(numbers).toEqual(['Z-2026/0000009', 'Z-2026/0000010', 'Z-2026/0000100']);
  expect(schemaProblems(contract, delivered('Z-2026/0000010', 'ingepland'))).toEqual([]);
  expect(schemaProblems(contract, delivered('10000010', 'ingepland'))).toEqual([expect.stringContaining('10000010')]);
});

test('a first number that the schema does not take, now or later, is refused', () => {
  expect(() => createAnswers(folder('first: Z-1', "pattern: '[0-9]+'"))).toThrow("can't make a valid");
  expect(() => createAnswers(folder('first: Z-1', 'pattern: Z-[0-9]'))).toThrow("can't make a valid");
});

test('what stands for no number is no number', () => {
  const { delivered } = createAnswers(shipped);
  const said = (contract: typeof shipped, number: string) =>
    readAnswer(contract, answered(delivered(number, 'ingepland'))).kind;

  expect(said(folder("first: '1'", 'none: geen'), 'geen')).toBe('unexpected');
  expect(said(shipped, 'geen')).toBe('accepted');
});
