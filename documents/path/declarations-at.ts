import type { AttributeUse, ElementDeclaration, Particle, SchemaModel, Type } from '#xml/schema/model';
import { substitutesOf } from '#xml/schema/declarations';
import type { SimplePath, Step } from '#xml/simple-path';
import { typesFor } from '../schema/alternatives.ts';

/** A declaration that a path can lead to, with the elements on the way to it, outermost first. */
export interface Reached {
  readonly declaration: ElementDeclaration | AttributeUse;
  readonly trail: readonly ElementDeclaration[];
  /** Types that `xsi:type` must name on that way. */
  readonly types?: readonly Type[] | undefined;
}

/** The declarations that a path leads to in any instance, each once for every way by child and attribute steps. */
export const declarationsAt = (model: SchemaModel, from: Reached, path: SimplePath): readonly Reached[] =>
  onceByWay(
    path.flatMap((row) =>
      row.reduce<readonly Reached[]>(
        (reached, step) => {
          const taken = reached.flatMap((one) => take(model, one, step));
          return step.axis === 'descendant-or-self' ? once(taken) : onceByWay(taken);
        },
        [from],
      ),
    ),
  );

const take = (model: SchemaModel, from: Reached, { axis, takes }: Step): readonly Reached[] => {
  if (axis === 'self') return [from];
  if (axis === 'descendant-or-self') return descendants(from);
  const stepsOf = axis === 'child' ? childrenOf : attributesOf;
  const taken = (found: readonly Reached[]): readonly Reached[] => found.filter((one) => takes(nameOf(one)));
  const own = taken(stepsOf(from));
  if (own.length > 0) return own;
  const members = axis === 'child' ? taken(membersOf(model, from)) : [];
  return members.length > 0 ? members : taken(belowDerived(model, from, stepsOf));
};

/** Elements that may stand for the children that an element can have. */
const membersOf = (model: SchemaModel, from: Reached): readonly Reached[] =>
  childrenOf(from).flatMap(({ declaration, trail, types }) =>
    declaration.kind === 'use'
      ? []
      : substitutesOf(model, declaration).map((member) => ({
          declaration: member,
          trail: [...trail, declaration],
          types,
        })),
  );

/** Declarations that only types derived from the declared one have. */
const belowDerived = (
  model: SchemaModel,
  from: Reached,
  stepsOf: (from: Reached) => readonly Reached[],
): readonly Reached[] => {
  const { declaration } = from;
  if (declaration.kind === 'use' || declaration.type.kind === 'simple') return [];
  const derived = typesFor(model, declaration).filter((type) => type !== declaration.type);
  return derived.flatMap((type) =>
    stepsOf({ ...from, declaration: { ...declaration, type } }).map((one) => ({
      ...one,
      trail: [...from.trail, declaration],
      types: [...(from.types ?? []), type],
    })),
  );
};

/** The name of what was reached. */
export const nameOf = ({ declaration }: Reached): ElementDeclaration['name'] =>
  declaration.kind === 'use' ? declaration.declaration.name : declaration.name;

/** The declarations of the children that an element can have, in the order of its content model. */
export const childrenOf = ({ declaration, trail, types }: Reached): readonly Reached[] => {
  if (declaration.kind === 'use' || declaration.type.kind === 'simple') return [];
  const { particle } = declaration.type;
  if (particle === undefined) return [];
  return elementsIn(particle).map((child) => ({ declaration: child, trail: [...trail, declaration], types }));
};

const elementsIn = ({ term }: Particle): readonly ElementDeclaration[] => {
  if (term.kind === 'element') return [term];
  return term.kind === 'any' ? [] : term.particles.flatMap((particle) => elementsIn(particle));
};

/** The attributes that an element can have. */
export const attributesOf = ({ declaration, trail, types }: Reached): readonly Reached[] => {
  if (declaration.kind === 'use' || declaration.type.kind === 'simple') return [];
  return declaration.type.attributes.map((use) => ({ declaration: use, trail: [...trail, declaration], types }));
};

/** Recursive content ends where a declaration stands inside itself. */
const descendants = (from: Reached): readonly Reached[] => [
  from,
  ...childrenOf(from)
    .filter(({ declaration, trail }) => declaration.kind === 'use' || !trail.includes(declaration))
    .flatMap((child) => descendants(child)),
];

/** One declaration can stand in several elements of one type. */
const onceByWay = (reached: readonly Reached[]): readonly Reached[] => {
  const isSame = (one: Reached, other: Reached): boolean =>
    one.declaration === other.declaration &&
    one.trail.length === other.trail.length &&
    one.trail.every((element, depth) => element === other.trail[depth]);
  return reached.filter((one, index) => reached.findIndex((other) => isSame(one, other)) === index);
};

/** Of two ways to one declaration the first counts: it is the shorter where content is recursive. */
const once = (reached: readonly Reached[]): readonly Reached[] => {
  const first = new Map<Reached['declaration'], Reached>();
  for (const one of reached) if (!first.has(one.declaration)) first.set(one.declaration, one);
  return [...first.values()];
};
