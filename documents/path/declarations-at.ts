import type { AttributeUse, ElementDeclaration, Particle } from '#xml/schema/model';
import type { SimplePath, Step } from '#xml/simple-path';

/** A declaration that a path can lead to, with the elements on the way to it, outermost first. */
export interface Reached {
  readonly declaration: ElementDeclaration | AttributeUse;
  readonly trail: readonly ElementDeclaration[];
}

/** The declarations that a path leads to in any instance, each once. */
export const declarationsAt = (from: Reached, path: SimplePath): readonly Reached[] =>
  once(
    path.flatMap((row) =>
      row.reduce<readonly Reached[]>((reached, step) => once(reached.flatMap((one) => take(one, step))), [from]),
    ),
  );

const take = (from: Reached, { axis, takes }: Step): readonly Reached[] => {
  if (axis === 'self') return [from];
  if (axis === 'child') return childrenOf(from).filter((one) => takes(nameOf(one)));
  if (axis === 'attribute') return attributesOf(from).filter((one) => takes(nameOf(one)));
  return descendants(from);
};

/** The name of what was reached. */
export const nameOf = ({ declaration }: Reached): ElementDeclaration['name'] =>
  declaration.kind === 'use' ? declaration.declaration.name : declaration.name;

/** The declarations of the children that an element can have, in the order of its content model. */
export const childrenOf = ({ declaration, trail }: Reached): readonly Reached[] => {
  if (declaration.kind === 'use' || declaration.type.kind === 'simple') return [];
  const { particle } = declaration.type;
  if (particle === undefined) return [];
  return elementsIn(particle).map((child) => ({ declaration: child, trail: [...trail, declaration] }));
};

const elementsIn = ({ term }: Particle): readonly ElementDeclaration[] => {
  if (term.kind === 'element') return [term];
  return term.kind === 'any' ? [] : term.particles.flatMap((particle) => elementsIn(particle));
};

/** The attributes that an element can have. */
export const attributesOf = ({ declaration, trail }: Reached): readonly Reached[] => {
  if (declaration.kind === 'use' || declaration.type.kind === 'simple') return [];
  return declaration.type.attributes.map((use) => ({ declaration: use, trail: [...trail, declaration] }));
};

/** Recursive content ends where a declaration stands inside itself. */
const descendants = (from: Reached): readonly Reached[] => [
  from,
  ...childrenOf(from)
    .filter(({ declaration, trail }) => declaration.kind === 'use' || !trail.includes(declaration))
    .flatMap((child) => descendants(child)),
];

/** Of two ways to one declaration the first counts: it is the shorter where content is recursive. */
const once = (reached: readonly Reached[]): readonly Reached[] => {
  const first = new Map<Reached['declaration'], Reached>();
  for (const one of reached) if (!first.has(one.declaration)) first.set(one.declaration, one);
  return [...first.values()];
};
