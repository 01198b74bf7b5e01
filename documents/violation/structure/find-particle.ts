import { isLeaf } from '#xml/schema/content';
import type { ComplexType, ModelGroup, Particle } from '#xml/schema/model';

/** Every particle of a content model, groups before what is in them. */
export const particlesOf = ({ particle }: ComplexType): readonly Particle[] =>
  particle === undefined ? [] : withInner(particle);

const withInner = (particle: Particle): readonly Particle[] =>
  isLeaf(particle.term) ? [particle] : [particle, ...particle.term.particles.flatMap(withInner)];

/** The particle that claims a constraint. */
export const particleClaiming = (type: ComplexType, aspect: string, id: string): Particle | undefined =>
  particlesOf(type).find(({ claims }) => claims[aspect] === id);

/** The group of an id, in a content model. */
export const groupWith = (type: ComplexType, id: string): ModelGroup | undefined => {
  for (const { term } of particlesOf(type)) if (!isLeaf(term) && term.id === id) return term;
  return undefined;
};
