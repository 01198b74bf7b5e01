import type { SchemaModel } from '#xml/schema/model';
import { createTable } from '../table.ts';
import { heightsOf, type Heights } from './heights.ts';
import type { TextSource } from './text-source.ts';
import type { ValueOptions } from './value-options.ts';
import { nestingOf, type Nesting } from './recursion.ts';
import type { Values } from './values/simple-values.ts';
import { checkSchema } from './validity/check-schema.ts';
import { prefixTableOf } from './values/prefix-table.ts';
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
  readonly foundation: (model: SchemaModel, options: ValueOptions) => Foundation;
}

/** Creates a store of foundations that holds none yet. */
export const createShared = (): Shared => {
  const kept = createTable<SchemaModel, Map<TextSource | undefined, Foundation>>();
  const [minimal, beyond] = [{}, {}];
  return {
    foundation: (model, options) => {
      const own = kept(options.beyondMinimal === true ? beyond : minimal, model, () => new Map());
      const known = own.get(options.text) ?? lay(model, options);
      own.set(options.text, known);
      return known;
    },
  };
};

const lay = (model: SchemaModel, options: ValueOptions): Foundation => {
  const values = createValues(prefixTableOf(model), options);
  checkSchema(model, values.check);
  const nesting = nestingOf(model);
  return {
    values,
    heights: heightsOf(model, nesting.bottomUp),
    ...nesting,
    memory: {},
  };
};
