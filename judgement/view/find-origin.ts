import type { OpenNode } from '#xml/document';
import { elementsOf, type XmlElement } from '#xml/tree';
import { compileXPath, type XPath } from '#xml/xpath';
import type { Origin, View } from './build-view.ts';

/** Finds where in the message a node of a written view comes from. */
export interface OriginFinder {
  readonly find: (node: OpenNode, view: View) => Origin | undefined;
  /** The element of the view, and those around it from the inside out. */
  readonly lineage: (node: OpenNode, view: View) => readonly XmlElement[];
  readonly dispose: () => void;
}

/** The written view and its tree have the same elements in the same order, so a count is enough. */
export const originFinder = (): OriginFinder => {
  const position: XPath = compileXPath('count(preceding::*) + count(ancestor::*)');
  const lineage = (node: OpenNode, { tree }: View): readonly XmlElement[] =>
    lineages(tree, [])[Number(position.evaluate(node))] ?? [];
  return {
    lineage,
    find: (node, view) =>
      lineage(node, view)
        .map((element) => view.origins.get(element))
        .find((origin) => origin !== undefined),
    dispose: position.dispose,
  };
};

/** Each element in document order, followed by its ancestors from the inside out. */
const lineages = (element: XmlElement, above: readonly XmlElement[]): readonly (readonly XmlElement[])[] => {
  const own = [element, ...above];
  return [own, ...elementsOf(element).flatMap((child) => lineages(child, own))];
};
