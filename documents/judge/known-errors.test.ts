import { describe, expect, test } from 'vitest';
import type { XmlMessage } from '#xml/xml-error';
import { explainedAlarm } from './known-errors.ts';

const said = (message: string): XmlMessage => ({ message, line: 1, file: undefined, xpath: undefined });

const alarm = (value: string, pattern: string): readonly XmlMessage[] => [
  said(`Element 'r': [facet 'pattern'] The value '${value}' is not accepted by the pattern '${pattern}'.`),
  said(`Element 'r': '${value}' is not a valid value of the local atomic type.`),
];

describe('a pattern that libxml2 holds against a document', () => {
  test('is pardoned where another reader of patterns takes the value', () => {
    expect(explainedAlarm(alarm('g ', '[a-z]_*( *){2,} '))).toContain('another reader of patterns takes it too');
  });

  test.each([
    ['g', '[a-z]_*( *){2,} '],
    ["it's", "[a-z]+'"],
    ['x', '(['],
  ])('counts where it takes %s as little by %s', (value, pattern) => {
    expect(explainedAlarm(alarm(value, pattern))).toBeUndefined();
  });

  test('pardons nothing else that is held against it', () => {
    const other = said("Element 'x': This element is not expected.");

    expect(explainedAlarm([...alarm('g ', '[a-z]_*( *){2,} '), other])).toBeUndefined();
  });
});
