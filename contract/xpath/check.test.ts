import { describe, expect, test } from 'vitest';
import { checkXPath } from './check.ts';

const scope = {
  prefixes: ['v'],
  variables: new Map([
    ['n', 'number' as const],
    ['s', 'string' as const],
  ]),
};
const facts = (source: string): unknown => checkXPath(source, scope);
const refusal = (source: string): string => {
  try {
    checkXPath(source, scope);
  } catch (error) {
    return error instanceof Error ? error.message.slice(`XPath ${JSON.stringify(source)}: `.length) : 'no error';
  }
  return 'accepted';
};

describe('checkXPath', () => {
  test.each([
    ['parentheses', `${'('.repeat(5000)}1${')'.repeat(5000)}`, 101],
    ['calls', `${'not('.repeat(101)}1${')'.repeat(101)}`, 404],
    ['predicates', `${'v:a['.repeat(101)}1${']'.repeat(101)}`, 404],
    ['signs', `${'-'.repeat(5000)}1`, 101],
  ])('refuses %s that are nested too deep', (_, source, column) => {
    expect(() => checkXPath(source, scope)).toThrow(
      `: it is nested deeper than 100; take it apart (column ${String(column)})`,
    );
  });

  test.each([
    ['sums', `1${'+1'.repeat(5000)}`],
    ['steps', `v:a${'/v:a'.repeat(5000)}`],
  ])('refuses %s that are too long', (_, source) => {
    expect(() => checkXPath(source, scope)).toThrow('it has more than 500 operators and steps; take it apart');
  });

  test('reads what is as deep as it may be', () => {
    expect(checkXPath(`${'('.repeat(100)}1${')'.repeat(100)}`, scope)).toMatchObject({ type: 'number' });
  });

  test.each([
    ['v:a/v:b', { type: 'nodes', absolute: false, contextual: true }],
    ['/v:a//v:b[@c = "d"][2]/..', { type: 'nodes', absolute: true, contextual: false }],
    ['/', { type: 'nodes', absolute: true, contextual: false }],
    ['/v:a | //v:b', { type: 'nodes', absolute: true, contextual: false }],
    ['/v:a | v:b', { type: 'nodes', absolute: false, contextual: true }],
    ['local-name()', { type: 'string', absolute: false, contextual: true }],
    ['count(/v:a/v:b[. = "x"]) > 1', { type: 'boolean', absolute: false, contextual: false }],
    ["number(translate(@a, '-', '')) <= $n", { type: 'boolean', absolute: false, contextual: true }],
    ['- 1 + 2 * 3 div 4 mod 5', { type: 'number', absolute: false, contextual: false }],
    [
      '* | @* | self::node() | child::processing-instruction("x")',
      { type: 'nodes', absolute: false, contextual: true },
    ],
    ['(/v:a)[last()]/v:b', { type: 'nodes', absolute: true, contextual: false }],
    ["concat('a', $s, v:b)", { type: 'string', absolute: false, contextual: true }],
    ['not(v:a) and (v:b or true())', { type: 'boolean', absolute: false, contextual: true }],
    ['.//@v:id', { type: 'nodes', absolute: false, contextual: true }],
    ['v:a[v:b/@c]/v:d-e.f', { type: 'nodes', absolute: false, contextual: true }],
  ])('reads %s', (source, expected) => {
    expect(facts(source)).toEqual(expected);
  });

  test.each([
    ['', 'the expression ends where a step belongs (column 1)'],
    ['v:a/', 'the expression ends where a step belongs (column 5)'],
    ['v:a[', 'the expression ends where a step belongs (column 5)'],
    ['v:a[1', 'the expression ends where ] belongs (column 6)'],
    ['v:a]', '"]" stands where an operator or the end belongs (column 4)'],
    ['w:a', 'prefix "w" is unknown, did you mean "v"? (column 1)'],
    ['$m', 'variable $m is unknown, did you mean "$n"? (column 1)'],
    ['v:a eq 1', '"eq" stands where an operator or the end belongs (column 5)'],
    ['for $x in v:a return 1', '"$x" stands where an operator or the end belongs (column 5)'],
    ['if (v:a) then 1 else 2', 'if() is not in the core library of XPath 1.0 that all engines share (column 1)'],
    ['v:a/(v:b)', '"(" stands where a step belongs (column 5)'],
    ['v:a = (1, 2)', '"," stands where ) belongs (column 9)'],
    ['document("x")', 'document() is not in the core library of XPath 1.0 that all engines share (column 1)'],
    [
      'starts_with(v:a, "b")',
      'starts_with() is not in the core library of XPath 1.0 that all engines share, did you mean "starts-with"? (column 1)',
    ],
    ['id("x")', 'id() is not in the core library of XPath 1.0 that all engines share (column 1)'],
    ['namespace::*', 'the namespace axis is not in every engine (column 1)'],
    ['uncle::v:a', '"uncle" is not an axis (column 1)'],
    ['a:b:c', 'unexpected ":c" at 4'],
    ['"unclosed', 'unexpected "\\"unclosed" at 1'],
    ['count()', "count() can't take 0 arguments (column 1)"],
    ['count("a")', 'count() is given a string: give it a path (column 1)'],
    ['string-length(5)', 'string-length() is given a number: write string(...) (column 1)'],
    ['v:a < v:b', '"<" takes numbers only, since engines convert text in different ways: write number(...) (column 5)'],
    ['@a + 1', '"+" takes numbers only, since engines convert text in different ways: write number(...) (column 4)'],
    [
      '@a = 1',
      '"=" has a number on one side only, and engines convert the other in different ways: write number(...) (column 4)',
    ],
    [
      'v:a = true()',
      '"=" has a boolean on one side only, and engines convert the other in different ways: write boolean(...) (column 5)',
    ],
    ['"a" | v:b', '"|" joins nodes only (column 5)'],
    ['"a"/v:b', '"/" follows something that is not nodes (column 4)'],
    ['v:a || v:b', '"|" stands where a step belongs (column 6)'],
    ['v:a => v:b', '">" stands where a step belongs (column 6)'],
    ['v:a ! v:b', 'unexpected "! v:b" at 5'],
    ['1 to 2', '"to" stands where an operator or the end belongs (column 3)'],
    ['some $x in v:a satisfies $x', '"$x" stands where an operator or the end belongs (column 6)'],
    ['@*:a', 'unexpected ":a" at 3'],
    ['element(v:a)', 'element() is not in the core library of XPath 1.0 that all engines share (column 1)'],
    ['v:a/string()', '"string" stands where a step belongs (column 5)'],
    ['(: comment :) v:a', 'unexpected ": comment " at 2'],
  ])('refuses %s', (source, message) => {
    expect(refusal(source)).toBe(message);
  });
});
