import { elementsOf, type XmlElement } from '../tree.ts';

/** One step of a path that libxml2 gives: `p:Titel[2]`, or `*[3]` for an element in a default namespace. */
const stepPattern = /^(?:[^:[\]]+:)?([^:[\]]+?)(?:\[(\d+)\])?$/u;

/**
 * Follows a path of libxml2 into a tree: indices among child elements, or undefined when it leads nowhere.
 * `depth` is how many elements of the path stand above the tree's root.
 */
export const locate = (tree: XmlElement, xpath: string, depth = 0): readonly number[] | undefined => {
  const steps = xpath
    .split('/')
    .filter((step) => step !== '' && !step.startsWith('@') && !step.endsWith('()'))
    .slice(depth + 1);
  const path: number[] = [];
  let node = tree;
  for (const step of steps) {
    const index = childIndex(node, step);
    const child = elementsOf(node)[index];
    if (child === undefined) return undefined;
    path.push(index);
    node = child;
  }
  return path;
};

const childIndex = (node: XmlElement, step: string): number => {
  const [, name = '', position = '1'] = stepPattern.exec(step) ?? [];
  const children = elementsOf(node);
  // Prefixes are not kept in the tree, so children of one local name in two namespaces are counted together.
  const same = children.filter((child) => name === '*' || child.name === name);
  const found = same[Number(position) - 1];
  return found === undefined ? -1 : children.indexOf(found);
};
