import { changeAt } from '#documents/path/replace';
import { elementsOf, textOf } from '#xml/tree';
import { type Draft, treeOf, withTree } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { openNumber, testTitle } from '../marks.ts';
import { isFlawless } from './replaced.ts';
import { type DraftSite, elementSitesIn } from './text-sites.ts';

/** Elements that are tried, from the last on. */
const mostTried = 4;

/** A valid draft that has an element without content where it can: its own, or one with text only that may do without. */
export const withEmptyElement = (generation: Generation, draft: Draft): Draft => {
  const sites = elementSitesIn(generation, draft);
  if (sites.some(({ site }) => site.node.children.length === 0)) return draft;
  for (const one of sites.filter(mayBeEmpty).slice(-mostTried)) {
    const emptied = withoutContent(draft, one);
    if (isFlawless(generation, emptied)) return emptied;
  }
  return draft;
};

/** A line of text or what is marked in one; what says that it is a test stays. */
const mayBeEmpty = ({ site: { type, node } }: DraftSite): boolean =>
  type.kind === 'complex' &&
  (type.mixed || type.simple !== undefined) &&
  elementsOf(node).length === 0 &&
  [testTitle, openNumber].every((mark) => !textOf(node).includes(mark));

const withoutContent = (draft: Draft, { part, site }: DraftSite): Draft => {
  const tree = treeOf(draft, part);
  return tree === undefined
    ? draft
    : withTree(
        draft,
        part,
        changeAt(tree, site.indices, (node) => ({ ...node, children: [] })),
      );
};
