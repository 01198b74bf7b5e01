import { type Attr, Document, Element, type Node } from 'slimdom';
import { ncName } from '#xml/ncname';
import { booleanOf, type Direct } from './xpath-direct-value.ts';
import { directCall } from './xpath-direct-call.ts';
import { compareDirectly } from './xpath-direct-comparison.ts';
import { type Expression, parseXPath, type Step } from './xpath-syntax.ts';

/** URIs by prefix. */
export type Namespaces = Readonly<Record<string, string>>;

type Find = (context: Node) => readonly Node[];

/** Finds what a path of children and attributes finds, without the engine; undefined for any other expression. */
export const directPath = (text: string, namespaces: Namespaces): Find | undefined =>
  directPathOf(parseXPath(text), namespaces);

/** The same for a parsed expression. */
export const directPathOf = (expression: Expression, namespaces: Namespaces): Find | undefined => {
  if (expression.kind !== 'path' || expression.start !== undefined) return undefined;
  const moves = expression.steps.map((step) => moveOf(step, namespaces));
  if (!moves.every((move) => move !== undefined)) return undefined;
  const [only] = moves;
  if (moves.length === 1 && only !== undefined) return only;
  return (context) => moves.reduce<readonly Node[]>((nodes, move) => nodes.flatMap(move), [context]);
};

type Move = (node: Node) => readonly Node[];

const nameTest = new RegExp(`^(@?)(?:(${ncName}):)?(${ncName}|\\*)$`, 'u');

/** A namespace declaration is no attribute for XPath. */
const declarations = 'http://www.w3.org/2000/xmlns/';

const moveOf = ({ separator, test, predicates }: Step, namespaces: Namespaces): Move | undefined => {
  const wanted = separator === '//' ? undefined : wantedBy(test, namespaces);
  const conditions = predicates.map((one) => predicateOf(one, namespaces));
  if (wanted === undefined || !conditions.every((one) => one !== undefined)) return undefined;
  if (wanted.isAttribute && wanted.namespace === null && wanted.name !== '*' && conditions.length === 0)
    return attributeMove(wanted.name);
  return moveTo(wanted, conditions);
};

/** What a name test asks for. */
interface Wanted {
  readonly isAttribute: boolean;
  /** `*` for any. */
  readonly name: string;
  /** Undefined for any. */
  readonly namespace: string | null | undefined;
}

const wantedBy = (test: string, namespaces: Namespaces): Wanted | undefined => {
  const [, at, prefix, name] = nameTest.exec(test) ?? [];
  if (name === undefined) return undefined;
  const isAttribute = at === '@';
  if (prefix === undefined) return { isAttribute, name, namespace: name === '*' ? undefined : null };
  const namespace = namespaces[prefix];
  return namespace === undefined ? undefined : { isAttribute, name, namespace };
};

/** Children keep document order from step to step, so nothing need be sorted. */
const moveTo = ({ isAttribute, name, namespace }: Wanted, conditions: readonly ((node: Node) => boolean)[]): Move => {
  const fits = (node: Element | Attr): boolean =>
    (name === '*' || node.localName === name) &&
    (namespace === undefined ? node.namespaceURI !== declarations : node.namespaceURI === namespace) &&
    conditions.every((holds) => holds(node));
  if (isAttribute) return (node) => (node instanceof Element ? node.attributes.filter(fits) : []);
  return (node) => (node instanceof Element || node instanceof Document ? node.children.filter(fits) : []);
};

/** Quick, since there may be as many as a geometry has coordinates. */
const attributeMove =
  (name: string): Move =>
  (node) => {
    const found = node instanceof Element ? node.getAttributeNodeNS(null, name) : null;
    return found === null ? [] : [found];
  };

/** A number would ask for a position, which is not known here. */
const predicateOf = (expression: Expression, namespaces: Namespaces): ((node: Node) => boolean) | undefined => {
  const direct = directOf(expression, namespaces);
  return direct === undefined || direct.type === 'number' ? undefined : booleanOf(direct);
};

/** Compiles what rests on a node and what is below it; undefined for an expression that needs the engine. */
const directOf = (expression: Expression, namespaces: Namespaces): Direct | undefined => {
  switch (expression.kind) {
    case 'literal':
      return { type: 'string', of: () => expression.value };
    case 'number':
      return { type: 'number', of: () => expression.value };
    case 'negative': {
      const operand = directOf(expression.operand, namespaces);
      if (operand?.type !== 'number') return undefined;
      return { type: 'number', of: (node) => -operand.of(node) };
    }
    case 'call': {
      const given = expression.arguments.map((one) => directOf(one, namespaces));
      return given.every((one) => one !== undefined) ? directCall(expression.name, given) : undefined;
    }
    case 'binary':
      return binary(expression, namespaces);
    case 'path': {
      const of = directPathOf(expression, namespaces);
      return of && { type: 'nodes', of };
    }
    default:
      return undefined;
  }
};

const binary = (
  { operator, left, right }: Expression & { readonly kind: 'binary' },
  namespaces: Namespaces,
): Direct | undefined => {
  const [one, other] = [directOf(left, namespaces), directOf(right, namespaces)];
  if (one === undefined || other === undefined) return undefined;
  if (operator !== 'and' && operator !== 'or') return compareDirectly(operator, one, other);
  const [first, second] = [booleanOf(one), booleanOf(other)];
  const of = operator === 'and' ? (n: Node) => first(n) && second(n) : (n: Node) => first(n) || second(n);
  return { type: 'boolean', of };
};
