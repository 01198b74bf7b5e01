import { ofType, type Declared } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { elementsFor, elementsIn, typesFor } from '../schema/alternatives.ts';

/** Every element with every type that documents with a root can have, each once. */
export const formsBelow = (model: SchemaModel, root: ElementDeclaration): readonly Declared[] => {
  const seen = new Set<ElementDeclaration>([root]);
  const forms: Declared[] = [];
  // A set that grows while it is iterated is visited to its end.
  for (const declaration of seen) {
    const own = formsOf(model, declaration);
    forms.push(...own);
    for (const next of [...elementsFor(model, declaration), ...own.flatMap((form) => childrenOf(model, form))])
      seen.add(next);
  }
  return forms;
};

/** An abstract element has none of its own. */
const formsOf = (model: SchemaModel, element: ElementDeclaration): readonly Declared[] =>
  element.abstract ? [] : typesFor(model, element).map((type) => ofType(model, element, type));

const childrenOf = (model: SchemaModel, { type }: Declared): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => {
        if (term.kind === 'element') return [term];
        return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term) : [];
      });
