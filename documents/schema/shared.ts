import type { SchemaModel } from '#xml/schema/model';
import { heightsOf, type Heights } from './heights.ts';
import type { TextSource } from './text-source.ts';
import { nestingOf, type Nesting } from './recursion.ts';
import type { Values } from './values/simple-values.ts';
import { checkSchema } from './validity/check-schema.ts';
import { createValues } from './values/values.ts';

/** Results that are worked out once for a schema and a source of free text. */
export interface Foundation extends Nesting {
  readonly values: Values;
  readonly heights: Heights;
  /** Owner of what tables keep for this foundation. */
  readonly memory: object;
}

/** Foundations that several arbitraries can share; give one to `SchemaOptions` to make more of them at little cost. */
export interface Shared {
  readonly foundation: (model: SchemaModel, text: TextSource | undefined) => Foundation;
}

/** Creates a store of foundations that holds none yet. */
export const createShared = (): Shared => {
  const kept = new Map<SchemaModel, Map<TextSource | undefined, Foundation>>();
  return {
    foundation: (model, text) => {
      const own = kept.get(model) ?? new Map<TextSource | undefined, Foundation>();
      kept.set(model, own);
      const known = own.get(text) ?? lay(model, text);
      own.set(text, known);
      return known;
    },
  };
};

const lay = (model: SchemaModel, text: TextSource | undefined): Foundation => {
  const values = createValues(text);
  checkSchema(model, values.check);
  return {
    values,
    heights: heightsOf(model),
    ...nestingOf(model),
    memory: {},
  };
};
