import { deliverableTypes } from './deliverable-types.ts';
import type { Lab } from './lab.ts';
import { isSmoke } from './spread.ts';

/** What is delivered at the edges of what is allowed. */
export type Edge = 'listed-values' | 'special-days' | 'bounds' | 'letters' | 'longest' | 'words' | 'lists';

/** More than the document types of any contract share out between them. */
const typesOfAll = 14;

/** Edges that a requirement has besides another: a smoke run leaves them out. */
export const besides: ReadonlySet<Edge> = new Set(['words', 'lists']);

/** How many deliveries of a document type at one edge there are at most; a smoke run makes one of a requirement. */
export const mostEdges = (lab: Pick<Lab, 'contract' | 'config'>, edge: Edge): number => {
  const { runs } = lab.config;
  if (isSmoke(lab.config)) return besides.has(edge) ? 0 : 1;
  const most = {
    'listed-values': Math.ceil((runs * typesOfAll) / Math.max(1, deliverableTypes(lab).length)),
    'special-days': 13,
    bounds: 6,
    letters: 12,
    longest: 6,
    words: 10,
    lists: 4,
  };
  return most[edge];
};
