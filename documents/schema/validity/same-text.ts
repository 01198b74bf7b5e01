import type { SimpleType, ValueConstraint } from '#xml/schema/model';
import { createCheck } from '../values/check.ts';
import { valueKey } from '../values/value-key.ts';

const check = createCheck();

/** Tells whether two fixed values are the same value of a type; for a union that of the member that takes each. */
export const sameText = (type: SimpleType, one: ValueConstraint, other: ValueConstraint): boolean => {
  const [left, right] = [one, other].map(({ value, prefixes }) => valueKey(type, value, { check, prefixes }));
  return left !== undefined && left.space === right?.space && left.text === right.text;
};
