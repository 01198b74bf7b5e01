import type { ModelGroup, Particle } from './model.ts';

/** How many particles a content model has when every group is written out. */
export const contentSize = (particle: Pick<Particle, 'term'>): number => sizeOf(particle, new Map());

/** Shared groups are counted once and remembered, or nested doubling would take for ever. */
const sizeOf = ({ term }: Pick<Particle, 'term'>, known: Map<ModelGroup, number>): number => {
  if (term.kind === 'element' || term.kind === 'any') return 1;
  const counted = known.get(term);
  if (counted !== undefined) return counted;
  const size = term.particles.reduce((sum, inner) => sum + sizeOf(inner, known), 1);
  known.set(term, size);
  return size;
};
