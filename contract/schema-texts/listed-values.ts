import type { SimpleType } from '#xml/schema/model';
import { valuesOf } from '../schemas/code-lists.ts';
import { type ValueList, valueList } from './nearest-values.ts';

/** The values that a type allows, and the same ready to look up in. */
export interface ListedValues {
  readonly values: readonly string[];
  readonly list: ValueList;
}

/** Lists have hundreds of values, and each is asked for as often as a document breaks it. */
const known = new WeakMap<SimpleType, ListedValues>();

/** The values of an enumerated type; none of one that allows anything else as well. */
export const listedValues = (type: SimpleType | undefined): ListedValues => {
  if (type === undefined) return { values: [], list: [] };
  const found = known.get(type) ?? prepared(valuesOf(type));
  known.set(type, found);
  return found;
};

const prepared = (values: readonly string[]): ListedValues => ({ values, list: valueList(values) });
