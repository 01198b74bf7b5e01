import { chosenTypes, isSmoke } from './spread.ts';

type Spread = Parameters<typeof chosenTypes>[0];

/** What is delivered at the edges of what is allowed. */
export type Edge = 'listed-values' | 'special-days' | 'bounds' | 'letters' | 'longest';

/** More than the document types of any contract share out between them. */
const typesOfAll = 14;

/** How many deliveries of a document type at one edge there are at most; a smoke run makes one. */
export const mostEdges = (lab: Spread, edge: Edge): number => {
  const { runs } = lab.config;
  if (isSmoke(lab.config)) return 1;
  const most = {
    'listed-values': Math.ceil((runs * typesOfAll) / Math.max(1, chosenTypes(lab).length)),
    'special-days': 10,
    bounds: 6,
    letters: 12,
    longest: 4,
  };
  return most[edge];
};
