import { deliverableTypes } from './deliverable-types.ts';
import type { Lab } from './lab.ts';
import { isSmoke } from './spread.ts';

/** What is delivered at the edges of what is allowed. */
export type Edge = 'listed-values' | 'special-days' | 'bounds' | 'letters' | 'longest';

/** More than the document types of any contract share out between them. */
const typesOfAll = 14;

/** How many deliveries of a document type at one edge there are at most; a smoke run makes one. */
export const mostEdges = (lab: Pick<Lab, 'contract' | 'config'>, edge: Edge): number => {
  const { runs } = lab.config;
  if (isSmoke(lab.config)) return 1;
  const most = {
    'listed-values': Math.ceil((runs * typesOfAll) / Math.max(1, deliverableTypes(lab).length)),
    'special-days': 10,
    bounds: 6,
    letters: 12,
    longest: 4,
  };
  return most[edge];
};
