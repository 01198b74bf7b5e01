import { expect, test } from 'vitest';
import { anExchange } from '../test/samples/run.ts';
import { sentFold } from './sent-counts.ts';
import { waitsText } from './waits-text.ts';

test('what left is counted each time, and what an endpoint asked to wait is told', () => {
  const { add, result } = sentFold();
  const failure = { kind: 'reset', code: 'ECONNRESET', message: '' } as const;

  add(anExchange());
  add(
    anExchange({
      earlier: [
        { status: 429, waitedMs: 1000 },
        { status: 503, waitedMs: 1500 },
      ],
    }),
  );
  add(anExchange({ earlier: [{ code: 'ECONNRESET', waitedMs: 0 }] }));
  add(anExchange({ status: undefined, failure }));
  add(anExchange({ status: undefined, failure: { ...failure, unsent: true } }));

  expect(result()).toMatchObject({ requests: 6, waits: { times: 2, milliseconds: 2500 } });
  expect(waitsText(result().waits, 'en')[0]).toMatch(/^The endpoint asked to wait 2 times .*, 3 s in all/);
  expect(waitsText({ times: 0, milliseconds: 0 }, 'nl')).toEqual([]);
});
