import { describe, expect, test } from 'vitest';
import { exchangeWith } from '../test/samples/sent.ts';
import type { Attempt } from '#harness/case';
import { createSpare } from '#harness/spare';
import type { Answer } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import type { Purpose } from '#judgement/purpose';
import { type Chances, createChances, sendSteadily } from './steadily.ts';

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'prepared' };
const refused: Answer = { kind: 'http-error', http: 500 };
const busy: Answer = { kind: 'http-error', http: 503 };
const locked: Answer = { kind: 'http-error', http: 401 };
const strange: Answer = { kind: 'unexpected', http: 200, reason: { nl: '', en: '' } };
const lost: Answer = { kind: 'none', failure: { kind: 'reset', code: 'ECONNRESET', message: '' } };
const closed: Answer = { kind: 'none', failure: { kind: 'reset', code: 'ECONNRESET', message: '', reused: true } };
const held: Answer = { kind: 'none', failure: { kind: 'refused', code: '', message: '', unsent: true } };

/** Sends where these answers come, the last for ever; tells what stands in the case and how often it was sent. */
const sentWhere = async (purpose: Purpose, answers: readonly Answer[], chances: Chances = createChances()) => {
  let sent = 0;
  const attempt = async (one: Attempt): Promise<Sent> => {
    const exchange = await one.send();
    const answer = answers[Math.min(sent, answers.length) - 1] ?? held;
    const recorded = { id: String(sent), request: undefined, response: undefined, lacks: false };
    return { purpose: one.isSetAside(answer) ? 'tried' : one.purpose, exchange, answer, tried: one.tried, recorded };
  };
  const send = () => {
    sent += 1;
    return Promise.resolve(exchangeWith());
  };
  const last = await sendSteadily(chances, { attempt }, { purpose, send });
  return { sent, last, tried: last.tried?.map(({ exchange }) => exchange) };
};

describe('a delivery', () => {
  test.each([
    ['valid', [accepted], 1],
    ['valid', [refused, accepted], 2],
    ['control', [lost, busy, accepted], 3],
    ['valid', [refused, refused, refused, accepted], 3],
    ['valid', [strange, accepted], 1],
    ['valid', [locked, accepted], 1],
    ['valid', [held, accepted], 1],
    ['violation', [refused, accepted], 1],
    ['violation', [accepted, refused], 1],
    ['violation', [lost, refused], 2],
    ['no-username', [busy, locked], 2],
    ['malformed', [lost, busy, refused], 3],
    ['malformed', [refused, accepted], 1],
    ['alive', [busy, accepted], 2],
    ['again', [busy, refused], 2],
    ['again', [lost, refused], 1],
    ['mended', [lost, refused], 1],
  ] as const)('that is %s, where %j comes, is sent %i times', async (purpose, answers, times) => {
    expect((await sentWhere(purpose, answers)).sent).toBe(times);
  });

  test('keeps what was tried before, and excuses what may not have arrived', async () => {
    const { last } = await sentWhere('valid', [closed, refused, accepted]);

    expect(last.tried).toMatchObject([{ exchange: '1', isExcused: true }, { exchange: '2' }]);
    expect(last.tried?.[1]).not.toHaveProperty('isExcused');
  });

  test('is not tried again where limits leave no room', async () => {
    const chances = createChances(createSpare(1));

    expect((await sentWhere('valid', [refused, refused, accepted], chances)).sent).toBe(2);
    expect((await sentWhere('valid', [refused, accepted], chances)).sent).toBe(1);
  });

  test('that is always refused is not tried again for ever, unless that ever helped', async () => {
    const sentInTurn = async (chances: Chances) => {
      const all: number[] = [];
      for (let index = 0; index < 7; index += 1) all.push((await sentWhere('valid', [refused], chances)).sent);
      return all;
    };
    const lucky = createChances();
    await sentWhere('valid', [refused, accepted], lucky);

    expect(await sentInTurn(createChances())).toEqual([3, 3, 3, 3, 3, 1, 1]);
    expect(await sentInTurn(lucky)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  });
});
