import type { Particle } from '#xml/schema/model';
import { keyOf, sameName } from '#xml/qname';
import { elementsOf, type XmlElement } from '#xml/tree';

/**
 * Whether a child may come more often than in this example. Pact then compares each one with the first, so those of the example have
 * to be alike.
 */
export const isRepeatable = (particle: Particle | undefined, parent: XmlElement, child: XmlElement): boolean => {
  if (particle === undefined || mostOf(particle, child) <= 1) return false;
  const shapes = elementsOf(parent).flatMap((one) => (sameName(one, child) ? [shapeOf(one)] : []));
  return new Set(shapes).size === 1;
};

/** How often a particle takes an element of this name at most. */
const mostOf = ({ max, term }: Particle, child: XmlElement): number => {
  if (term.kind === 'element') return sameName(term.name, child) ? max : 0;
  if (term.kind === 'any') return 0;
  const inside = term.particles.map((one) => mostOf(one, child));
  const once = term.kind === 'choice' ? Math.max(0, ...inside) : inside.reduce((sum, one) => sum + one, 0);
  return once === 0 ? 0 : once * max;
};

/** The names of elements and attributes in an element, without what they say. */
const shapeOf = (element: XmlElement): string =>
  JSON.stringify([
    element.attributes.map(keyOf).sort(),
    elementsOf(element)
      .map((child) => `${keyOf(child)} ${shapeOf(child)}`)
      .sort(),
  ]);
