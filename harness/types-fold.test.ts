import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { conforms, untested } from '#judgement/verdict';
import { planRecording } from './plan.ts';
import { typesFold } from './types-fold.ts';

const plan = planRecording(readContract(resolve(import.meta.dirname, '../contract/2020-01')), 1).slice(0, 2);
const [first, second] = plan;
const text = { nl: 'x', en: 'x' };

/** The first check fails for whatever holds exchange 1; of the second, exchange 3 alone can't be proved again. */
const judge = (check: (typeof plan)[number], isOwn: (exchange: string) => boolean) => {
  const deviates = { kind: 'deviates', deviation: { expected: text, actual: text } } as const;
  const judgement = check === first ? (isOwn('1') ? deviates : conforms) : untested(text);
  return { judgement, shown: [], unprovable: isOwn('3') ? ('bytes' as const) : undefined };
};

test('each document type gets the judgements of its own messages, and what is of none has those of its own', () => {
  const fold = typesFold();
  fold.add({ id: '1', answer: 'accepted' }, 'Melding');
  fold.add({ id: '2', answer: 'fault' }, 'BeschikkingAanvraag');
  fold.add({ id: '3', answer: 'alive' }, undefined);
  fold.add({ id: '4', answer: 'accepted' }, 'Melding');

  const judged = (kind: string) => ({ [first?.requirement ?? '']: kind, [second?.requirement ?? '']: 'untested' });
  expect(fold.result(plan, judge)).toEqual({
    type: 'types',
    types: [
      { documentType: 'Melding', messages: 2, accepted: 2, unprovable: undefined, judgements: judged('deviates') },
      {
        ...{ documentType: 'BeschikkingAanvraag', messages: 1, accepted: 0, unprovable: undefined },
        judgements: judged('conforms'),
      },
      { documentType: undefined, messages: 1, accepted: 0, unprovable: 'bytes', judgements: judged('conforms') },
    ],
  });
});
