import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sampleMessage } from '../../test/samples/delivery.ts';
import { exchangeWith, sentWith } from '../../test/samples/sent.ts';
import { type Answer, readAnswer } from '../answer.ts';
import type { Sent } from '../case.ts';
import type { Purpose } from '../purpose.ts';
import { opinionsHere } from '../request-opinion.ts';
import { streamJudges, type StreamRequirement, streamRequirements } from './registry.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { namespace, name } = contract.service.deliver.response;
const opinionOf = opinionsHere(contract);

/** An answer in the form of the contract's examples, or with an element that its schema does not have. */
const answerWith = (number: string, more = ''): Uint8Array =>
  Buffer.from(
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><a:${name} xmlns:a="${namespace}">` +
      `<a:Dossiernummer>${number}</a:Dossiernummer><a:Status>klaargezet</a:Status>${more}</a:${name}></s:Body></s:Envelope>`,
  );

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const inNamespace = (other: string): Uint8Array => Buffer.from(textOf(answerWith('1')).replace(namespace, other));

const none = (kind: 'reset', more: { readonly reused?: true } = {}): Answer => ({
  kind: 'none',
  failure: { kind, code: 'ECONNRESET', message: '', ...more },
});

interface Delivered {
  readonly message: string | Uint8Array;
  readonly answer: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const sentFor = ({ message, answer, headers = {} }: Delivered): Sent => {
  const exchange = exchangeWith({
    request: { method: 'POST', url: 'http://localhost/', headers, body: Buffer.from(message) },
    outcome: { response: { status: 200, headers: {}, body: answer } },
  });
  return { purpose: 'valid', exchange, answer: readAnswer(contract, exchange) };
};

const marksOf = (requirement: StreamRequirement, all: readonly Delivered[]) =>
  all.flatMap((one, index) => {
    const value = streamJudges[requirement].look(sentFor(one), { contract, phase: 3, opinionOf });
    return value === undefined ? [] : [{ exchange: `1-${String(index)}`, value }];
  });

const judged = (requirement: StreamRequirement, ...all: readonly Delivered[]) =>
  streamJudges[requirement].decide(marksOf(requirement, all));

const fault = Buffer.from(
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault/></s:Body></s:Envelope>',
);

describe('dossier numbers', () => {
  const unique = 'delivery.numbers-dossiers-uniquely';

  test('that differ conform', () => {
    const all = ['1', '2', '3'].map((number) => ({ message: number, answer: answerWith(number) }));

    expect(judged(unique, ...all)).toMatchObject({ judgement: { kind: 'conforms' }, shown: [] });
  });

  test('that come again for another delivery, however much later, do not, and both are shown', () => {
    const all = Array.from({ length: 60 }, (_, index) => ({
      message: `message ${String(index)}`,
      answer: answerWith(String(index % 50)),
    }));

    expect(judged(unique, ...all)).toMatchObject({ judgement: { kind: 'deviates' }, shown: ['1-0', '1-50'] });
  });

  test('that come again for the very same message say nothing', () => {
    const all = ['a', 'a', 'b'].map((message) => ({ message, answer: answerWith(message) }));

    expect(judged(unique, ...all).judgement.kind).toBe('conforms');
  });

  test.each([[[]], [[{ message: 'a', answer: answerWith('1') }]], [[{ message: 'a', answer: fault }]]])(
    'are untested while fewer than two deliveries were accepted',
    (all) => {
      expect(judged(unique, ...all).judgement.kind).toBe('untested');
    },
  );
});

describe('errors that go without an answer', () => {
  const { look, decide } = streamJudges['protocol.answers-errors-with-a-fault'];
  const reset = none('reset');
  const ok: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'prepared' };
  const busy: Answer = { kind: 'http-error', http: 503 };
  const refused: Answer = {
    kind: 'fault',
    http: 500,
    dossierNumber: '',
    fault: { code: 'Client', codeNamespace: '', text: 'x', hasDetail: false, detail: undefined, parts: [] },
  };
  const comesTo = (...all: readonly (readonly [Purpose, Answer, Partial<Sent>?])[]): string =>
    decide(
      all.flatMap(([purpose, answer, change], index) => {
        const sent = { ...sentWith(purpose, answer, { startedAt: index }), ...change };
        const value = look(sent, { contract, phase: 1, opinionOf });
        return value === undefined ? [] : [{ exchange: `1-${String(index)}`, value }];
      }),
    ).judgement.kind;
  const before = [
    ['valid', ok],
    ['again', reset],
    ['last', reset],
  ] as const;

  test.each([reset, busy])('each time, while valid deliveries are answered before and after, deviate: %j', (answer) => {
    const [valid, again, last] = [
      ['valid', ok],
      ['again', answer],
      ['last', answer],
    ] as const;

    expect(comesTo(valid, again, last, again, valid)).toBe('deviates');
    expect(comesTo(valid, ['violation', answer], ['violation', answer], ['zip-twice', answer], valid)).toBe('deviates');
  });

  test.each<[string, readonly (readonly [Purpose, Answer, Partial<Sent>?])[]]>([
    ['twice only', [...before, ['valid', ok]]],
    ['when nothing was answered afterwards', [...before, ['later', reset]]],
    ['where one was answered', [...before, ['later', reset], ['again', refused], ['valid', ok]]],
    ['in several ways', [...before, ['later', busy], ['valid', ok]]],
    ['as a valid delivery does', [...before, ['later', reset], ['valid', reset], ['valid', ok]]],
    [
      'where a valid delivery had to be sent again',
      [...before, ['later', reset], ['valid', ok, { tried: [{ exchange: '1-9', came: { nl: 'x', en: 'x' } }] }]],
    ],
    ['over used connections', [...before, ['later', none('reset', { reused: true })], ['valid', ok]]],
    ['of another kind', [...before, ['violation', reset], ['valid', ok]]],
    [
      'to attacks',
      [
        ['valid', ok],
        ['attack', reset],
        ['attack', reset],
        ['attack', reset],
        ['valid', ok],
      ],
    ],
  ])('%s blame nobody', (_, all) => {
    expect(comesTo(...all)).not.toBe('deviates');
  });
});

describe('deliveries that were tried before', () => {
  const { look, decide } = streamJudges['delivery.is-steady'];
  const came = { nl: 'HTTP 503 zonder Fault', en: 'HTTP 503 without a Fault' };
  const triedFirst = (change: Partial<Sent>, isExcused?: true): Sent => ({
    ...sentFor({ message: 'a', answer: answerWith('1') }),
    tried: [{ exchange: '1-0', came, isExcused }],
    ...change,
  });
  const comesTo = (...all: readonly Sent[]) =>
    decide(
      all.flatMap((one, index) => {
        const value = look(one, { contract, phase: 1, opinionOf });
        return value === undefined ? [] : [{ exchange: `1-${String(index + 1)}`, value }];
      }),
    );
  const refused = sentFor({ message: 'a', answer: fault });

  test('and then went right are unsteady, with what came first, among all requests that were sent', () => {
    const aside = { ...refused, purpose: 'tried' } as const;
    expect(comesTo(aside, triedFirst({}))).toMatchObject({
      judgement: {
        kind: 'deviates',
        deviation: {
          actual: {
            en: expect.stringMatching(
              /^1 of the 2 requests that were sent went wrong, and not when tried again: HTTP 503 without a Fault$/,
            ) as string,
          },
        },
      },
      shown: ['1-0', '1-2'],
    });
    expect(comesTo(triedFirst({ ...refused, purpose: 'violation' })).judgement.kind).toBe('deviates');
  });

  test('and never went right, or may not have arrived, are not', () => {
    const steady = sentFor({ message: 'a', answer: answerWith('2') });

    expect(comesTo(triedFirst(refused), steady).judgement.kind).toBe('conforms');
    expect(comesTo(triedFirst({ ...refused, purpose: 'tried' }), steady).judgement.kind).toBe('conforms');
    expect(comesTo(triedFirst({}, true)).judgement.kind).toBe('conforms');
    expect(comesTo(refused).judgement.kind).toBe('untested');
  });
});

describe('answers', () => {
  const bySchema = 'delivery.answers-by-schema';

  test('that are valid conform, and one that is not shows', () => {
    const [good, bad] = [answerWith('1'), answerWith('2', '<a:Meer/>')].map((answer) => ({ message: 'a', answer }));

    expect(judged(bySchema, ...(good ? [good] : [])).judgement.kind).toBe('conforms');
    expect(judged(bySchema, ...[good, bad, good].flatMap((one) => one ?? []))).toMatchObject({
      judgement: { kind: 'deviates' },
      shown: ['1-1'],
    });
  });

  test.each([
    ['without a number', answerWith(''), /without a dossier number/],
    ['in another namespace', inNamespace('urn:other'), /namespace "urn:other", and not "/],
    ['under another name', Buffer.from(textOf(answerWith('1')).replaceAll(name, 'Ok')), /unknown response <Ok>/],
  ])('that say that it went well are charged when not one is right: %s', (_, answer, told) => {
    const { judgement } = judged(bySchema, { message: 'a', answer });

    expect(judgement).toMatchObject({ kind: 'deviates' });
    expect(judgement.kind === 'deviates' && judgement.deviation.actual.en).toMatch(told);
  });

  test('are untested where nothing was accepted', () => {
    expect(judged(bySchema, { message: 'a', answer: fault }).judgement.kind).toBe('untested');
  });
});

test('a stream comes to the same in whatever order its parts come', () => {
  const one = fc.record({
    message: fc.constantFrom('a', 'b', 'c', 'd'),
    answer: fc.constantFrom(
      answerWith('1'),
      answerWith('2'),
      answerWith('3', '<a:Meer/>'),
      answerWith('4', 'x'),
      fault,
    ),
  });
  const order = fc
    .array(one, { maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })));
  const property = fc.property(
    order,
    fc.constantFrom(...streamRequirements.run, ...streamRequirements.recording),
    ([all, places], requirement) => {
      const marks = marksOf(requirement, all);
      const shuffled = places.flatMap((place) => marks.filter(({ exchange }) => exchange === `1-${String(place)}`));
      const { decide } = streamJudges[requirement];

      expect(decide(shuffled)).toEqual(decide(marks));
    },
  );

  fc.assert(property, { seed: 20261129, numRuns: 200 });
});

test('a message in a content coding is named as that, and as nothing else', () => {
  const headers = { 'content-type': 'text/xml', 'content-encoding': 'gzip' };
  const packed = { message: gzipSync('<a/>'), answer: fault, headers };

  expect(judged('message.is-sent-as-text-xml', packed).judgement).toMatchObject({
    kind: 'deviates',
    deviation: { actual: { en: expect.stringContaining('Content-Encoding "gzip"') as string } },
  });
  expect(judged('message.is-unicode', packed).judgement.kind).not.toBe('deviates');
  expect(judged('message.is-well-formed', packed).judgement.kind).not.toBe('deviates');
});

test('a message past the limits is a finding of its own, and the others still decide', () => {
  const attributes = 'a="" '.repeat(1000);
  const tooMany = { message: `<a ${attributes}/>`, answer: fault };
  const right = { message: sampleMessage(), answer: answerWith('1') };

  expect(judged('message.keeps-what-is-assumed', tooMany, right).judgement).toMatchObject({
    kind: 'deviates',
    deviation: { actual: { en: expect.stringMatching(/more attributes than any delivery.*\(1 of 2\)$/) as string } },
  });
  expect(judged('message.is-soap-envelope', tooMany, right).judgement).toEqual({ kind: 'conforms' });
  expect(judged('message.is-soap-envelope', tooMany).judgement.kind).toBe('untested');
});
