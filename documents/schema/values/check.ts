import { builtinOf } from '#xml/schema/lexical';
import type { Facet, SimpleType } from '#xml/schema/model';
import type { Scope } from '#xml/schema/names';
import type { Match } from '../pattern/matches.ts';
import { facetTest } from './check-facet.ts';
import { isBeyondMinimal } from './minimal.ts';
import { parseValue } from './parse-value.ts';
import { isAgreedUri } from './uri.ts';
import { normalise, whiteSpaceOf } from './white-space.ts';
import { wordsOf, type Test } from './words.ts';

/** Says whether text is a value of a type: `maybe` where implementations of XSD differ or the standard leaves it open. */
export type Check = (type: SimpleType, text: string, prefixes?: Scope) => Match;

/** How far values go. */
export interface Reach {
  /** Also values that not every processor must take: beyond 18 digits, the years 0001 to 9999, and milliseconds. */
  readonly beyondMinimal?: boolean | undefined;
}

/** A checker that remembers what it has worked out for each type. */
export const createCheck = (reach: Reach = { beyondMinimal: true }): Check => {
  const tests = new Map<SimpleType, Check>();
  const check: Check = (type, text, prefixes = {}) => {
    const known = tests.get(type) ?? compile(type, { check, reach });
    tests.set(type, known);
    return known(type, text, prefixes);
  };
  return check;
};

interface Means {
  readonly check: Check;
  readonly reach: Reach;
}

const compile = (type: SimpleType, means: Means): Check => {
  const whiteSpace = whiteSpaceOf(type);
  const tests = [lexicalTest(type, means), ...facetsOf(type).flatMap((facet) => facetTest(type, facet) ?? [])];
  return (_, text, prefixes = {}) => {
    const own = normalise(text, whiteSpace);
    let result: Match = 'yes';
    for (const test of tests) {
      const match = test(own, prefixes);
      if (match === 'no') return 'no';
      if (match === 'maybe') result = 'maybe';
    }
    return result;
  };
};

/** The facets of a type and of its bases, the type's own first. */
export const facetsOf = (type: SimpleType): readonly Facet[] => {
  const facets = [...type.facets];
  for (let base = type.base; base !== undefined; base = base.base) facets.push(...base.facets);
  return facets;
};

const lexicalTest = (type: SimpleType, { check, reach }: Means): Test => {
  const { item, members } = type;
  if (type.variety === 'union') return (text, prefixes) => best(members, (member) => check(member, text, prefixes));
  if (type.variety === 'list' && item !== undefined)
    return (text, prefixes) => worst(wordsOf(text), (word) => check(item, word, prefixes));
  const builtin = builtinOf(type);
  const isTooFar = reach.beyondMinimal === true ? () => false : isBeyondMinimal;
  return (text, prefixes) => {
    const known = parseValue(builtin, text, prefixes) !== undefined;
    if (known) return strained(builtin, text) || isTooFar(builtin, text) ? 'maybe' : 'yes';
    return lenient[builtin]?.test(text) === true ? 'maybe' : 'no';
  };
};

/** Tells whether some implementations refuse a value although part 2 allows it: years past six digits, durations past nine or with seconds that begin with a point, and URIs that not every edition of their grammar takes. */
const strained = (builtin: string, text: string): boolean => {
  if (builtin === 'anyURI') return !isAgreedUri(text);
  if (builtin === 'duration') return /\d{10}|[^\d]\./.test(text);
  return dated.has(builtin) && /^-?\d{7}/.test(text);
};

const dated = new Set(['date', 'dateTime', 'gYear', 'gYearMonth']);

/** Values that some implementations accept although part 2 does not: strangers in base64, an exponent without digits, newer name characters, months as the first edition had them. */
const lenient: Readonly<Record<string, RegExp>> = {
  base64Binary: /[^A-Za-z0-9+/= ]/,
  float: /[eE][+-]?$/,
  double: /[eE][+-]?$/,
  gMonth: /^--\d\d--/,
  QName: /[^\0-\x7f]/,
  NOTATION: /[^\0-\x7f]/,
};

/** `no` wins over `maybe`, `maybe` over `yes`. */
const worst = <Item>(items: readonly Item[], match: (item: Item) => Match): Match => {
  const matches = items.map(match);
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
};

/** `yes` wins over `maybe`, `maybe` over `no`. */
const best = <Item>(items: readonly Item[], match: (item: Item) => Match): Match => {
  let result: Match = 'no';
  for (const item of items) {
    const found = match(item);
    if (found === 'yes') return 'yes';
    if (found === 'maybe') result = 'maybe';
  }
  return result;
};
