import type { Declared } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { elementsFor, typesFor } from '../schema/alternatives.ts';
import { neededAt, type Circumstance } from './needed-at.ts';

/** Ids of declarations that lead from a root to a place where a constraint binds, and what is needed there; undefined when there is no such place. */
export const wayTo = (
  model: SchemaModel,
  root: ElementDeclaration,
  { constraint, absent }: { readonly constraint: SchemaConstraint; readonly absent: ReadonlySet<string> },
): readonly string[] | undefined => {
  const seen = new Set<ElementDeclaration>();
  const queue: { readonly element: ElementDeclaration; readonly way: readonly string[] }[] = [
    { element: root, way: [] },
  ];
  for (const { element, way } of queue) {
    if (seen.has(element)) continue;
    seen.add(element);
    const forms = formsOf(model, element);
    const needed = firstNeeded(forms, constraint, { isRoot: way.length === 0, absent });
    if (needed !== undefined) return [...new Set([...way, ...needed])];
    const children = forms.flatMap(childrenOf).filter((child) => !absent.has(child.id));
    queue.push(...children.map((child) => ({ element: child, way: [...way, child.id] })));
  }
  return undefined;
};

const firstNeeded = (
  forms: readonly Declared[],
  constraint: SchemaConstraint,
  circumstance: Circumstance,
): readonly string[] | undefined => {
  for (const form of forms) {
    const needed = neededAt(form, constraint, circumstance);
    if (needed !== undefined) return needed;
  }
  return undefined;
};

const formsOf = (model: SchemaModel, element: ElementDeclaration): readonly Declared[] =>
  elementsFor(model, element).flatMap((one) => typesFor(model, one).map((type) => ({ element: one, type })));

const childrenOf = ({ type }: Declared): readonly ElementDeclaration[] =>
  type.kind === 'simple' || type.particle === undefined
    ? []
    : leavesOf(type.particle).flatMap(({ term }) => (term.kind === 'element' ? [term] : []));
