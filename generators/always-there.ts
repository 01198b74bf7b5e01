import type { Reached } from '#documents/path/declarations-at';
import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration, Particle } from '#xml/schema/model';
import type { Workshop } from './workshop.ts';

/** Whether the schema demands what a role finds in every delivery, so that none can do without it. */
export const isAlwaysThere = ({ declarations }: Pick<Workshop, 'declarations'>, role: string): boolean =>
  declarations(role).some(isDemanded);

const isDemanded = ({ declaration, trail }: Reached): boolean => {
  const elements = declaration.kind === 'use' ? trail : [...trail, declaration];
  const isIn = elements.slice(1).every((child, index) => demands(elements[index], child));
  return isIn && (declaration.kind !== 'use' || declaration.required);
};

const demands = (parent: ElementDeclaration | undefined, child: ElementDeclaration): boolean =>
  parent?.type.kind === 'complex' && parent.type.particle !== undefined && mustHold(parent.type.particle, child);

/** A choice demands what each of its branches does. */
const mustHold = (particle: Particle, child: ElementDeclaration): boolean => {
  const { min, term } = particle;
  if (min === 0 || !leavesOf(particle).some((leaf) => leaf.term === child)) return false;
  if (term.kind === 'element' || term.kind === 'any') return term === child;
  const inside = (one: Particle): boolean => mustHold(one, child);
  return term.kind === 'choice' ? term.particles.every(inside) : term.particles.some(inside);
};
