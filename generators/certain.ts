import type { ElementDeclaration, Particle } from '#xml/schema/model';

/** Ids of the elements and attributes that every document with this root has. */
export const certainIn = (root: ElementDeclaration): ReadonlySet<string> => {
  const certain = new Set<ElementDeclaration>([root]);
  const attributes: string[] = [];
  // A set that grows while it is iterated is visited to its end.
  for (const { type } of certain) {
    if (type.kind === 'simple') continue;
    attributes.push(...type.attributes.filter(({ required }) => required).map(({ id }) => id));
    for (const element of type.particle === undefined ? [] : requiredIn(type.particle)) certain.add(element);
  }
  return new Set([...[...certain].map(({ id }) => id), ...attributes]);
};

const requiredIn = ({ min, term }: Particle): readonly ElementDeclaration[] => {
  if (min === 0 || term.kind === 'any' || term.kind === 'choice') return [];
  return term.kind === 'element' ? [term] : term.particles.flatMap(requiredIn);
};
