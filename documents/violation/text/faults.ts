import { lexicalOwner } from '#xml/schema/faults';
import type { Facet, SimpleType } from '#xml/schema/model';
import type { Scope } from '#xml/schema/names';
import type { Match } from '../../schema/pattern/matches.ts';
import { facetsOf, type Check } from '../../schema/values/check.ts';
import { facetTest } from '../../schema/values/check-facet.ts';
import { normalise, whiteSpaceOf } from '../../schema/values/white-space.ts';
import { wordsOf, type Test } from '../../schema/values/words.ts';

/** The faults of a text: ids of constraints that it breaks for sure, and of those that it may break. */
export interface Faults {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
}

/** Whether a constraint is all that is broken. */
export const isAlone = ({ sure, possible }: Faults, constraint: string): boolean =>
  sure.length === 1 && sure[0] === constraint && possible.length === 0;

/** A type where it is used: the constraint `type` belongs to the type that names a built-in one. */
export interface Used {
  readonly type: SimpleType;
  /** Id of the constraint that the lexical rule is, when the type is a built-in one. */
  readonly lexical: string;
  /** True where no text at all means the default or fixed value. */
  readonly filled: boolean;
}

/** Finds all that is wrong with a text, as a value of a type. */
export type FindFaults = (used: Used, text: string, prefixes: Scope) => Faults;

/** A finder of faults that remembers the tests of each type. */
export const createFaults = (check: Check): FindFaults => {
  const tests = new Map<SimpleType, readonly (readonly [Facet, Test])[]>();
  const testsOf = (type: SimpleType): readonly (readonly [Facet, Test])[] => {
    const known = tests.get(type) ?? facetTests(type);
    tests.set(type, known);
    return known;
  };
  const find: FindFaults = (used, text, prefixes) => {
    const { type } = used;
    if (used.filled && text === '') return none;
    const own = normalise(text, whiteSpaceOf(type));
    const inItems = type.variety === 'list' ? itemFaults(used, own, (item, word) => find(item, word, prefixes)) : none;
    if (inItems.sure.length > 0) return inItems;
    const lexical = lexicalMatch(type, (one) => check(one, own, prefixes));
    if (lexical === 'no') return { sure: [lexicalId(used)], possible: [] };
    const matches = testsOf(type).map(([facet, test]) => [facet.id, test(own, prefixes)] as const);
    const ids = (wanted: string): readonly string[] => matches.flatMap(([id, match]) => (match === wanted ? [id] : []));
    const doubt = lexical === 'maybe' ? [lexicalId(used)] : [];
    return { sure: ids('no'), possible: [...doubt, ...inItems.possible, ...ids('maybe')] };
  };
  return find;
};

const none: Faults = { sure: [], possible: [] };

/** The constraint that the lexical rule of a type is. */
export const lexicalId = ({ type, lexical }: Used): string => lexicalOwner(type)?.claims['type'] ?? lexical;

const facetTests = (type: SimpleType): readonly (readonly [Facet, Test])[] =>
  facetsOf(type).flatMap((facet) => {
    const test = facetTest(type, facet);
    return test === undefined ? [] : [[facet, test] as const];
  });

/** Of a list only a wrong item is reported. */
const itemFaults = (used: Used, text: string, find: (item: Used, word: string) => Faults): Faults => {
  const { item } = used.type;
  if (item === undefined) return none;
  const faults = wordsOf(text).map((word) => find({ type: item, lexical: lexicalId(used), filled: false }, word));
  return { sure: faults.flatMap((one) => one.sure), possible: faults.flatMap((one) => one.possible) };
};

/** Tells whether the text is a value of the type with its facets left out. */
const lexicalMatch = (type: SimpleType, match: (type: SimpleType) => Match): Match => {
  if (type.variety === 'list') return 'yes';
  if (type.variety === 'union') return bestOf(type.members.map(match));
  let root = type;
  while (!root.builtin && root.base !== undefined) root = root.base;
  return match(root);
};

const bestOf = (matches: readonly Match[]): Match => {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('maybe') ? 'maybe' : 'no';
};
