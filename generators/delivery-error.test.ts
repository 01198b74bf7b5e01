import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { Unbreakable, demandedTwice, generatedWrong } from './delivery-error.ts';

const read = readContract('test/contracts/bouwmelding');
const [constraint] = read.constraints.filter(({ kind }) => kind === 'rule');
const contract = {
  ...read,
  faces: undefined,
  needed: [
    {
      path: 'adres',
      rule: 'adres-verplicht',
      condition: { path: 'soort', values: ['sloop'], isNot: false },
      place: { file: 'description.csv', line: 3 },
    },
  ],
};
const failure = (rule: string, besides: readonly string[]): Unbreakable =>
  new Unbreakable(`rules.sch#${rule}`, 'not broken by itself', { forbidden: undefined, besides });

test('a row that demands at times what a rule demands too is told with both places', () => {
  const besides = [constraint?.id ?? ''];
  expect(demandedTwice(contract, failure('adres-verplicht', besides))?.message).toMatch(
    /^description\.csv:3: this row demands adres under a condition, and \S+#\S+ \(\S+:\d+\) is always broken with it/,
  );
  expect(demandedTwice(contract, failure('adres-verplicht', []))).toBeUndefined();
  expect(demandedTwice(contract, failure('andere-regel', besides))).toBeUndefined();
});

test('what a contract demands together and nothing keeps is told of the contract, and is our bug in one of ours', () => {
  const finding = {
    constraint: constraint?.id ?? '',
    severity: 'error',
    ground: 'assumed',
    path: '/Melding/Adres',
    line: 1,
    text: { nl: 'Te lang.', en: 'Too long.' },
  } as const;
  const wrong = generatedWrong(contract, 'sloop', [finding]);
  expect(wrong.name).toBe('ContractError');
  expect(wrong.message).toMatch(
    /^\S+:\d+: 3pas can make no valid sloop that keeps this.*at \/Melding\/Adres: Too long\./,
  );
  expect(generatedWrong(readContract('contract/2020-01'), 'sloop', [finding]).name).toBe('DeliveryError');
});
