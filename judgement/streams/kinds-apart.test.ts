import { expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { repliesOf } from '../../test/samples/replies.ts';
import type { Sent } from '../case.ts';
import { opinionsHere } from '../request-opinion.ts';
import { kindsApart } from './kinds-apart.ts';

const shipped = readContract('contract/2020-01');
const contract: Contract = {
  ...shipped,
  ownErrors: [{ ...shipped.errorCodes.rule, name: 'mandate', of: ['rules.sch#mandate'], code: 'geen-machtiging' }],
};
const { fault } = repliesOf(contract);

const refused = (rule: string, code: string): readonly Sent[] => {
  const parts = `<detail><d:Fout><d:Code>${code}</d:Code><d:Omschrijving>o</d:Omschrijving></d:Fout></detail>`;
  const sent = { ...fault('s:Client', { parts })('violation'), constraint: `rules.sch#${rule}` };
  return [sent, sent, sent];
};

const judged = (...sent: readonly Sent[]) => {
  const around = { contract, phase: 1, opinionOf: opinionsHere(contract) };
  const marks = sent.flatMap((one, index) => {
    const value = kindsApart.look(one, around);
    return value === undefined ? [] : [{ exchange: String(index), value }];
  });
  return kindsApart.decide(marks).judgement;
};

test('a case of the interface is told by its code, beside that of rules', () => {
  expect(judged(...refused('mandate', 'geen-machtiging'), ...refused('other', 'regel-overtreden')).kind).toBe(
    'conforms',
  );
  expect(judged(...refused('mandate', 'eigen'), ...refused('other', 'regel')).kind).toBe('conforms');
});

test('the code of rules for a case of the interface is that of another', () => {
  expect(judged(...refused('mandate', 'regel-overtreden'), ...refused('other', 'regel-overtreden'))).toMatchObject({
    deviation: {
      actual: {
        en: 'regel-overtreden for an error of errorCodes.own.mandate; in the contract that code stands under errorCodes.rule',
      },
    },
  });
});

test('a code that the contract lacks, for a rule and for a case of the interface, tells the two not apart', () => {
  expect(judged(...refused('mandate', 'fout'), ...refused('other', 'fout'))).toMatchObject({
    deviation: { actual: { en: 'fout for an error against a rule and for an error of errorCodes.own.mandate' } },
  });
});
