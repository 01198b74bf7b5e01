import { builtinOf } from '#xml/schema/lexical';
import type { Facet, FacetKind, SimpleType } from '#xml/schema/model';
import { facetsOf, type Check } from '../values/check.ts';
import { parseValue } from '../values/parse-value.ts';
import { compareValues, type Value } from '../values/value.ts';
import { refuse } from './refuse.ts';

const kinds: readonly FacetKind[] = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'];

/** Checks the bounds of a step against each other and against those of its base (part 2, 4.3.7 to 4.3.10). */
export const checkBounds = (type: SimpleType, base: SimpleType, check: Check): void => {
  const own = type.facets.filter(({ kind }) => kinds.includes(kind));
  for (const facet of own) {
    checkBound(facet, own, base);
    checkMember(facet, base, check);
  }
  const [lower, upper] = ['min', 'max'].map((side) => own.find(({ kind }) => kind.startsWith(side)));
  if (lower !== undefined && upper !== undefined && isEmpty(lower, upper, base))
    refuse(`xs:${lower.kind}`, lower, `nothing is left below ${upper.kind} ${upper.values[0]?.text ?? ''}`);
};

const checkBound = (facet: Facet, own: readonly Facet[], base: SimpleType): void => {
  const text = facet.values[0]?.text ?? '';
  if (valueOf(facet, base) === undefined)
    refuse(`xs:${facet.kind}`, facet, `'${text}' is no value of the type that is restricted`);
  const twin = own.find((one) => one !== facet && one.kind.slice(0, 3) === facet.kind.slice(0, 3));
  if (twin !== undefined) refuse(`xs:${facet.kind}`, facet, `xs:${twin.kind} says the same otherwise`);
  const bases = facetsOf(base);
  const kept = bases.findIndex((one) => one.kind === facet.kind && orderOf(facet, one, base) === 0);
  // A bound that a step keeps is outside the base where a later step has narrowed the same side.
  const binding =
    kept < 0 ? bases : bases.slice(0, kept).filter(({ kind }) => kind.slice(0, 3) === facet.kind.slice(0, 3));
  const wrong = binding.find((one) => kinds.includes(one.kind) && leavesBase(facet, one, base));
  if (wrong !== undefined)
    refuse(`xs:${facet.kind}`, facet, `${text} is not within ${wrong.kind} ${wrong.values[0]?.text ?? ''} of its base`);
};

/** A bound is a value of the base, or the one that the base itself excludes. */
const checkMember = (facet: Facet, base: SimpleType, check: Check): void => {
  const value = facet.values[0];
  const same =
    facet.kind.endsWith('Exclusive') &&
    facetsOf(base).some((one) => one.kind === facet.kind && orderOf(facet, one, base) === 0);
  if (value !== undefined && !same && check(base, value.text, value.prefixes) === 'no')
    refuse(`xs:${facet.kind}`, facet, `'${value.text}' is no value of the type that is restricted`);
};

const valueOf = (facet: Facet, base: SimpleType): Value | undefined =>
  parseValue(builtinOf(base), facet.values[0]?.text.trim() ?? '', facet.values[0]?.prefixes);

const orderOf = (one: Facet, other: Facet, base: SimpleType): number | undefined => {
  const [left, right] = [valueOf(one, base), valueOf(other, base)];
  return left && right && compareValues(left, right);
};

/** A bound may be that of the base itself only where it excludes no less. */
const leavesBase = (own: Facet, known: Facet, base: SimpleType): boolean => {
  const order = orderOf(own, known, base);
  if (order === undefined) return false;
  const excluded = known.kind.endsWith('Exclusive') && own.kind !== known.kind;
  if (known.kind.startsWith('min')) return excluded ? order <= 0 : order < 0;
  return excluded ? order >= 0 : order > 0;
};

/** Two exclusive bounds may be equal, though nothing is left then (part 2, 4.3.8.4). */
const isEmpty = (lower: Facet, upper: Facet, base: SimpleType): boolean => {
  const order = orderOf(lower, upper, base);
  // A bound with a time zone and one without can be in no order at all.
  if (order === undefined) return true;
  return lower.kind.slice(3) === upper.kind.slice(3) ? order > 0 : order >= 0;
};
