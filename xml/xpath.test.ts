import { describe, expect, test } from 'vitest';
import { withDocument } from './document.ts';
import { compileXPath, isNodes, stringOf } from './xpath.ts';
import { functionsOf, prefixesOf, variablesOf, xpathTokens } from './xpath-tokens.ts';
import { isContextFree, replaceVariables } from './xpath-variables.ts';

const document = Buffer.from('<p:a xmlns:p="urn:p" b="1"><p:c>x</p:c><p:c>y</p:c></p:a>');

const at = (expression: string, namespaces = { q: 'urn:p' }): unknown =>
  withDocument(document, ({ root }) => {
    const xpath = compileXPath(expression, namespaces);
    try {
      const value = xpath.evaluate(root);
      return isNodes(value) ? value.map((node) => node.content) : value;
    } finally {
      xpath.dispose();
    }
  });

describe('compileXPath', () => {
  test.each([
    ['q:c', ['x', 'y']],
    ['@b', ['1']],
    ['count(q:c)', 2],
    ["q:c = 'y'", true],
    ['string(q:c[2])', 'y'],
    ['/..', []],
  ])('evaluates %s', (expression, expected) => {
    expect(at(expression)).toEqual(expected);
  });

  test.each([
    ['r:c', 'XPath "r:c": no namespace is declared for the prefix r'],
    ['current()', 'XPath "current()": current is no function of XPath 1.0'],
    ["matches(., 'x')", `XPath "matches(., 'x')": matches is no function of XPath 1.0`],
    ['$x + 1', 'XPath "$x + 1": x is a variable without a value'],
    ['a ~ b', 'XPath "a ~ b": unexpected "~ b" at 3'],
    ["'open", `XPath "'open": unexpected "'open" at 1`],
  ])('refuses %s', (expression, message) => {
    expect(() => at(expression)).toThrow(message);
  });

  test.each(['a[', 'a b', '', 'a/'])('refuses bad syntax: %j', (expression) => {
    expect(() => at(expression)).toThrow('XPath ');
  });

  test('an argument of the wrong type is an error of the evaluation', () => {
    expect(() => at("count('x')")).toThrow(`XPath "count('x')"`);
  });
});

test.each([
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-1.25e21, '-1250000000000000000000'],
  [-0, '0'],
  [0.1, '0.1'],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [true, 'true'],
])('the string of %d has no exponent', (value, expected) => {
  expect(stringOf(value)).toBe(expected);
});

describe('xpathTokens', () => {
  test('tells operators from names by what stands before them', () => {
    const kinds = xpathTokens('div div * * @*[and or mod]').map(({ kind, text }) => `${kind} ${text}`);

    expect(kinds.join(', ')).toBe(
      'name div, operator div, name *, operator *, symbol @, name *, symbol [, name and, operator or, name mod, symbol ]',
    );
  });

  test('a name with a hyphen, a dot or an accent is one name, and quotes hide what is in them', () => {
    expect(xpathTokens(`a-b.c/é = '$x and "y"'`).map(({ text }) => text)).toEqual([
      'a-b.c',
      '/',
      'é',
      '=',
      `'$x and "y"'`,
    ]);
  });

  test('knows axes, node types and functions', () => {
    const expression = 'ancestor :: p:a/text()[p:f(child::node()) and count ($v)]';

    expect(functionsOf(expression)).toEqual(['p:f', 'count']);
    expect(prefixesOf(expression)).toEqual(['p']);
    expect(variablesOf(expression)).toEqual(['v']);
    expect(
      xpathTokens(expression)
        .filter(({ kind }) => kind === 'axis')
        .map(({ text }) => text),
    ).toEqual(['ancestor', 'child']);
  });
});

describe('replaceVariables', () => {
  test('puts expressions in brackets and leaves text in quotes alone', () => {
    expect(replaceVariables(`$a * $a-b + '$a'`, (name) => (name === 'a' ? '1 + 1' : '2'))).toBe(`(1 + 1) * (2) + '$a'`);
  });

  test('gives nothing when a variable has no value', () => {
    expect(replaceVariables('$a', () => undefined)).toBeUndefined();
  });
});

describe('isContextFree', () => {
  test.each([
    '/a/b[c = 1]',
    "count(//a) = 2 and 'b'",
    '(/a | //b)/c[position() = 1]',
    '1 + 2',
    'string(/a/@b)',
    "concat('a', /b)",
  ])('holds for %s', (expression) => {
    expect(isContextFree(expression)).toBe(true);
  });

  test.each([
    'a',
    '.',
    '..',
    '@b',
    '/a | b',
    'count(a)',
    'string()',
    'normalize-space( )',
    'position() = 1',
    'child::a',
    '*',
    'text()',
    'self::node()',
  ])('fails for %s', (expression) => {
    expect(isContextFree(expression)).toBe(false);
  });
});
