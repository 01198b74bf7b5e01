import type { Namespaces } from './xpath-direct.ts';
import { outside, type Outside } from './xpath-outside.ts';
import { parseXPath, type Expression, type Step } from './xpath-syntax.ts';
import { functionNamespace } from './xpath-functions.ts';

/** What an XPath 1.0 expression yields; it can be told without a document. */
export type XPathType = 'nodes' | 'string' | 'number' | 'boolean';

/** An XPath 1.0 expression in terms of XPath 3.1, in which it means the same. */
export interface Translation {
  readonly expression: string;
  readonly type: XPathType;
  /** Of nodes that are found from the context alone: what tells how many there are, outside the engine. */
  readonly outside?: Outside | undefined;
}

/** What an expression may refer to. */
export interface Scope {
  /** Already translated. */
  readonly variables: ReadonlyMap<string, Translation>;
  /** URIs by prefix. */
  readonly namespaces: Namespaces;
}

const emptyScope: Scope = { variables: new Map(), namespaces: {} };

/** Translates XPath 1.0; throws a SyntaxError for what the core library does not have. */
export const translateXPath = (text: string, scope = emptyScope): Translation => translate(parseXPath(text), scope);

/** The same as a condition, as in a test or a predicate. */
export const translateTest = (text: string, scope = emptyScope): string => asBoolean(translateXPath(text, scope));

const own = (name: string): string => `Q{${functionNamespace}}${name}`;

const translate = (expression: Expression, scope: Scope): Translation => {
  switch (expression.kind) {
    case 'literal':
      return { expression: quoted(expression.value), type: 'string' };
    case 'number':
      return { expression: double(expression.value), type: 'number' };
    case 'variable':
      return variable(expression.name, scope);
    case 'call':
      return call(expression.name, expression.arguments, scope);
    case 'negative':
      return { expression: `(-${asNumber(translate(expression.operand, scope))})`, type: 'number' };
    case 'binary':
      return binary(expression, scope);
    case 'filter':
      return {
        expression: `(${translate(expression.primary, scope).expression})${predicates(expression.predicates, scope)}`,
        type: 'nodes',
      };
    case 'path':
      return { expression: path(expression, scope), type: 'nodes', outside: outside(expression, scope.namespaces) };
  }
};

/** Without an exponent a number would be an integer, which divides differently. */
const double = (value: number): string => (String(value).includes('e') ? String(value) : `${String(value)}e0`);

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const variable = (name: string, { variables }: Scope): Translation => {
  const found = variables.get(name);
  if (found === undefined) throw new SyntaxError(`The variable $${name} has no value here.`);
  return found;
};

/** The string-value of the first node in document order, or the text of a plain value. */
const asString = ({ expression, type }: Translation): string => {
  if (type === 'string') return expression;
  if (type === 'nodes') return `string((${expression})[1])`;
  return type === 'number' ? `${own('text')}(${expression})` : `string(${expression})`;
};

const asNumber = (translation: Translation): string => {
  if (translation.type === 'number') return translation.expression;
  if (translation.type === 'boolean') return `number(${translation.expression})`;
  return `${own('number')}(${asString(translation)})`;
};

const asBoolean = ({ expression, type, outside }: Translation): string => {
  if (type === 'boolean') return expression;
  if (outside?.isConditional === true) return `${own('exists')}(${outside.number}, .)`;
  return type === 'nodes' ? `exists(${expression})` : `boolean(${expression})`;
};

const binary = ({ operator, left, right }: Expression & { readonly kind: 'binary' }, scope: Scope): Translation => {
  const [one, other] = [translate(left, scope), translate(right, scope)];
  if (operator === '|') return { expression: `(${one.expression} | ${other.expression})`, type: 'nodes' };
  if (operator === 'and' || operator === 'or')
    return { expression: `(${asBoolean(one)} ${operator} ${asBoolean(other)})`, type: 'boolean' };
  if (/^[=!<>]/.test(operator)) return { expression: comparison(operator, [one, other]), type: 'boolean' };
  return { expression: `(${asNumber(one)} ${operator} ${asNumber(other)})`, type: 'number' };
};

type Operands = readonly [Translation, Translation];

/** XPath 1.0 section 3.4. */
const comparison = (operator: string, operands: Operands): string => {
  const [one, other] = operands;
  const equality = operator === '=' || operator === '!=';
  const has = (type: XPathType): boolean => one.type === type || other.type === type;
  if (has('boolean')) {
    const as = equality ? asBoolean : (value: Translation): string => `number(${asBoolean(value)})`;
    return `(${as(one)} ${operator} ${as(other)})`;
  }
  if (has('nodes')) return existential(operator, operands);
  const as = equality && !has('number') ? asString : asNumber;
  return `(${as(one)} ${operator} ${as(other)})`;
};

/** A general comparison of XPath 3.1 holds when it does so for any two items; nodes compare as strings there. */
const existential = (operator: string, [one, other]: Operands): string => {
  const equality = operator === '=' || operator === '!=';
  const numeric = !equality || one.type === 'number' || other.type === 'number';
  const operand = (value: Translation): string => {
    if (value.type !== 'nodes') return numeric ? asNumber(value) : asString(value);
    return numeric ? `((${value.expression}) ! ${own('number')}(string(.)))` : `(${value.expression})`;
  };
  return `(${operand(one)} ${operator} ${operand(other)})`;
};

const path = ({ start, steps }: Expression & { readonly kind: 'path' }, scope: Scope): string => {
  const written = steps.map((step) => stepText(step, scope)).join('');
  if (start === undefined) return written;
  if (start === 'root') return steps.length === 0 ? '(/)' : `(${written})`;
  return `(${translate(start, scope).expression})${written}`;
};

const stepText = ({ separator, test, predicates: found }: Step, scope: Scope): string => {
  if (test.startsWith('namespace::'))
    throw new SyntaxError('The namespace axis is not supported. Use namespace-uri().');
  return separator + test + predicates(found, scope);
};

const predicates = (found: readonly Expression[], scope: Scope): string =>
  found
    .map((one) => translate(one, scope))
    .map((one) => (one.type === 'number' ? `[position() = ${one.expression}]` : `[${asBoolean(one)}]`))
    .join('');

const call = (name: string, given: readonly Expression[], scope: Scope): Translation => {
  const write = functions[name];
  if (write === undefined) throw new SyntaxError(`${name}() is no function that XPath 1.0 has.`);
  return write(given.map((one) => translate(one, scope)));
};

type Writer = (values: readonly Translation[]) => Translation;

const context: Translation = { expression: '.', type: 'nodes' };

const strings =
  (name: string, type: XPathType): Writer =>
  (values) => ({ expression: `${name}(${values.map(asString).join(', ')})`, type });

/** Functions of one string, which is the context node's when nothing is given. */
const ofString =
  (name: string, type: XPathType): Writer =>
  ([value = context]) => ({ expression: `${name}(${asString(value)})`, type });

const ofFirstNode =
  (name: string): Writer =>
  ([value = context]) => ({ expression: `string(${name}((${value.expression})[1]))`, type: 'string' });

const ofNumber =
  (name: string): Writer =>
  ([value = context]) => ({ expression: `${name}(${asNumber(value)})`, type: 'number' });

const constant =
  (expression: string, type: XPathType): Writer =>
  () => ({ expression, type });

const substringOf: Writer = ([value = context, ...bounds]) => ({
  expression: `${own('substring')}(${[asString(value), ...bounds.map(asNumber)].join(', ')})`,
  type: 'string',
});

/** The core function library, XPath 1.0 section 4; `lang` and `id` ask for what a delivery never has. */
const functions: Readonly<Record<string, Writer>> = {
  last: constant('number(last())', 'number'),
  position: constant('number(position())', 'number'),
  count: ([value = context]) => ({
    expression:
      value.outside === undefined
        ? `number(count(${value.expression}))`
        : `${own('count')}(${value.outside.number}, .)`,
    type: 'number',
  }),
  'local-name': ofFirstNode('local-name'),
  'namespace-uri': ofFirstNode('namespace-uri'),
  name: ofFirstNode('name'),
  string: ([value = context]) => ({ expression: asString(value), type: 'string' }),
  concat: strings('concat', 'string'),
  'starts-with': strings('starts-with', 'boolean'),
  contains: strings('contains', 'boolean'),
  'substring-before': strings('substring-before', 'string'),
  'substring-after': strings('substring-after', 'string'),
  substring: substringOf,
  'string-length': ofString(own('string-length'), 'number'),
  'normalize-space': ofString(own('normalize-space'), 'string'),
  translate: strings(own('translate'), 'string'),
  boolean: ([value = context]) => ({ expression: asBoolean(value), type: 'boolean' }),
  not: ([value = context]) => ({ expression: `not(${asBoolean(value)})`, type: 'boolean' }),
  true: constant('true()', 'boolean'),
  false: constant('false()', 'boolean'),
  number: ([value = context]) => ({ expression: asNumber(value), type: 'number' }),
  sum: ([value = context]) => ({
    expression: `sum((${value.expression}) ! ${own('number')}(string(.)), 0e0)`,
    type: 'number',
  }),
  floor: ofNumber('floor'),
  ceiling: ofNumber('ceiling'),
  round: ofNumber('round'),
};
