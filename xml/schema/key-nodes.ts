import type { NameTest, Path } from './model.ts';
import type { QName } from '../qname.ts';

/** Any tree of elements. */
export interface TreeNode<Node> extends QName {
  readonly children: readonly (Node | string)[];
}

/** Where a path ends: at an element, or at those of its attributes that the test takes. */
export interface End<Node> {
  readonly element: Node;
  readonly attribute: NameTest | undefined;
}

/** Where paths lead from an element, each place once, in the order of the paths (part 1, 3.11.4 clauses 1 and 3). */
export const endsOf = <Node extends TreeNode<Node>>(from: Node, paths: readonly Path[]): readonly End<Node>[] => {
  const ends: End<Node>[] = [];
  for (const { deep, steps, attribute } of paths) {
    const starts = deep ? withDescendants(from) : [from];
    const elements = steps.reduce<readonly Node[]>(
      (nodes, test) => nodes.flatMap((one) => childrenOf(one, test)),
      starts,
    );
    for (const element of elements)
      if (!ends.some((one) => one.element === element && one.attribute === attribute))
        ends.push({ element, attribute });
  }
  return ends;
};

/** Does a name test take a name. */
export const takes = (test: NameTest, { namespace, name }: QName): boolean =>
  (test.namespace ?? namespace) === namespace && (test.name ?? name) === name;

const childrenOf = <Node extends TreeNode<Node>>(parent: Node, test: NameTest): readonly Node[] =>
  parent.children.filter((child): child is Node => typeof child !== 'string' && takes(test, child));

const withDescendants = <Node extends TreeNode<Node>>(node: Node): readonly Node[] => {
  const all = [node];
  // The list grows while it is walked.
  for (const one of all) for (const child of one.children) if (typeof child !== 'string') all.push(child);
  return all;
};
