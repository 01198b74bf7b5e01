import type { SimpleType, ValueConstraint } from '#xml/schema/model';
import { builtinOf } from '#xml/schema/lexical';
import { parseValue } from '../values/parse-value.ts';
import { sameValue } from '../values/value.ts';
import { normalise, whiteSpaceOf } from '../values/white-space.ts';

/** Tells whether two fixed values are the same value of a type. */
export const sameText = (type: SimpleType, one: ValueConstraint, other: ValueConstraint): boolean => {
  const [left, right] = [one, other].map(({ value }) => normalise(value, whiteSpaceOf(type)));
  if (left === right) return true;
  if (type.variety !== 'atomic') return false;
  const [first, second] = [
    parseValue(builtinOf(type), left ?? '', one.prefixes),
    parseValue(builtinOf(type), right ?? '', other.prefixes),
  ];
  return first !== undefined && second !== undefined && sameValue(first, second);
};
