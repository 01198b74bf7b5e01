import { describe, expect, test } from 'vitest';
import { cause, causeIds, explain, isCertain, isConfiguration } from './causes.ts';

describe('a cause', () => {
  test.each(causeIds.flatMap((id) => [[id, true] as const, [id, false] as const]))(
    '%s is a sentence in both languages, with a remedy; to its builder: %s',
    (id, isOwn) => {
      const { cause: said, remedy } = explain(cause(id, 'eerste', 'tweede', 'derde'), isOwn);

      for (const text of [said.nl, said.en, remedy.nl, remedy.en]) {
        expect(text.length).toBeGreaterThan(5);
        expect(text).not.toMatch(/undefined|\[object/);
      }
      expect([remedy.nl, remedy.en].every((text) => /[.?)]$/.test(text))).toBe(true);
      expect(said.nl).not.toBe(said.en);
    },
  );

  test.each(['http-error', 'no-answer', 'certificate-refused', 'delivery-not-prepared'] as const)(
    '%s sends who connects to KOOP, and who builds the endpoint to that',
    (id) => {
      expect(explain(cause(id), false).remedy.en).toContain('KOOP');
      expect(explain(cause(id), true).remedy.en).not.toContain('KOOP');
    },
  );

  test('tells no credentials of an address, and is one line of bounded length', () => {
    const { details } = cause('profile-wrong', `"https://jan:geheim@host/"\u001b[2J\n${'x'.repeat(1000)}`);

    expect(details[0]).toMatch(/^"https:\/\/\*\*\*@host\/"\\u001b\[2J x+…$/);
    expect(details[0]?.length).toBe(301);
  });

  test.each([
    ['variables-unset', 'configuration'],
    ['certificate-file', 'configuration'],
    ['host-unknown', 'certain'],
    ['proxy-refuses', 'certain'],
    ['server-expired', 'certain'],
    ['certificate-unfit', 'certain'],
    ['certificate-forbidden', 'certain'],
    ['credentials-refused', 'certain'],
    ['too-large-at-renegotiation', 'certain'],
    ['clock-behind', 'doubtful'],
    ['web-page', 'doubtful'],
    ['no-answer', 'doubtful'],
    ['connection-reset', 'doubtful'],
    ['certificate-perhaps-refused', 'doubtful'],
    ['certificate-unfit-but-taken', 'doubtful'],
    ['alive-fault', 'doubtful'],
  ] as const)('%s is %s', (id, standing) => {
    const found = cause(id);

    expect(isConfiguration(found) ? 'configuration' : isCertain(found) ? 'certain' : 'doubtful').toBe(standing);
  });
});
