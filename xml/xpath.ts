import { XmlError as LibError, XmlXPath } from 'libxml2-wasm';
import type { OpenNode } from './document.ts';
import { XPathError } from './xpath-error.ts';
import { functionsOf, prefixesOf, variablesOf } from './xpath-tokens.ts';

/** What an XPath 1.0 expression yields. */
export type XPathValue = readonly OpenNode[] | string | number | boolean;

/** A compiled expression. It holds memory outside the garbage collector's reach until `dispose`. */
export interface XPath {
  readonly expression: string;
  /** Throws `XPathError` when the library gives up. */
  readonly evaluate: (context: OpenNode) => XPathValue;
  readonly dispose: () => void;
}

/** The function library of XPath 1.0, section 4; XSLT adds functions that are no part of it. */
const coreFunctions: ReadonlySet<string> = new Set(
  (
    'last position count id local-name namespace-uri name string concat starts-with contains substring-before ' +
    'substring-after substring string-length normalize-space translate boolean not true false lang number sum floor ceiling round'
  ).split(' '),
);

/** Compiles XPath 1.0 for libxml2; throws `XPathError` for bad syntax, a prefix not in `namespaces`, a function not in the core library, a variable. */
export const compileXPath = (expression: string, namespaces: Readonly<Record<string, string>> = {}): XPath => {
  const used = prefixesOf(expression).map((prefix): [string, string] => {
    const namespace = namespaces[prefix];
    if (namespace === undefined) throw new XPathError(expression, `no namespace is declared for the prefix ${prefix}`);
    return [prefix, namespace];
  });
  refuse(
    expression,
    'is no function of XPath 1.0',
    functionsOf(expression).filter((name) => !coreFunctions.has(name)),
  );
  refuse(expression, 'is a variable without a value', variablesOf(expression));
  return compiled(expression, Object.fromEntries(used));
};

const refuse = (expression: string, problem: string, [first]: readonly string[]): void => {
  if (first !== undefined) throw new XPathError(expression, `${first} ${problem}`);
};

const compiled = (expression: string, namespaces: Record<string, string>): XPath => {
  const xpath = guarded(expression, () => XmlXPath.compile(expression, namespaces));
  return {
    expression,
    evaluate: (context) => guarded(expression, () => context.eval(xpath)),
    dispose: () => {
      xpath.dispose();
    },
  };
};

const guarded = <Result>(expression: string, use: () => Result): Result => {
  try {
    return use();
  } catch (error) {
    if (error instanceof LibError) throw new XPathError(expression, error.message, error);
    throw error;
  }
};

/** The nodes of a value; none when it is no node-set. */
export const nodesOf = (value: XPathValue): readonly OpenNode[] => (isNodes(value) ? value : []);

/** Tells a node-set from a string, number or boolean. */
export const isNodes = (value: XPathValue): value is readonly OpenNode[] => typeof value === 'object';

/** A value as XPath's `string()` writes it. */
export const stringOf = (value: XPathValue): string => {
  if (isNodes(value)) return value[0]?.content ?? '';
  return typeof value === 'number' ? numberText(value) : String(value);
};

/** XPath 1.0 section 4.2: numbers have no exponent. */
const numberText = (value: number): string => {
  const text = String(Object.is(value, -0) ? 0 : value);
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === '') return text;
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
};
