import { expect, test } from 'vitest';
import { aCheck } from '../test/samples/run.ts';
import { byCause } from './by-cause.ts';

const blocked = (...reasons: readonly string[]) =>
  reasons.map((en) => aCheck({ verdict: 'blocked', reason: { nl: en, en } }));

const groupsOf = (...reasons: readonly string[]) =>
  byCause(blocked(...reasons)).map((alike) => [alike[0]?.reason?.en, alike.length]);

const givenUp = 'given up: an outage half-way. After 9 answers HTTP 503 came 10 times in a row, without SOAP';

test('a gateway whose endpoint is down is one cause, told as most checks were', () => {
  expect(groupsOf('HTTP 503 without a Fault', givenUp, 'proves nothing: HTTP 503 without a Fault', givenUp)).toEqual([
    [givenUp, 4],
  ]);
});

test('causes of several kinds stay several', () => {
  const fault = 'proves nothing: HTTP 503, Fault Server: busy';
  expect(groupsOf('HTTP 503 without a Fault', 'HTTP 502 without a Fault', fault, 'the connection was reset')).toEqual([
    ['HTTP 503 without a Fault', 1],
    ['HTTP 502 without a Fault', 1],
    [fault, 1],
    ['the connection was reset', 1],
  ]);
});
