import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';

/** Tells whether values of the type hold qualified names, whose prefixes must be declared where they stand. */
export const holdsNames = (type: SimpleType): boolean => {
  if (type.variety === 'list') return type.item !== undefined && holdsNames(type.item);
  if (type.variety === 'union') return type.members.some(holdsNames);
  return ['QName', 'NOTATION'].includes(builtinOf(type));
};
