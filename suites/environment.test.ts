import { describe, expect, test } from 'vitest';
import type { Exchange, WireFailure } from '#contract/wire/exchange';
import type { Answer } from '#judgement/answer';
import { exchangeWith } from '../test/samples/sent.ts';
import { environmentAround } from './environment.ts';
import { sameAnswers } from './same-answers.ts';

const httpError = (http: number): Answer => ({ kind: 'http-error', http });
const fault: Answer = {
  kind: 'fault',
  http: 500,
  dossierNumber: '',
  fault: { code: 'Server', codeNamespace: '', text: '', hasDetail: false, detail: undefined, parts: [] },
};

const givenUpAfter = (answers: readonly Answer[]): string | undefined => {
  const { add, givenUp } = sameAnswers('https://eto.example/Dienst.svc');
  for (const one of answers) add(one);
  return givenUp()?.said?.en;
};

const times = (count: number, one: Answer): readonly Answer[] => Array.from({ length: count }, () => one);

describe('a target that answers everything alike', () => {
  test.each([400, 403, 404, 500, 501])('by HTTP %i is given up after ten, with the URL to check', (status) => {
    expect(givenUpAfter(times(9, httpError(status)))).toBeUndefined();
    expect(givenUpAfter(times(10, httpError(status)))).toBe(
      `given up: HTTP ${String(status)} came 10 times in a row, without SOAP. Check the URL https://eto.example/Dienst.svc, and whether the endpoint itself answers there`,
    );
  });

  test('is an endpoint all the same when it speaks SOAP, or refuses messages after it spoke it', () => {
    expect(givenUpAfter(times(30, fault))).toBeUndefined();
    expect(givenUpAfter([fault, ...times(30, httpError(400))])).toBeUndefined();
    expect(givenUpAfter([httpError(403), ...times(30, httpError(400))])).toBeUndefined();
  });

  test('half-way is given up where the status speaks of a gateway', () => {
    expect(givenUpAfter([fault, ...times(10, httpError(502))])).toMatch(/^given up: HTTP 502/);
    expect(givenUpAfter([...times(9, httpError(502)), fault, httpError(502)])).toBeUndefined();
  });
});

test('an outage half-way is named as that, with what was answered before, and sends nothing more', async () => {
  const failure: WireFailure = { kind: 'refused', code: 'ECONNREFUSED', message: 'Nothing listens there' };
  const response = { status: 200, headers: {}, body: new Uint8Array() };
  const outcomes: Exchange['outcome'][] = [{ response }, { response }, { failure }, { failure }, { failure }];
  let sent = 0;
  const { send } = environmentAround(
    () => Promise.resolve(exchangeWith({ outcome: outcomes[sent++] ?? { response } })),
    { url: 'http://127.0.0.1:1/', limits: {} } as Parameters<typeof environmentAround>[1],
  );

  for (let index = 0; index < 5; index += 1) await send({});
  const { outcome } = await send({});

  expect(sent).toBe(5);
  expect(outcome).toMatchObject({
    failure: {
      unsent: true,
      said: {
        nl: 'opgegeven: het endpoint viel halverwege uit. Na 2 antwoorden kwam er 3 keer achter elkaar geen: Nothing listens there',
        en: 'given up: an outage half-way. After 2 answers none came 3 times in a row: Nothing listens there',
      },
    },
  });
});
