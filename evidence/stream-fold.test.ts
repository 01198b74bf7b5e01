import { describe, expect, test } from 'vitest';
import type { StreamRequirement } from '#judgement/streams/registry';
import { conforms, deviates, untested } from '#judgement/verdict';
import { type Noted, streamFold, whyUnjudged } from './stream-fold.ts';

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

test('what others sent than the vendor says nothing, whether or not the vendor was heard', () => {
  const fold = streamFold();
  fold.add({ ...noted('1-1', []), looked: { values: { [answers]: ['wrong'] }, standing: 'other' } });

  expect(fold.judge(answers, undefined).judgement.kind).toBe('untested');
  fold.add(noted('1-2', []));
  expect(fold.judge(answers, undefined).judgement.kind).toBe('conforms');
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
  const taken = (got: string, said = '') => ({
    ...noted('1-1', []),
    looked: { values: { 'request.is-taken': { got, said } } },
  });

  expect(whyUnjudged(taken('unheard', 'HTTP 401'))?.en).toBe(
    'access was refused (HTTP 401), and the message was not read',
  );

  expect(['untold', 'unheard', 'told', 'taken'].map((got) => whyUnjudged(taken(got))?.en)).toEqual([
    'it was refused, and no finding says why',
    'no message came in',
    undefined,
    undefined,
  ]);
});

describe('who sent it is not known', () => {
  const wellFormed = 'message.is-well-formed';
  const refused = 'certificate.within-validity';
  const late = untested({ nl: 'te groot', en: 'too large' });
  const wrong = deviates({ nl: 'a', en: 'a' }, { nl: 'b', en: 'b' });
  const from = (standing: 'heard' | 'astray' | 'stranger', values: object, more: object = {}) => ({
    ...{ exchange: `${standing}-1`, documentType: undefined, lacks: false },
    looked: { values, standing, ...more },
  });
  const comesTo = (requirement: StreamRequirement, ...all: readonly Noted[]) => {
    const fold = streamFold();
    for (const one of all) fold.add(one);
    return fold.judge(requirement, undefined).judgement.kind;
  };

  test.each([
    ['what its message came to', wellFormed, from('stranger', { [wellFormed]: wrong })],
    ['what its message left open', wellFormed, from('stranger', { [wellFormed]: late })],
    ['what there was no time for', wellFormed, from('stranger', {}, { late: true })],
    ['what of a certificate is open', refused, from('stranger', { [refused]: late })],
    ['bytes that are gone', refused, { ...from('stranger', {}), lost: true }],
  ] as const)('beside others who were heard has no say: %s', (_, requirement, stranger) => {
    const heard = from('heard', { [wellFormed]: conforms, [refused]: conforms });

    expect(comesTo(requirement, heard, stranger)).toBe('conforms');
    expect(comesTo(requirement, stranger, { ...heard, looked: { values: {}, standing: 'heard' } })).toBe('untested');
  });

  test('may have been the system itself where nobody else was heard, and a request of the service that went astray', () => {
    const heard = from('heard', { [refused]: conforms });

    expect(comesTo(refused, heard, from('astray', { [refused]: wrong }))).toBe('deviates');
    expect(comesTo(refused, heard, from('stranger', { [refused]: wrong }))).toBe('conforms');
    expect(comesTo(wellFormed, from('stranger', { [wellFormed]: wrong }))).toBe('deviates');
  });

  test('is counted, and decides on who sends nothing that is heard', () => {
    const fold = streamFold();
    fold.add(from('stranger', { [refused]: wrong }));
    expect(fold.strangers()).toBe(0);
    fold.add(from('heard', { [refused]: conforms }));

    expect(fold.strangers()).toBe(1);
    expect(fold.judge(refused, undefined, (exchange) => exchange === 'stranger-1').judgement.kind).toBe('deviates');
  });
});

test('a message that could not be read in time leaves open what asks for its content alone', () => {
  const fold = streamFold();
  fold.add({
    ...{ exchange: '1-1', documentType: undefined, lacks: false },
    looked: {
      late: true,
      values: {
        'request.quotes-action': conforms,
        'message.is-well-formed': untested({ nl: 'te laat', en: 'too late' }),
      },
    },
  });

  expect(
    (['request.quotes-action', 'message.is-well-formed'] as const).map(
      (one) => fold.judge(one, undefined).judgement.kind,
    ),
  ).toEqual(['conforms', 'untested']);
});
