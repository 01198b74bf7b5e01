import { expect, test } from 'vitest';
import { anExchange } from '../test/samples/run.ts';
import { redactedEvent } from './redacted.ts';

const kept = { pack: 1, member: 0, at: 0, bytes: 3, sha256: 'a'.repeat(64) };

test('an exchange without what others wrote keeps its digests and counts as not kept', () => {
  const inbound = {
    ...{ connection: 1, peer: '192.0.2.1', target: '/x?naam=geheim', httpVersion: '1.1', bodyBytes: 3, isCut: false },
    rawHeaders: [['X-Naam', 'geheim'] as const, ['Content-Type', 'text/xml'] as const],
  };
  const headers = { 'x-naam': 'geheim', 'content-type': 'text/xml' };
  const event = redactedEvent(
    anExchange({
      ...{ url: 'http://a/x?naam=geheim', requestHeaders: headers, reference: 'geheim', request: kept, inbound },
      refusal: { code: 'geheim', element: '/geheim' },
    }),
  );

  expect(JSON.stringify(event)).not.toMatch(/geheim|192\.0\.2/);
  expect(event).toMatchObject({ lacks: true, request: kept, requestHeaders: { 'content-type': 'text/xml' } });
  expect(event).toMatchObject({ reference: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string });
});

test('a judgement without what was found keeps its verdict, and is not provable again', () => {
  const deviation = { expected: { nl: 'a', en: 'a' }, actual: { nl: 'geheim', en: 'geheim' } };
  const judged = { type: 'judged', check: 'request.quotes-action', case: 1 } as const;

  expect(redactedEvent({ ...judged, judgement: { kind: 'deviates', deviation } })).toMatchObject({
    judgement: { kind: 'deviates', deviation: { actual: { nl: 'weggehaald (3pas prune)' } } },
    unprovable: 'bytes',
  });
});
