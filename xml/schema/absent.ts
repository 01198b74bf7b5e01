import { elementsOf, type XmlElement } from '../tree.ts';
import { isLeaf, knows } from './content.ts';
import { leavesOf } from './leaves.ts';
import type { ComplexType, Particle, SchemaModel } from './model.ts';
import { accepts } from './read-children.ts';
import { withParticle } from './relax.ts';

/** Children that an element must have and has not. */
export interface Absent {
  /** The constraints that ask for them, in their order. */
  readonly constraints: readonly string[];
  /** Whether the children would be right with them. */
  readonly isAll: boolean;
}

/** What an element lacks; nothing where it has a child of a name that its type does not know, since that may be one of them misnamed. */
export const absentIn = (type: ComplexType, parent: XmlElement, model: SchemaModel): Absent => {
  const { particle } = type;
  const children = elementsOf(parent);
  if (particle === undefined) return nothing;
  const leaves = leavesOf(particle);
  const isKnown = children.every((child) => leaves.some((leaf) => knows(leaf, child, model) !== undefined));
  if (!isKnown) return nothing;
  const absent = requiredOf(particle).filter(
    (leaf) => !children.some((child) => knows(leaf, child, model) !== undefined),
  );
  const without = absent.reduce((whole, leaf) => withParticle(whole, leaf, { min: 0 }), particle);
  return {
    constraints: absent.flatMap(({ claims }) => claims['minOccurs'] ?? []),
    isAll: absent.length > 0 && accepts(without, children, model),
  };
};

const nothing: Absent = { constraints: [], isAll: false };

/** Elements that each way through a content model has. */
const requiredOf = (particle: Particle): readonly Particle[] => {
  const { min, term } = particle;
  if (min === 0) return [];
  if (isLeaf(term)) return term.kind === 'element' ? [particle] : [];
  return term.kind === 'choice' ? [] : term.particles.flatMap(requiredOf);
};
