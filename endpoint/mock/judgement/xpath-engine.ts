import fontoxpath from 'fontoxpath';
import type { Node } from 'slimdom';
import { functionNamespace, numberText, xpathFunctions } from './xpath-functions.ts';
import { directPath } from './xpath-direct.ts';
import { countOutside } from './xpath-outside.ts';
import { translateXPath } from './xpath-translation.ts';

for (const { name, parameters, result, call } of xpathFunctions)
  fontoxpath.registerCustomXPathFunction(
    { namespaceURI: functionNamespace, localName: name },
    [...parameters],
    result,
    (_context: unknown, ...values: (string | number | boolean)[]) => call(...values),
  );

const counts = (name: string, result: string, call: (count: number) => number | boolean): void => {
  fontoxpath.registerCustomXPathFunction(
    { namespaceURI: functionNamespace, localName: name },
    ['xs:double', 'node()'],
    result,
    (_context: unknown, number: number, node: Node) => call(countOutside(number, node)),
  );
};
counts('count', 'xs:double', (count) => count);
counts('exists', 'xs:boolean', (count) => count > 0);

/** What an expression finds: nodes in document order, or the text of a plain value. */
export type Found = readonly Node[] | string;

/** An XPath 1.0 expression, ready to be evaluated on a DOM. */
export type CompiledXPath = (context: Node) => Found;

/** Compiles XPath 1.0 for the DOM; throws a SyntaxError. */
export const compileXPath = (text: string, namespaces: Readonly<Record<string, string>>): CompiledXPath =>
  directPath(text, namespaces) ?? byEngine(text, namespaces);

const byEngine = (text: string, namespaces: Readonly<Record<string, string>>): CompiledXPath => {
  const { expression, type } = translateXPath(text, { variables: new Map(), namespaces });
  const options = { namespaceResolver: (prefix: string): string => namespaces[prefix] ?? '' };
  if (type === 'nodes')
    return (context) => fontoxpath.evaluateXPathToNodes<Node>(expression, context, null, null, options);
  if (type === 'string') return (context) => fontoxpath.evaluateXPathToString(expression, context, null, null, options);
  if (type === 'number')
    return (context) => numberText(fontoxpath.evaluateXPathToNumber(expression, context, null, null, options));
  return (context) => String(fontoxpath.evaluateXPathToBoolean(expression, context, null, null, options));
};
