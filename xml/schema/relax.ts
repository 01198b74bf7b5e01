import { isLeaf } from './content.ts';
import type { ModelGroup, Particle } from './model.ts';

/** A content model with one particle changed; the others are the same objects. */
export const withParticle = (whole: Particle, target: Particle, change: Partial<Particle>): Particle => {
  if (whole === target) return { ...whole, ...change };
  const { term } = whole;
  if (isLeaf(term)) return whole;
  const particles = term.particles.map((inner) => withParticle(inner, target, change));
  if (particles.every((inner, index) => inner === term.particles[index])) return whole;
  return { ...whole, term: { ...term, particles } };
};

/** The content model without the order of one sequence: its parts come in any order and number. */
export const withoutOrder = (whole: Particle, target: Particle): Particle => {
  const { term } = target;
  return isLeaf(term)
    ? whole
    : withParticle(whole, target, { min: 0, max: Infinity, term: { ...term, kind: 'choice' } });
};

/** The particles from the whole to one of its leaves, both included; undefined when it is not in it. */
export const trailTo = (whole: Particle, leaf: Particle): readonly Particle[] | undefined => {
  if (whole === leaf) return [whole];
  if (isLeaf(whole.term)) return undefined;
  for (const inner of whole.term.particles) {
    const trail = trailTo(inner, leaf);
    if (trail !== undefined) return [whole, ...trail];
  }
  return undefined;
};

/** The group of a particle, when it is one. */
export const groupOf = ({ term }: Particle): ModelGroup | undefined => (isLeaf(term) ? undefined : term);
