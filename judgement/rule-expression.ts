import type { Rule, RuleVariable } from '#contract/contract';
import type { OpenNode } from '#xml/document';
import { compileXPath, isNodes, nodesOf, stringOf, type XPathValue } from '#xml/xpath';
import { xpathTokens } from '#xml/xpath-tokens';
import { isContextFree, replaceVariables } from '#xml/xpath-variables';

/** A rule's test without variables, or undefined when their values must be computed at each context node. */
export const inlineTest = (rule: Rule): string | undefined => {
  const values = new Map<string, Value>();
  for (const one of rule.lets) {
    const text = replaceVariables(one.value, (name, { depth }) => inlined(values.get(name), depth));
    if (text !== undefined && text.length <= longest)
      values.set(one.name, { text, at: one.at, free: isContextFree(text) });
  }
  const test = replaceVariables(rule.test, (name, { depth }) => inlined(values.get(name), depth));
  return test === undefined || asksForPosition(test) ? undefined : test;
};

/** Characters: variables that are each written twice in the next would double with each. */
const longest = 10_000;

/** A test has no position of its own; in the predicate that it becomes it would have one. */
const asksForPosition = (test: string): boolean =>
  xpathTokens(test).some(({ kind, text, depth }) => kind === 'function' && depth === 0 && positional.has(text));

const positional = new Set(['position', 'last']);

interface Value {
  readonly text: string;
  readonly at: RuleVariable['at'];
  readonly free: boolean;
}

/** In a predicate the context is another node, so only an expression that does not look at it may stand there. */
const inlined = (value: Value | undefined, depth: number): string | undefined => {
  if (value === undefined) return undefined;
  return value.free || (value.at === 'context' && depth === 0) ? value.text : undefined;
};

/** Evaluates a rule's test at a node, its variables first, each at its own context. */
export const testWithVariables = (
  rule: Rule,
  context: OpenNode,
  namespaces: Readonly<Record<string, string>>,
): boolean => {
  const document = nodesOf(evaluate('/', context, namespaces))[0] ?? context;
  const values = new Map<string, string>();
  const valueOf = (expression: string, at: OpenNode): XPathValue =>
    evaluate(replaceVariables(expression, (name) => values.get(name)) ?? expression, at, namespaces);
  for (const { name, value, at } of rule.lets)
    values.set(name, asExpression(valueOf(value, at === 'document' ? document : context), namespaces));
  return valueOf(`boolean(${rule.test})`, context) === true;
};

const evaluate = (expression: string, at: OpenNode, namespaces: Readonly<Record<string, string>>): XPathValue => {
  const xpath = compileXPath(expression, namespaces);
  try {
    return xpath.evaluate(at);
  } finally {
    xpath.dispose();
  }
};

/** An expression that yields this very value at any node. */
const asExpression = (value: XPathValue, namespaces: Readonly<Record<string, string>>): string => {
  if (isNodes(value)) {
    const paths = value.map((node) => pathTo(node, namespaces));
    return paths.length === 0 ? '/..' : paths.join(' | ');
  }
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'boolean') return value ? 'true()' : 'false()';
  if (Number.isNaN(value)) return '0 div 0';
  return Number.isFinite(value) ? stringOf(value) : `${String(Math.sign(value))} div 0`;
};

/** XPath 1.0 has no escapes, so a string with both kinds of quotes is put together from parts. */
const literal = (text: string): string => {
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split('"')
    .map((part) => `"${part}"`)
    .join(`, '"', `)}, "")`;
};

/** The place of a node as a path of positions from the root, attributes and text included. */
const pathTo = (node: OpenNode, namespaces: Readonly<Record<string, string>>): string => {
  const at = (expression: string): string => stringOf(evaluate(expression, node, namespaces));
  const steps: string[] = [];
  const depth = Number(at('count(ancestor::*)'));
  for (let up = depth; up > 0; up -= 1)
    steps.push(`*[${at(`count(ancestor::*[${String(up)}]/preceding-sibling::*) + 1`)}]`);
  return `/${[...steps, lastStep(at)].filter((step) => step !== '').join('/')}`;
};

const lastStep = (at: (expression: string) => string): string => {
  if (at('boolean(self::*)') === 'true') return `*[${at('count(preceding-sibling::*) + 1')}]`;
  if (at('boolean(self::text())') === 'true') return `text()[${at('count(preceding-sibling::text()) + 1')}]`;
  if (at('boolean(..)') === 'false') return '';
  return `@*[local-name() = ${literal(at('local-name()'))} and namespace-uri() = ${literal(at('namespace-uri()'))}]`;
};
