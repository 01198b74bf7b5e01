import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Exchange } from '#contract/wire/exchange';
import { readContract } from '#contract/reader';
import type { Sent } from './case.ts';
import { guardedAnswers } from './guarded-answers.ts';
import { type StreamRequirement, streamJudges } from './streams/registry.ts';
import { isTame } from './tame.ts';

const contract = readContract('contract/2020-01');
const answers = guardedAnswers(contract, 1000);

afterAll(() => answers.close());

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const accepted = (number: string, before = ''): string =>
  `${before}<s:Envelope xmlns:s="${soap}"><s:Body>` +
  `<VoegDossierToeEnPubliceerResponse xmlns="http://schemas.koopwrp.nl/2020/01/drp/api/">` +
  `<Dossiernummer>${number}</Dossiernummer><Status>ingepland</Status></VoegDossierToeEnPubliceerResponse></s:Body></s:Envelope>`;

const exchange = (body: Uint8Array | string, status = 200): Exchange => ({
  request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: Buffer.from('<verzoek/>') },
  outcome: { response: { status, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) } },
  startedAt: 0,
  durationMs: 1,
});

/** Small for the parser, and without end for whoever asks for the text. */
const bomb = (levels: number): string => {
  const entities = Array.from({ length: levels }, (_, level) => {
    const value = level === 0 ? 'x'.repeat(10) : `&e${String(level - 1)};`.repeat(10);
    return `<!ENTITY e${String(level)} "${value}">`;
  });
  return accepted(`&e${String(levels - 1)};`, `<!DOCTYPE s:Envelope [${entities.join('')}]>`);
};

const wide = `<a ${Array.from({ length: 600 }, (_, index) => `b${String(index)}=""`).join(' ')}/>`;
const utf16 = Buffer.from(`\uFEFF${accepted('7')}`, 'utf16le');

describe('an answer is tame', () => {
  test.each<[string, Uint8Array | string, boolean]>([
    ['in UTF-8', accepted('1'), true],
    ['behind a mark and a declaration', accepted('1', '\uFEFF<?xml version="1.0" encoding="utf-8"?>'), true],
    ['when it is no XML', 'Service Unavailable', true],
    ['when it is empty', '', true],
    ['but not in UTF-16', utf16, false],
    ['but not in an encoding that hides markup', accepted('1', '<?xml version="1.0" encoding="UTF-7"?>'), false],
    ['but not with a document type declaration', accepted('1', '<!DOCTYPE x>'), false],
    ['but not deep', '<a>'.repeat(300) + '</a>'.repeat(300), false],
    ['but not with hundreds of attributes', wide, false],
    ['but not long', accepted('1'.repeat(70_000)), false],
  ])('%s', (_, body, tame) => {
    expect(isTame(Buffer.from(body))).toBe(tame);
  });
});

describe('an answer in a content coding', () => {
  const coded = (coding: string, body: Uint8Array | string, status = 200): Exchange => {
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'content-encoding': coding };
    return { ...exchange(''), outcome: { response: { status, headers, body: Buffer.from(body) } } };
  };
  const number = { kind: 'accepted', http: 200, dossierNumber: '7', status: 'scheduled' };

  const judged = async (requirement: StreamRequirement, came: Exchange): Promise<string> => {
    const sent: Sent = { purpose: 'valid', exchange: came, answer: await answers.read(came) };
    const { values } = await answers.look(sent, { kind: 'run', phase: 1 });
    return streamJudges[requirement].decide([{ exchange: '1', value: values[requirement] }]).judgement.kind;
  };

  test.each([
    ['gzip', gzipSync(accepted('7'))],
    ['deflate', deflateRawSync(accepted('7'))],
    ['br', brotliCompressSync(accepted('7'))],
    ['gzip', gzipSync(utf16)],
  ])('is read and judged out of it, of %s', async (coding, body) => {
    const came = coded(coding, body);

    expect(await answers.read(came)).toEqual(number);
    expect(await judged('delivery.answers-by-schema', came)).toBe('conforms');
    expect(came.outcome).toMatchObject({ response: { body } });
  });

  test('is told as packed where it is no XML, and as not to be unpacked where it is in none', async () => {
    expect(await answers.read(coded('gzip', gzipSync('druk')))).toMatchObject({
      reason: { en: expect.stringContaining('gzip, unpacked') as string },
    });
    for (const body of [gzipSync(accepted('7')).subarray(0, 40), gzipSync(Buffer.alloc(5 * 1024 ** 2, '<'))])
      expect(await answers.read(coded('gzip', body))).toMatchObject({
        reason: { en: expect.stringContaining("gzip, which can't be unpacked") as string },
      });
  });

  test.each(['identity', undefined])('is told as gzip by its first bytes where headers name %s', async (coding) => {
    const headers = { 'content-type': 'text/xml', ...(coding && { 'content-encoding': coding }) };
    const outcome = { response: { status: 200, headers, body: gzipSync(accepted('7')) } };

    expect(await answers.read({ ...exchange(''), outcome })).toMatchObject({
      reason: { en: expect.stringContaining('(text/xml, compressed by gzip without a Content-Encoding') as string },
    });
  });

  test('names a coding that is there, and none that is not', async () => {
    expect(await judged('protocol.names-charset-of-answer', coded('gzip', gzipSync(accepted('7'))))).toBe('conforms');
    expect(await judged('protocol.names-charset-of-answer', coded('gzip', accepted('7')))).toBe('deviates');
  });
});

describe('guarded answers', () => {
  test('are read alike in the worker and out of it', async () => {
    const expected = { kind: 'accepted', http: 200, dossierNumber: '7', status: 'scheduled' };

    expect(await answers.read(exchange(accepted('7')))).toEqual(expected);
    expect(await answers.read(exchange(utf16))).toEqual(expected);
    expect(await answers.read(exchange(accepted('7', '<!DOCTYPE s:Envelope>')))).toEqual(expected);
  });

  test('that expand without end are unexpected, or errors, and the next is read', async () => {
    expect(await answers.read(exchange(bomb(12)))).toMatchObject({ kind: 'unexpected', http: 200 });
    expect(await answers.read(exchange(bomb(12), 500))).toEqual({ kind: 'http-error', http: 500 });
    expect(await answers.read(exchange(utf16))).toMatchObject({ kind: 'accepted' });
  });

  test('are judged alike in the worker and out of it', async () => {
    const bodies = [accepted('7'), utf16, accepted('', '<!DOCTYPE s:Envelope>')];
    const judged = bodies.map(async (body) => {
      const one = exchange(body);
      const origin = { constraint: 'x', operator: 'y', edited: 'z', parent: () => new Uint8Array() };
      const sent: Sent = { purpose: 'valid', exchange: one, answer: await answers.read(one), origin };
      const { values } = await answers.look(sent, { kind: 'run', phase: 1 });
      const judgement = await answers.judge('delivery.accepts-valid', { sent: [sent], kept: undefined });
      return [judgement.kind, values['delivery.answers-by-schema']];
    });

    expect(await Promise.all(judged)).toEqual([
      ['conforms', []],
      ['conforms', []],
      ['deviates', [{ nl: 'een antwoord zonder dossiernummer', en: 'a response without a dossier number' }]],
    ]);
  });

  test('that take too long are unexpected, and after a few of them none is tried', async () => {
    const hasty = guardedAnswers(contract, 1);
    const long = exchange(accepted('1', `<!--${'-='.repeat(5_000_000)}-->`));
    const told = {
      kind: 'unexpected',
      http: 200,
      late: true,
      reason: {
        nl: expect.any(String) as string,
        en: expect.stringContaining('can not be read within seconds') as string,
      },
    };

    for (let time = 0; time < 5; time += 1) expect(await hasty.read(long)).toEqual(told);
    expect(await hasty.read(exchange(utf16))).toEqual(told);
    expect(await hasty.read(exchange(accepted('7')))).toMatchObject({ kind: 'accepted' });
    await hasty.close();
  });
});
