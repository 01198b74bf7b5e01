import { Schema } from 'node-schematron';
import { describe, expect, test } from 'vitest';
import type { Rule, RuleVariable } from '#contract/contract';
import { withDocument } from '#xml/document';
import { compileRules } from './oracle-rules.ts';
import { inlineTest } from './rule-expression.ts';

const namespaces = { v: 'urn:v' };
const view = `<v:a xmlns:v="urn:v" k="1"><v:b s="x" n="2">x<v:c s="x"/><v:c s="y"/></v:b><v:b s="y" n="3">it's "q"<v:c s="x"/></v:b></v:a>`;

interface Scope {
  readonly lets?: readonly Let[];
  readonly unless?: readonly string[];
}

type Let = readonly [name: string, value: string, at?: RuleVariable['at']];

const rule = (context: string, test: string, { lets = [], unless = [] }: Scope = {}): Rule => ({
  id: 'r',
  severity: 'error',
  context,
  test,
  unless,
  lets: lets.map(([name, value, at = 'context']) => ({ name, value, at })),
  text: { nl: '', en: '' },
  place: { file: 'rules.sch', line: 1 },
  ground: 'assumed',
  source: '',
});

/** How often the rule is broken, by our engine. */
const broken = (one: Rule): number => {
  const rules = compileRules([one], namespaces);
  try {
    return withDocument(Buffer.from(view), ({ root }) => rules.breaches(root).length);
  } finally {
    rules.dispose();
  }
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const letsOf = ({ lets }: Rule, at: RuleVariable['at']): string =>
  lets
    .filter((one) => one.at === at)
    .map(({ name, value }) => `<let name="${name}" value="${escaped(value)}"/>`)
    .join('');

/** The same by node-schematron, from a schema with the same rule. */
const brokenBySchematron = (one: Rule): number => {
  const earlier = one.unless.map((context) => `<rule context="${escaped(context)}"><assert test="true()"/></rule>`);
  const schema = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt"><ns prefix="v" uri="urn:v"/>
    ${letsOf(one, 'document')}<pattern>${earlier.join('')}<rule context="${escaped(one.context)}">${letsOf(one, 'context')}
    <assert id="r" test="${escaped(one.test)}">x</assert></rule></pattern></schema>`;
  return Schema.fromString(schema).validateString(view).length;
};

interface Case {
  readonly what: string;
  readonly rule: Rule;
  readonly inline: boolean;
  readonly breaches: number;
}

const inBoth: readonly Case[] = [
  { what: 'no variable', rule: rule('/v:a/v:b', "@s = 'x'"), inline: true, breaches: 1 },
  {
    what: 'a variable of the context',
    rule: rule('/v:a/v:b', "$s = 'x'", { lets: [['s', '@s']] }),
    inline: true,
    breaches: 1,
  },
  { what: 'contexts anywhere', rule: rule('//v:c', "@s = 'x'"), inline: true, breaches: 1 },
  {
    what: 'an absolute variable in a predicate',
    rule: rule('/v:a/v:b', 'v:c[@s = $s]', { lets: [['s', '/v:a/v:b[1]/@s', 'document']] }),
    inline: true,
    breaches: 0,
  },
  {
    what: 'a variable that uses another',
    rule: rule('/v:a/v:b', '$m > 4', {
      lets: [
        ['n', 'number(@n)'],
        ['m', '$n * 2'],
      ],
    }),
    inline: true,
    breaches: 1,
  },
  {
    what: 'nodes of an earlier rule',
    rule: rule('//v:b | //v:c', "@s = 'x'", { unless: ['/v:a/v:b'] }),
    inline: true,
    breaches: 1,
  },
  {
    what: 'a string of the context in a predicate',
    rule: rule('/v:a/v:b', 'v:c[@s = $s]', { lets: [['s', 'string(@s)']] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'an attribute of the context in a predicate',
    rule: rule('/v:a/v:b', 'v:c[@s = $s]', { lets: [['s', '@s']] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'a number of the context in a predicate',
    rule: rule('/v:a/v:b', 'count(//v:b[number(@n) > $n]) = 0', { lets: [['n', 'number(@n)']] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'a boolean of the context in a predicate',
    rule: rule('/v:a/v:b', "v:c[$x and @s = 'y']", { lets: [['x', "@s = 'x'"]] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'a text with both quotes in a predicate',
    rule: rule('/v:a/v:b', '//v:b[string(text()) = $t]', { lets: [['t', 'string(text())']] }),
    inline: false,
    breaches: 0,
  },
  {
    what: 'text nodes in a predicate',
    rule: rule('/v:a/v:b', "//v:b[$t = 'x']", { lets: [['t', 'text()']] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'not a number in a predicate',
    rule: rule('/v:a', 'v:b[number(@n) > $n]', { lets: [['n', 'number(@nothing)']] }),
    inline: false,
    breaches: 1,
  },
  {
    what: 'a relative variable of the document',
    rule: rule('/v:a/v:b', '$n = 2', { lets: [['n', 'count(v:a/v:b)', 'document']] }),
    inline: false,
    breaches: 0,
  },
  {
    what: 'a variable that uses another in a predicate',
    rule: rule('/v:a/v:b', 'v:c[@s = $t]', {
      lets: [
        ['s', '@s'],
        ['t', 'string($s)'],
      ],
    }),
    inline: false,
    breaches: 1,
  },
];

describe.each(inBoth)('$what', ({ rule: one, inline, breaches }) => {
  test(inline ? 'is inlined' : 'is computed at each node', () => {
    expect(inlineTest(one) !== undefined).toBe(inline);
  });

  test('is judged alike by both engines', () => {
    expect(broken(one)).toBe(breaches);
    expect(brokenBySchematron(one)).toBe(breaches);
  });
});

// node-schematron hands an empty node-set on as an array, which has no truth value.
test('an empty node-set in a variable is false', () => {
  expect(broken(rule('/v:a/v:b', 'v:c[not($e)]', { lets: [['e', 'v:nothing']] }))).toBe(0);
  expect(broken(rule('/v:a/v:b', 'v:c[$e]', { lets: [['e', 'v:nothing']] }))).toBe(2);
});

test('a test that asks for its position is not taken for one in a predicate', () => {
  expect(() => broken(rule('/v:a/v:b', 'position() = 1'))).toThrow('XPath');
});

test('a rule that can not be evaluated is no rule that is kept', () => {
  expect(() => broken(rule('/v:a/v:b', "count('x') = 1"))).toThrow('XPath');
});
