import { isLeaf } from './content.ts';
import type { Particle } from './model.ts';

/** The particles of a content model that stand for one child each, in order. */
export const leavesOf = (particle: Particle): readonly Particle[] => {
  const { term } = particle;
  return isLeaf(term) ? [particle] : term.particles.flatMap(leavesOf);
};
