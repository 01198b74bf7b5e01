import { isBuiltin } from '#xml/schema/builtin-types';
import type { Facet, FacetValue, SchemaModel, SimpleType } from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import { qualify } from '#xml/schema/names';
import { parsePattern, PatternError } from '../pattern/parse.ts';
import { facetsOf, type Check } from '../values/check.ts';
import { checkBounds } from './bounds.ts';
import { checkCounts } from './counts.ts';
import { applicable, primitiveOf } from './facet-rules.ts';
import { refuse } from './refuse.ts';
import { sameText } from './same-text.ts';

/** Checks a step of derivation of a simple type (part 1, 3.14.6; part 2, 4.3). */
export const checkSimpleType = (type: SimpleType, check: Check, model: SchemaModel): void => {
  const { base } = type;
  if (base === undefined || isBuiltin(type)) return;
  if (base.variety === 'any') {
    checkConstruction(type);
    return;
  }
  if (base.final.includes('restriction'))
    refuse('xs:restriction', type, `'${base.name?.name ?? ''}' is final for restriction`);
  const allowed = applicable(base);
  for (const facet of type.facets) {
    if (!allowed.includes(facet.kind)) refuse(`xs:${facet.kind}`, facet, `a ${nameOf(base)} has no such facet`);
    checkFixed(facet, base);
    if (facet.kind === 'pattern') checkPatterns(facet);
    if (facet.kind === 'enumeration') checkEnumeration(facet, base, { check, model });
    if (facet.kind === 'whiteSpace') checkWhiteSpace(facet, base);
  }
  checkCounts(type);
  checkBounds(type, base, check);
};

const nameOf = (type: SimpleType): string => (type.variety === 'atomic' ? `xs:${primitiveOf(type)}` : type.variety);

/** A list or a union (part 1, 3.14.6, Derivation Valid). */
const checkConstruction = (type: SimpleType): void => {
  const { item, members } = type;
  if (item === undefined && members.length === 0)
    refuse('xs:restriction', type, 'xs:anySimpleType can not be restricted');
  if (item !== undefined) {
    if (item.final.includes('list')) refuse('xs:list', type, `'${item.name?.name ?? ''}' is final for lists`);
    if (hasList(item)) refuse('xs:list', type, 'its items are lists themselves');
  }
  for (const member of members)
    if (member.final.includes('union')) refuse('xs:union', type, `'${member.name?.name ?? ''}' is final for unions`);
};

const hasList = (type: SimpleType): boolean =>
  type.variety === 'list' || (type.variety === 'union' && type.members.some(hasList));

const checkFixed = (facet: Facet, base: SimpleType): void => {
  const known = facetsOf(base).find((one) => one.kind === facet.kind && one.fixed && one.kind !== 'whiteSpace');
  const [own, fixed] = [facet.values[0], known?.values[0]];
  if (own !== undefined && fixed !== undefined && !sameLimit(base, own, fixed))
    refuse(`xs:${facet.kind}`, facet, `its base fixes it at ${fixed.text}`);
};

/** A bound is a value of the type, a length or number of digits one of its own. */
const sameLimit = (type: SimpleType, one: FacetValue, other: FacetValue): boolean => {
  const [left, right] = [one, other].map(
    ({ text, prefixes }) => ({ kind: 'fixed', value: text.trim(), prefixes }) as const,
  );
  if (left === undefined || right === undefined) return false;
  return sameText(type, left, right) || Number(left.value) === Number(right.value);
};

const checkPatterns = ({ values }: Facet): void => {
  for (const value of values)
    try {
      parsePattern(value.text);
    } catch (error) {
      if (error instanceof PatternError) refuse('xs:pattern', value, error.message);
      throw error;
    }
};

interface Judges {
  readonly check: Check;
  readonly model: SchemaModel;
}

const checkEnumeration = ({ values }: Facet, base: SimpleType, { check, model }: Judges): void => {
  const notation = base.variety === 'atomic' && primitiveOf(base) === 'NOTATION';
  const named = base.variety === 'atomic' && (primitiveOf(base) === 'QName' || notation);
  for (const value of values) {
    if (named && qualify(value.text.trim(), value.prefixes) === undefined)
      refuse('xs:enumeration', value, `the prefix of '${value.text}' is not declared; declare it with xmlns`);
    if (check(base, value.text, value.prefixes) === 'no')
      refuse('xs:enumeration', value, `'${value.text}' is no value of the type that is restricted`);
    if (notation && !isNotation(value, model)) refuse('xs:enumeration', value, `there is no notation '${value.text}'`);
  }
};

const isNotation = ({ text, prefixes }: FacetValue, model: SchemaModel): boolean => {
  const name = qualify(text.trim(), prefixes);
  return name !== undefined && model.notations.has(keyOf(name));
};

const order = ['preserve', 'replace', 'collapse'];

/** White space may be treated harder, never milder (part 2, 4.3.6.4). */
const checkWhiteSpace = (facet: Facet, base: SimpleType): void => {
  const value = facet.values[0]?.text.trim() ?? '';
  const known = facetsOf(base).find((one) => one.kind === 'whiteSpace')?.values[0]?.text ?? 'collapse';
  if (order.indexOf(value) < order.indexOf(known)) refuse('xs:whiteSpace', facet, `its base has '${known}' already`);
};
