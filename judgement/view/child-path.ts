import { OpenElement, type OpenNode, siblingAfter } from '#xml/document';
import { ncName } from '#xml/ncname';
import { keyOf } from '#xml/qname';

/** A path of child elements, from the outermost on; `*` takes any. */
export type ChildPath = readonly string[];

/** The path that an XPath is; undefined when it is more than names of children. */
export const childPathOf = (
  expression: string,
  namespaces: Readonly<Record<string, string>>,
): ChildPath | undefined => {
  const steps = expression.split('/').map((step) => stepOf(step.trim(), namespaces));
  return steps.every((step) => step !== undefined) ? steps : undefined;
};

const stepForm = new RegExp(`^(?:(?:(${ncName}):)?(${ncName})|\\*)$`, 'u');

const stepOf = (step: string, namespaces: Readonly<Record<string, string>>): string | undefined => {
  const [all, prefix, name] = stepForm.exec(step) ?? [];
  if (all === undefined || name === undefined) return all;
  const namespace = prefix === undefined ? '' : namespaces[prefix];
  return namespace === undefined ? undefined : keyOf({ name, namespace });
};

/** Finds what a path leads to from a node, in document order. */
export type FindChildren = (node: OpenNode, path: ChildPath) => readonly OpenNode[];

/** Reads the children of an element once for all paths that pass it: an evaluation of XPath has a price, and roles are many. */
export const childFinder = (): FindChildren => {
  const known = new Map<OpenNode, Children>();
  const childrenOf = (node: OpenNode): Children => {
    const children = known.get(node) ?? readChildren(node);
    known.set(node, children);
    return children;
  };
  return (node, path) =>
    path.reduce<readonly OpenNode[]>(
      (nodes, step) => {
        const [only] = nodes;
        return nodes.length === 1 && only !== undefined
          ? at(childrenOf(only), step)
          : nodes.flatMap((one) => at(childrenOf(one), step));
      },
      [node],
    );
};

/** By name and, under `*`, all. */
type Children = ReadonlyMap<string, readonly OpenNode[]>;

const at = (children: Children, step: string): readonly OpenNode[] => children.get(step) ?? [];

const readChildren = (node: OpenNode): Children => {
  const children = new Map<string, OpenNode[]>();
  const put = (key: string, child: OpenNode): void => {
    const same = children.get(key);
    if (same === undefined) children.set(key, [child]);
    else same.push(child);
  };
  if (!(node instanceof OpenElement)) return children;
  for (let child: OpenNode | null = node.firstChild; child !== null; child = siblingAfter(child)) {
    if (!(child instanceof OpenElement)) continue;
    put(keyOf({ name: child.name, namespace: child.namespaceUri }), child);
    put('*', child);
  }
  return children;
};
