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

const bound = (facet: string, value: string, says: string): readonly XmlMessage[] => [
  said(`Element 'r': [facet '${facet}'] The value '${value}' ${says}.`),
  said(`Element 'r': '${value}' is not a valid value of the atomic type 'D'.`),
];

describe('a bound of durations that libxml2 holds against a document', () => {
  test.each([
    ['minExclusive', 'PT31708780S', "must be greater than 'P1Y'"],
    ['minInclusive', 'PT2764791S', "is less than the minimum value allowed ('P1M')"],
    ['maxExclusive', 'P1Y', "must be less than 'P367D'"],
    ['maxInclusive', 'P1Y', "is greater than the maximum value allowed ('P367D')"],
  ])('is pardoned where the value keeps it at every moment: %s %s', (facet, value, says) => {
    expect(explainedAlarm(bound(facet, value, says))).toContain('leaves out the hours');
  });

  test.each([
    ['minExclusive', 'P365D', "must be greater than 'P1Y'"],
    ['minExclusive', 'P12M', "must be greater than 'P1Y'"],
    ['minInclusive', 'P30D', "is less than the minimum value allowed ('P1M')"],
    ['maxInclusive', 'P367D', "is greater than the maximum value allowed ('P1Y')"],
    ['minInclusive', '3', "is less than the minimum value allowed ('4')"],
  ])('counts where it does not, or no order is known: %s %s', (facet, value, says) => {
    expect(explainedAlarm(bound(facet, value, says))).toBeUndefined();
  });
});
