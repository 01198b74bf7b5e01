import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalIn } from './in-text.ts';

const kinds = (text: string): readonly string[] => [...personalIn(text)].sort();

describe('text that may be about a person', () => {
  test.each([
    ['BSN 123456782.', ['bsn']],
    ['BSN-123456782', ['bsn']],
    ['(1234.56.782)', ['bsn']],
    ['123456783', []],
    ['BSN 123 456 782', ['bsn']],
    ['POINT(120 123 456 782)', []],
    ['123 456 782 000', []],
    ['000000000', []],
    ['00000001234567820000', []],
    ['1123456782', []],
    ['123456782 000', ['bsn']],
    ['123456.782 123456782.5', []],
    ['A123456782', []],
    ['mail jan.jansen+werk@gemeente-woerden.nl.', ['mail']],
    ['a@example.com b@iets.test c@voorbeeld.example', []],
    ['@iets.nl of a@b', []],
    ['bel 06-12345678', ['phone']],
    ['(0348) 42 89 11', ['phone']],
    ['+31 (0)6 1234 5678', ['phone']],
    ['0031612345678', ['phone']],
    ['0612345678901', []],
    ['14 0348', []],
    ['NL91 ABNA 0417 1643 00 op naam van', ['iban']],
    ['NL91ABNA0417164300', ['iban']],
    ['nl91abna0417164300.', ['iban']],
    ['NL92 ABNA 0417 1643 00', ['phone']],
    ['DE89 3704 0044 0532 0130 00', ['iban']],
    ['4401BT 12', []],
  ])('in "%s" is %j', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });

  test('is found for whatever text at once', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', ' ', '.', '-', 'N', 'L', '@', '+'), maxLength: 5000 });
    fc.assert(
      fc.property(digits, (text) => personalIn(text).size <= 4),
      { seed: 1, numRuns: 50 },
    );
    expect(kinds('a.'.repeat(50_000))).toEqual([]);
    expect(kinds('NL91 '.repeat(20_000))).toEqual([]);
  });
});
