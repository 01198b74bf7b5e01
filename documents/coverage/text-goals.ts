import { builtinOf } from '#xml/schema/lexical';
import type { Facet, FacetKind, SimpleType } from '#xml/schema/model';
import type { Scope } from '#xml/schema/names';
import { parseDecimal, totalDigitsOf } from '../schema/values/decimal.ts';
import { parseValue } from '../schema/values/parse-value.ts';
import { lengthOf, sameValue } from '../schema/values/value.ts';
import { normalise, whiteSpaceOf } from '../schema/values/white-space.ts';
import { wordsOf } from '../schema/values/words.ts';

/** A value at a limit, or of an enumeration. */
export interface TextGoal {
  readonly kind: 'bound' | 'value';
  readonly id: string;
  readonly isHit: (text: string, prefixes: Scope) => boolean;
}

/** The goals for values of a type, by the facets of the schema that bind: those that no later step sets anew. */
export const textGoalsOf = (type: SimpleType): readonly TextGoal[] => {
  const seen = new Set<FacetKind>();
  const goals: TextGoal[] = [];
  for (let now: SimpleType | undefined = type; now !== undefined && !now.builtin; now = now.base) {
    for (const facet of now.facets) if (!seen.has(facet.kind)) goals.push(...facetGoals(type, facet));
    for (const { kind } of now.facets) seen.add(kind);
  }
  const { item } = type;
  return item === undefined ? goals : [...goals, ...textGoalsOf(item).map((goal) => ofItems(type, goal))];
};

/** The goals that the items of a list reach. */
const ofItems = (list: SimpleType, goal: TextGoal): TextGoal => ({
  ...goal,
  isHit: (text, prefixes) => wordsOf(normalise(text, whiteSpaceOf(list))).some((word) => goal.isHit(word, prefixes)),
});

const facetGoals = (type: SimpleType, facet: Facet): readonly TextGoal[] => {
  const own = (text: string): string => normalise(text, whiteSpaceOf(type));
  if (facet.kind === 'enumeration')
    return facet.values.map(({ text, prefixes }) => ({
      kind: 'value',
      id: `${facet.id}=${text}`,
      isHit: (written, scope) => isSame(type, { text: own(text), prefixes }, { text: own(written), prefixes: scope }),
    }));
  const [limit] = facet.values;
  const measure = measures[facet.kind];
  if (limit === undefined || measure === undefined) return [];
  const { text, prefixes } = limit;
  const isHit: TextGoal['isHit'] = (written, scope) =>
    measure === 'value'
      ? isSame(type, { text: text.trim(), prefixes }, { text: own(written), prefixes: scope })
      : measure(type, own(written), scope) === Number(text);
  return [{ kind: 'bound', id: `${facet.id}=${text.trim()}`, isHit }];
};

interface Written {
  readonly text: string;
  readonly prefixes: Scope;
}

const isSame = (type: SimpleType, one: Written, other: Written): boolean => {
  if (type.variety !== 'atomic') return one.text === other.text;
  const builtin = builtinOf(type);
  const [left, right] = [one, other].map(({ text, prefixes }) => parseValue(builtin, text, prefixes));
  return left !== undefined && right !== undefined && sameValue(left, right);
};

type Measure = (type: SimpleType, text: string, prefixes: Scope) => number | undefined;

const length: Measure = (type, text, prefixes) => {
  if (type.variety === 'list') return wordsOf(text).length;
  const value = parseValue(builtinOf(type), text, prefixes);
  return value && lengthOf(value);
};

/** Limits that a value can be at; a value is never at an exclusive one. */
const measures: Partial<Readonly<Record<FacetKind, Measure | 'value'>>> = {
  length,
  minLength: length,
  maxLength: length,
  totalDigits: (_, text) => {
    const decimal = parseDecimal(text);
    return decimal && totalDigitsOf(decimal);
  },
  fractionDigits: (_, text) => parseDecimal(text)?.scale,
  minInclusive: 'value',
  maxInclusive: 'value',
};
