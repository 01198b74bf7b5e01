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

const limits = {
  ...{ requestsPerSecond: undefined, requests: undefined, accepted: undefined },
  ...{ connections: 1, timeoutMs: 1000, shrinks: 0 },
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
    expect(givenUpAfter([fault, fault, ...times(10, httpError(502))])).toBe(
      'given up: an outage half-way. After 2 answers HTTP 502 came 10 times in a row, without SOAP',
    );
    expect(givenUpAfter([fault, ...times(10, httpError(404))])).toMatch(/^given up: HTTP 404 .* Check the URL/);
    expect(givenUpAfter([...times(9, httpError(502)), fault, httpError(502)])).toBeUndefined();
  });

  test('is given up for one reason, whatever still comes of what was under way', () => {
    expect(givenUpAfter([fault, ...times(13, httpError(503)), fault])).toBe(
      givenUpAfter([fault, ...times(10, httpError(503))]),
    );
  });
});

test('an outage half-way is named as that, with what was answered before, and sends nothing more', async () => {
  const failure: WireFailure = { kind: 'refused', code: 'ECONNREFUSED', message: 'Nothing listens there' };
  const response = { status: 200, headers: {}, body: new Uint8Array() };
  const outcomes: Exchange['outcome'][] = [{ response }, { response }, { failure }, { failure }, { failure }];
  let sent = 0;
  const { send } = environmentAround(
    () => Promise.resolve(exchangeWith({ outcome: outcomes[sent++] ?? { response } })),
    { url: 'http://127.0.0.1:1/', limits, runId: 'r1', duplicate: 'dubbel' },
  );

  for (let index = 0; index < 5; index += 1) await send({});
  const { outcome } = await send({});

  expect(sent).toBe(5);
  expect(outcome).toMatchObject({
    failure: {
      unsent: true,
      said: {
        nl: 'opgegeven: het endpoint viel halverwege uit. Na 2 antwoorden kwam er 3 keer achter elkaar geen: de verbinding is geweigerd: daar luistert niets. Controleer host en poort, en of het endpoint aan staat (ECONNREFUSED)',
        en: 'given up: an outage half-way. After 2 answers none came 3 times in a row: Nothing listens there',
      },
    },
  });
});

describe('a delivery under a new number that is refused as a duplicate', () => {
  const duplicate: Answer = {
    ...fault,
    fault: { ...fault.fault, detail: { code: 'dubbel', text: '', element: 'fout' } },
  };
  const reasonAfter = async (mayRepeat: boolean, purpose: 'valid' | 'again', answer: Answer) => {
    const { send, noteSent } = environmentAround(
      () =>
        Promise.resolve(exchangeWith({ outcome: { response: { status: 200, headers: {}, body: new Uint8Array() } } })),
      { url: 'http://127.0.0.1:1/', limits, runId: 'r1', mayRepeat, duplicate: 'dubbel' },
    );
    noteSent({ purpose, answer });
    const { outcome } = await send({});
    return 'failure' in outcome ? outcome.failure.message : undefined;
  };

  test('was delivered by an earlier run where the run id was given, and nothing more is sent', async () => {
    expect(await reasonAfter(true, 'valid', duplicate)).toBe(
      'given up: the endpoint knows these deliveries of an earlier run with --run-id r1. Leave out --run-id and --clock, or give another --run-id',
    );
  });

  test.each([
    [false, 'valid', duplicate],
    [true, 'again', duplicate],
    [true, 'valid', fault],
  ] as const)('proves that of no other: given %s, %s', async (mayRepeat, purpose, answer) => {
    expect(await reasonAfter(mayRepeat, purpose, answer)).toBeUndefined();
  });
});

test('credentials that are wrong on purpose are refused as often as they are offered, and ours are still sent', async () => {
  const response = { status: 401, headers: {}, body: new Uint8Array() };
  const { send } = environmentAround(() => Promise.resolve(exchangeWith({ outcome: { response } })), {
    ...{ url: 'http://127.0.0.1:1/', limits, runId: 'r1', duplicate: 'dubbel' },
  });
  const others = { credentials: { username: 'anders', password: 'anders' } };

  for (let index = 0; index < 9; index += 1) await send(others);
  const outcomes = [];
  for (let index = 0; index < 6; index += 1) outcomes.push('response' in (await send({})).outcome);

  expect(outcomes).toEqual([true, true, true, true, true, false]);
});

describe('the cap on dossiers', () => {
  const response = { status: 200, headers: {}, body: new Uint8Array() };
  const unnumbered: Answer = { kind: 'unexpected', http: 200, reason: { nl: '', en: '' }, soap: true };
  const capped = () => {
    const left: string[] = [];
    const environment = environmentAround(
      (request) => {
        request.onLeaving?.(0);
        return Promise.resolve(exchangeWith({ outcome: { response } }));
      },
      {
        ...{
          url: 'http://127.0.0.1:1/',
          limits: { ...limits, accepted: 2 },
          runId: 'r1',
          duplicate: 'dubbel',
          alive: 'IsAlive',
        },
        leaving: (message) => left.push(Buffer.from(message).toString()),
      },
    );
    const send = async (text: string, answer: Answer, request = {}) => {
      const exchange = await environment.send({ body: Buffer.from(text), ...request });
      environment.note(exchange, answer);
      return 'failure' in exchange.outcome ? exchange.outcome.failure.message : undefined;
    };
    return { send, left };
  };

  test('counts what was answered without a number and without a Fault, and tells of each delivery before it leaves', async () => {
    const { send, left } = capped();

    expect(await send('a', unnumbered)).toBeUndefined();
    expect(await send('b', fault)).toBeUndefined();
    expect(await send('c', unnumbered)).toBeUndefined();
    expect(await send('d', unnumbered)).toBe(
      '2 dossiers were accepted or perhaps made, which is the most that the profile allows (limits.accepted)',
    );
    expect(left).toEqual(['a', 'b', 'c']);
  });

  test('is not about the connection test or a GET', async () => {
    const { send, left } = capped();
    for (const request of [
      { method: 'GET' },
      { soapAction: '"IsAlive"' },
      { method: 'GET' },
      { soapAction: '"IsAlive"' },
    ])
      expect(await send('', unnumbered, request)).toBeUndefined();

    expect(await send('a', unnumbered)).toBeUndefined();
    expect(left).toEqual(['a']);
  });
});

describe('an account', () => {
  const wrong = { credentials: { username: 'wie', password: undefined } };
  const answersTo = async (statuses: readonly number[], requests: readonly object[]): Promise<string | undefined> => {
    const left = [...statuses];
    const { send } = environmentAround(
      () =>
        Promise.resolve(
          exchangeWith({ outcome: { response: { status: left.shift() ?? 200, headers: {}, body: new Uint8Array() } } }),
        ),
      { url: 'http://127.0.0.1:1/', limits, runId: 'r1', duplicate: 'dubbel' },
    );
    for (const request of requests) await send(request);
    const { outcome } = await send({});
    return 'failure' in outcome ? outcome.failure.message : undefined;
  };

  test('that is refused since wrong credentials were offered is taken to be locked', async () => {
    expect(await answersTo([200, 401, 401], [{}, wrong, {}])).toMatch(/^given up: since wrong credentials were tried/);
  });

  test('that was refused before, or is let in after, is not', async () => {
    expect(await answersTo([401, 401, 401], [{}, wrong, {}])).toBeUndefined();
    expect(await answersTo([200, 401, 200, 403], [{}, wrong, {}, {}])).toBeUndefined();
  });
});
