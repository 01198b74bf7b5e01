import { OpenAttribute, OpenElement, type OpenNode, siblingBefore } from '#xml/document';
import type { Origin } from './view/build-view.ts';

/** The path of a node from the request down, as `Finding` has it. */
export const pathOf = ({ node, inside }: Origin, request: OpenElement): string => {
  if (inside === undefined) return pathBelow(request, node);
  return payloadPrefix(inside, request) + pathBelow(inside.root, node);
};

/** What stands before the paths in a payload. */
export const payloadPrefix = ({ holder, file }: NonNullable<Origin['inside']>, request: OpenElement): string =>
  `${pathOf(holder, request)}!${file}`;

/** The line of a node in its document; of an attribute that of its element. */
export const lineOf = ({ node }: Origin): number =>
  node instanceof OpenElement ? node.line : (node.parent?.line ?? 0);

const pathBelow = (top: OpenElement, node: OpenNode): string => {
  if (node instanceof OpenAttribute) return `${parentPath(top, node)}/@${node.name}`;
  if (!(node instanceof OpenElement)) return parentPath(top, node);
  return node.isSameNode(top) ? `/${node.name}` : parentPath(top, node) + step(node);
};

const parentPath = (top: OpenElement, { parent }: OpenNode): string => (parent === null ? '' : pathBelow(top, parent));

const step = (node: OpenElement): string => {
  let position = 1;
  for (let other = siblingBefore(node); other !== null; other = siblingBefore(other))
    if (other instanceof OpenElement && other.name === node.name) position += 1;
  return position === 1 ? `/${node.name}` : `/${node.name}[${String(position)}]`;
};
