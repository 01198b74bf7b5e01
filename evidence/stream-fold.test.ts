import { expect, test } from 'vitest';
import { untested } from '#judgement/verdict';
import { streamFold, whyUnjudged } from './stream-fold.ts';

const answers = 'delivery.answers-by-schema';
const noted = (exchange: string, problems: readonly string[] | undefined) => ({
  exchange,
  documentType: 'Melding',
  looked: problems === undefined ? ({ values: {}, late: true } as const) : { values: { [answers]: problems } },
  lacks: false,
});
const judged = (...all: readonly (readonly string[] | undefined)[]) => {
  const fold = streamFold();
  for (const [index, problems] of all.entries()) fold.add(noted(`1-${String(index)}`, problems));
  return fold.judge(answers, 'Melding');
};

test('a stream conforms when every part of it was looked at, and deviates whatever was not', () => {
  expect(judged([], [])).toMatchObject({ judgement: { kind: 'conforms' }, unprovable: undefined });
  expect(judged([], undefined)).toMatchObject({ judgement: { kind: 'untested' }, unprovable: 'time' });
  expect(judged(['wrong'], undefined)).toMatchObject({ judgement: { kind: 'deviates' }, shown: ['1-0'] });
});

test('a stream is open where bytes of a part are gone, unless another part deviates', () => {
  const judgedBeside = (problems: readonly string[]) => {
    const fold = streamFold();
    fold.add(noted('1-1', problems));
    fold.add({ ...noted('1-2', []), looked: { values: {} }, lost: true });
    return fold.judge(answers, 'Melding').judgement.kind;
  };

  expect([judgedBeside([]), judgedBeside(['wrong'])]).toEqual(['untested', 'deviates']);
});

test('parts of other document types say nothing', () => {
  const fold = streamFold();
  fold.add({ ...noted('1-1', ['wrong']), documentType: 'Besluit' });
  fold.add(noted('1-2', []));

  expect(fold.judge(answers, 'Melding').judgement.kind).toBe('conforms');
  expect(fold.judge(answers, undefined).judgement.kind).toBe('deviates');
});

test('a message that its judges could not look at, or not decide, says why', () => {
  const reason = { nl: 'te groot', en: 'too large' };
  const values = (judgement: unknown) => ({
    ...noted('1-1', []),
    looked: { values: { 'message.is-well-formed': judgement } },
  });

  expect(whyUnjudged(noted('1-1', []))).toBeUndefined();
  expect(whyUnjudged(noted('1-1', undefined))?.en).toContain('within seconds');
  expect(whyUnjudged({ ...noted('1-1', []), lost: true })?.en).toContain('gone or damaged');
  expect(whyUnjudged(values(untested(reason)))).toEqual(reason);
  expect(whyUnjudged(values({ kind: 'conforms' }))).toBeUndefined();
});

test('a message that was refused without a finding says so', () => {
  const taken = (got: string) => ({
    ...noted('1-1', []),
    looked: { values: { 'request.is-taken': { got, said: '' } } },
  });

  expect(['untold', 'unheard', 'told', 'taken'].map((got) => whyUnjudged(taken(got))?.en)).toEqual([
    'it was refused, and no finding says why',
    'no message came in',
    undefined,
    undefined,
  ]);
});
