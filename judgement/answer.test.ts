import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Contract, FailureFlag } from '#contract/contract';
import { answeredWith } from '../test/samples/sent.ts';
import { type Answer, refusalIn } from './answer.ts';
import { isRefusal } from './judges/outcome.ts';

const shipped = readContract('contract/2020-01');

const saying = (flag: FailureFlag | undefined, element?: string): Contract => {
  const { service } = shipped;
  const failure = { flag, code: 'drp:Foutcode', text: 'drp:Fouttekst', element };
  return { ...shipped, service: { ...service, answer: { ...service.answer, failure } } };
};

const answerOf = (contract: Contract, content: string, status = 200): Answer =>
  answeredWith(contract, 'valid', {
    status,
    content: `<d:VoegDossierToeEnPubliceerResponse>${content}</d:VoegDossierToeEnPubliceerResponse>`,
  }).answer;

const leaf = (name: string, text: string): string => `<d:${name}>${text}</d:${name}>`;
const error = leaf('Foutcode', 'F1') + leaf('Fouttekst', 'Het mag niet.') + leaf('Foutelement', 'Titel');
const number = leaf('Dossiernummer', 'D1') + leaf('Status', 'gepubliceerd');
const byFlag = saying({ at: 'drp:Gelukt', failed: ['false'], succeeded: ['true'] }, 'drp:Foutelement');
const byStatus = saying({ at: 'drp:Status', failed: ['afgewezen'], succeeded: [] });

const byCode = saying({ at: 'drp:Foutcode', failed: [], succeeded: ['0', 'OK'] });
const byAnyOther = saying({ at: 'drp:Status', failed: [], succeeded: [] });
const codeOnly = (code: string): string => leaf('Foutcode', code) + leaf('Fouttekst', 'Het mag niet.');

describe('a response refuses', () => {
  test.each([
    ['by a flag', byFlag, leaf('Gelukt', 'false') + error],
    ['by a flag that is written otherwise', byFlag, leaf('Gelukt', '0') + error],
    ['by its status', byStatus, leaf('Status', 'afgewezen') + error],
    ['by its code', saying(undefined), error],
    ['by any code but those of an acceptance', byCode, codeOnly('1')],
    ['by any status but the three outcomes', byAnyOther, leaf('Status', 'afgewezen') + error],
    ['beside a number that has to be there', byStatus, leaf('Dossiernummer', '0') + leaf('Status', 'afgewezen')],
  ])('%s', (_, contract, content) => {
    const answer = answerOf(contract, content);

    expect([answer.kind, isRefusal(answer)]).toEqual(['refused', true]);
  });

  test('under an HTTP error too', () => {
    expect(answerOf(byFlag, leaf('Gelukt', 'false') + error, 400).kind).toBe('refused');
  });

  test('and says what is wrong', () => {
    expect(refusalIn(answerOf(byFlag, leaf('Gelukt', 'false') + error))).toEqual({
      code: 'F1',
      text: 'Het mag niet.',
      element: 'Titel',
    });
  });
});

describe('a response does not refuse', () => {
  const numbered = leaf('Gelukt', 'false') + error + number;

  test.each([
    {
      what: 'with the flag of an acceptance',
      contract: byFlag,
      content: leaf('Gelukt', '1') + number,
      kind: 'accepted',
    },
    { what: 'with another status', contract: byStatus, content: number, kind: 'accepted' },
    { what: 'with a code of an acceptance', contract: byCode, content: codeOnly('OK') + number, kind: 'accepted' },
    { what: 'with an empty code', contract: byCode, content: codeOnly('') + number, kind: 'unexpected' },
    { what: 'with one of the three outcomes', contract: byAnyOther, content: number, kind: 'accepted' },
    { what: 'without a code', contract: saying(undefined), content: number, kind: 'accepted' },
    { what: 'that hands out a number all the same', contract: byFlag, content: numbered, kind: 'refused' },
    { what: 'that does not say whether it went well', contract: byFlag, content: error + number, kind: 'unexpected' },
    { what: 'of a contract that knows of none', contract: shipped, content: number, kind: 'accepted' },
  ])('$what', ({ contract, content, kind }) => {
    const answer = answerOf(contract, content);

    expect([answer.kind, isRefusal(answer)]).toEqual([kind, false]);
  });
});
