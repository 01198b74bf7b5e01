import { valuesOf } from '#contract/schemas/code-lists';
import { textTypeOf } from '#documents/path/declared-text';
import type { Reached } from '#documents/path/declarations-at';
import { builtinOf } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';

/** What the text at a declaration is, in print. */
export type TextKind =
  | 'free text'
  | 'a number'
  | 'a date'
  | 'a list of values'
  | 'binary data'
  | 'elements without text'
  | `xs:${string}`;

/** The kinds of text that a declaration takes; more than one for a union. */
export const textKindsOf = (reached: Reached): readonly TextKind[] => {
  const { declaration } = reached;
  const type = textTypeOf(reached);
  if (type !== undefined) return kindsOf(type);
  const holdsText = declaration.kind === 'use' || declaration.type.kind === 'simple' || declaration.type.mixed;
  return [holdsText ? 'free text' : 'elements without text'];
};

const kindsOf = (type: SimpleType): readonly TextKind[] => {
  if (valuesOf(type).length > 0) return ['a list of values'];
  if (type.variety === 'union') return type.members.flatMap(kindsOf);
  if (type.variety === 'list' && type.item !== undefined) return kindsOf(type.item);
  const builtin = builtinOf(type);
  return [builtins.get(builtin) ?? `xs:${builtin}`];
};

const named = (names: string, kind: TextKind) => names.split(' ').map((name) => [name, kind] as const);

const builtins = new Map([
  ...named('anyType anySimpleType string normalizedString token language anyURI', 'free text'),
  ...named('Name NCName NMTOKEN ID', 'free text'),
  ...named('decimal integer long int short byte float double nonNegativeInteger positiveInteger', 'a number'),
  ...named('nonPositiveInteger negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte', 'a number'),
  ...named('date dateTime', 'a date'),
  ...named('base64Binary hexBinary', 'binary data'),
]);
