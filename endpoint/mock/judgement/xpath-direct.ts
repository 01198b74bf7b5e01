import { type Attr, Element, type Node } from 'slimdom';
import { ncName } from '#xml/ncname';
import { parseXPath, type Step } from './xpath-syntax.ts';

/** Finds what a plain path of children and attributes finds, without the engine; undefined for any other expression. */
export const directPath = (
  text: string,
  namespaces: Readonly<Record<string, string>>,
): ((context: Node) => readonly Node[]) | undefined => {
  const expression = parseXPath(text);
  if (expression.kind !== 'path' || expression.start !== undefined) return undefined;
  const moves = expression.steps.map((step) => moveOf(step, namespaces));
  if (!moves.every((move) => move !== undefined)) return undefined;
  return (context) => moves.reduce<readonly Node[]>((nodes, move) => nodes.flatMap(move), [context]);
};

type Move = (node: Node) => readonly Node[];

const nameTest = new RegExp(`^(@?)(?:(${ncName}):)?(${ncName}|\\*)$`, 'u');

/** A namespace declaration is no attribute for XPath. */
const declarations = 'http://www.w3.org/2000/xmlns/';

/** Children keep document order from step to step, so nothing need be sorted. */
const moveOf = (
  { separator, test, predicates }: Step,
  namespaces: Readonly<Record<string, string>>,
): Move | undefined => {
  const [, at, prefix, name] = nameTest.exec(test) ?? [];
  if (separator === '//' || predicates.length > 0 || name === undefined) return undefined;
  const namespace = prefix === undefined ? null : namespaces[prefix];
  if (namespace === undefined) return undefined;
  const anyNamespace = name === '*' && prefix === undefined;
  const fits = (node: Element | Attr): boolean =>
    (name === '*' || node.localName === name) &&
    (anyNamespace ? node.namespaceURI !== declarations : node.namespaceURI === namespace);
  if (at === '@') return (node) => (node instanceof Element ? node.attributes.filter(fits) : []);
  return (node) => (node instanceof Element ? node.children.filter(fits) : []);
};
