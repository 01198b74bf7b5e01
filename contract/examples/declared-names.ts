import type { SchemaModel } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { xpathTokens } from '#xml/xpath-tokens';

/** Whether a schema declares every name of an expression; an example need not show what is named rightly. */
export const declares = (model: SchemaModel, expression: string): boolean => {
  const known = namesOf(model);
  const names = xpathTokens(expression).flatMap(({ kind, text }) =>
    kind === 'name' && !text.endsWith('*') ? [text.slice(text.indexOf(':') + 1)] : [],
  );
  return names.length > 0 && names.every((name) => known.has(name));
};

const known = new WeakMap<SchemaModel, ReadonlySet<string>>();

const namesOf = (model: SchemaModel): ReadonlySet<string> => {
  const names =
    known.get(model) ??
    new Set(
      [...allComponents(model)].flatMap((one) =>
        one.kind === 'element' || one.kind === 'attribute' ? [one.name.name] : [],
      ),
    );
  known.set(model, names);
  return names;
};
