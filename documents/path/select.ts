import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import type { SimplePath, Step } from '#xml/simple-path';

/** A node of a tree: the child indexes that lead to an element, and one of its attributes where that is meant. */
export interface Location {
  readonly steps: readonly number[];
  readonly attribute: QName | undefined;
}

/** The nodes that a path leads to from one node of a tree, in document order. */
export const select = (root: XmlElement, from: Location, path: SimplePath): readonly Location[] => {
  const found = path.flatMap((row) =>
    row.reduce<readonly Location[]>((nodes, step) => walk(root, nodes, step), [from]),
  );
  return found.length < 2 ? found : unique(found).toSorted(inOrder);
};

const walk = (root: XmlElement, nodes: readonly Location[], step: Step): readonly Location[] =>
  unique(nodes.flatMap((node) => positioned(take(root, node, step), step.positions)));

const take = (root: XmlElement, node: Location, { axis, takes }: Step): readonly Location[] => {
  if (axis === 'self') return [node];
  if (node.attribute !== undefined) return axis === 'descendant-or-self' ? [node] : [];
  if (axis === 'descendant-or-self') return descendants(root, node);
  return axis === 'child' ? children(root, node, takes) : attributes(root, node, takes);
};

const children = (root: XmlElement, node: Location, takes: Step['takes']): readonly Location[] =>
  elementAt(root, node.steps).children.flatMap((child, index) =>
    typeof child !== 'string' && takes(child) ? [{ steps: [...node.steps, index], attribute: undefined }] : [],
  );

const attributes = (root: XmlElement, node: Location, takes: Step['takes']): readonly Location[] =>
  elementAt(root, node.steps)
    .attributes.filter(takes)
    .map(({ name, namespace }) => ({ steps: node.steps, attribute: { name, namespace } }));

const descendants = (root: XmlElement, node: Location): readonly Location[] => [
  node,
  ...children(root, node, () => true).flatMap((child) => descendants(root, child)),
];

const positioned = (nodes: readonly Location[], positions: readonly number[]): readonly Location[] =>
  positions.reduce((kept, position) => kept.slice(position - 1, position), nodes);

const keyOf = ({ steps, attribute }: Location): string =>
  `${steps.join('/')}@${attribute?.namespace ?? ''}:${attribute?.name ?? ''}`;

const unique = (nodes: readonly Location[]): readonly Location[] =>
  nodes.length < 2 ? nodes : [...new Map(nodes.map((node) => [keyOf(node), node])).values()];

const inOrder = (one: Location, other: Location): number => {
  const index = one.steps.findIndex((step, at) => step !== other.steps[at]);
  if (index === -1) return one.steps.length - other.steps.length;
  return (one.steps[index] ?? 0) - (other.steps[index] ?? -1);
};

/** The element that the indexes lead to; throws when they lead nowhere. */
export const elementAt = (root: XmlElement, steps: readonly number[]): XmlElement =>
  steps.reduce((node, index) => {
    const child = node.children[index];
    if (child === undefined || typeof child === 'string') {
      throw new Error(
        `no element at /${steps.join('/')} below <${root.name}>: the tree was changed after it was searched`,
      );
    }
    return child;
  }, root);
