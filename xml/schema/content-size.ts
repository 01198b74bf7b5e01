import type { ModelGroup, Particle } from './model.ts';

/**
 * How many particles a content model has when every group is written out. Groups are counted once and remembered in
 * `known`, or nested doubling would take for ever.
 */
export const contentSize = ({ term }: Pick<Particle, 'term'>, known: Map<ModelGroup, number>): number => {
  if (term.kind === 'element' || term.kind === 'any') return 1;
  const counted = known.get(term);
  if (counted !== undefined) return counted;
  const size = term.particles.reduce((sum, inner) => sum + contentSize(inner, known), 1);
  known.set(term, size);
  return size;
};
