import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';
import type { Scope } from '#xml/schema/names';
import { addDecimals, wholeDecimal, type Decimal } from './decimal.ts';
import type { Check } from './check.ts';
import { parseValue } from './parse-value.ts';
import type { Value } from './value.ts';
import { normalise, whiteSpaceOf } from './white-space.ts';
import { wordsOf } from './words.ts';

/** A value so written that equal values are the same text; `space` says which values it can be equal to. */
export interface ValueKey {
  readonly space: string;
  readonly text: string;
}

/** The key of a text as a value of a type (part 2, 2.2): for a union that of the member that takes it. */
export const valueKey = (type: SimpleType, text: string, { check, prefixes }: Reader): ValueKey => {
  const own = normalise(text, whiteSpaceOf(type));
  if (type.variety === 'union') {
    const member = type.members.find((one) => check(one, own, prefixes) !== 'no');
    return member === undefined ? { space: '', text: own } : valueKey(member, own, { check, prefixes });
  }
  const { item } = type;
  if (type.variety === 'list' && item !== undefined) {
    const items = wordsOf(own).map((word) => valueKey(item, word, { check, prefixes }));
    return {
      space: `list ${items[0]?.space ?? primitiveOf(item) ?? ''}`,
      text: items.map((one) => one.text).join(' '),
    };
  }
  const value = parseValue(builtinOf(type), own, prefixes);
  return value === undefined ? { space: '', text: own } : { space: spaceOf(value, type), text: canonical(value) };
};

/** The means to find the member of a union, and the meaning of a prefix. */
export interface Reader {
  readonly check: Check;
  readonly prefixes: Scope;
}

/** Values of two primitive types are never equal. */
const spaceOf = (value: Value, type: SimpleType): string => primitiveOf(type) ?? value.kind;

/** The name of the built-in type that a type comes from in the end; undefined for one that comes from none. */
const primitiveOf = (type: SimpleType): string | undefined => {
  let now = type;
  while (now.base !== undefined && now.base.variety !== 'any') now = now.base;
  return now.name?.name;
};

const canonical = (value: Value): string => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'boolean':
      return String(value.value);
    case 'decimal':
      return written(value.decimal);
    case 'number':
      return String(value.number);
    case 'duration':
      return `${String(value.duration.months)} ${written(value.duration.seconds)}`;
    case 'moment':
      return written(addDecimals(value.moment.local, wholeDecimal(BigInt(-(value.moment.zone ?? 0) * 60))));
    case 'bytes':
      return value.hex;
    case 'name':
      return value.key;
  }
};

const written = ({ unscaled, scale }: Decimal): string => `${String(unscaled)}e-${String(scale)}`;
