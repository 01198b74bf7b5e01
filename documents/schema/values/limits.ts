import type { Facet, SimpleType } from '#xml/schema/model';
import { facetsOf } from './check.ts';

/** The limits that the facets of all steps of a type set, patterns and enumerations aside. */
export interface Limits {
  readonly minLength: number;
  readonly maxLength: number;
  readonly totalDigits: number;
  readonly fractionDigits: number;
  /** The bounds as written. */
  readonly lower: readonly Facet[];
  readonly upper: readonly Facet[];
}

/** The limits that a type sets. */
export const limitsOf = (type: SimpleType): Limits => {
  const facets = facetsOf(type);
  const numbers = (...kinds: readonly string[]): readonly number[] =>
    facets.filter((facet) => kinds.includes(facet.kind)).map((facet) => Number(facet.values[0]?.text));
  const least = (found: readonly number[], otherwise: number): number => Math.min(otherwise, ...found);
  return {
    minLength: Math.max(0, ...numbers('length', 'minLength')),
    maxLength: least(numbers('length', 'maxLength'), Infinity),
    totalDigits: least(numbers('totalDigits'), Infinity),
    fractionDigits: least(numbers('fractionDigits'), Infinity),
    lower: facets.filter(({ kind }) => kind === 'minInclusive' || kind === 'minExclusive'),
    upper: facets.filter(({ kind }) => kind === 'maxInclusive' || kind === 'maxExclusive'),
  };
};
