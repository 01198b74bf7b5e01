import type { OpenNode } from '#xml/document';
import { elementsOf, type XmlElement } from '#xml/tree';
import { compileXPath, type XPath } from '#xml/xpath';
import type { Origin, View } from './build-view.ts';

/** Finds where in the message a node of a written view comes from. */
export interface OriginFinder {
  readonly find: (node: OpenNode, view: View) => Origin | undefined;
  readonly dispose: () => void;
}

/** The written view and its tree have the same elements in the same order, so a count is enough. */
export const originFinder = (): OriginFinder => {
  const position: XPath = compileXPath('count(preceding::*) + count(ancestor::*)');
  return {
    find: (node, view) => nearest(Number(position.evaluate(node)), view),
    dispose: position.dispose,
  };
};

/** The origin of an element, or of the nearest one around it that has one. */
const nearest = (position: number, { tree, origins }: View): Origin | undefined => {
  const lines = lineages(tree, []);
  return lines[position]?.map((element) => origins.get(element)).find((origin) => origin !== undefined);
};

/** Each element in document order, followed by its ancestors from the inside out. */
const lineages = (element: XmlElement, above: readonly XmlElement[]): readonly (readonly XmlElement[])[] => {
  const own = [element, ...above];
  return [own, ...elementsOf(element).flatMap((child) => lineages(child, own))];
};
