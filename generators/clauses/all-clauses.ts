import type { Clause } from './clause.ts';
import { complexTypes } from './complex-types.ts';
import { documents } from './documents.ts';
import { attributes, elements, wildcards } from './elements.ts';
import { particles } from './particles.ts';
import { builtinTypes, constructed, facets } from './simple-types.ts';

/** Every small schema. */
export const allClauses: readonly Clause[] = [
  ...[particles, complexTypes, elements, attributes, wildcards],
  ...[facets, constructed, builtinTypes, documents],
].flat();
