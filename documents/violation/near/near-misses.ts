import type { ConstraintKind } from '#xml/schema/constraints';
import type { SimpleType } from '#xml/schema/model';
import { facetsOf } from '../../schema/values/check.ts';
import {
  type Limit,
  justBeyond,
  oneBeyond,
  oneDecimalMore,
  oneDigitMore,
  oneOver,
  oneOverBySpace,
  oneUnder,
} from './bounds.ts';
import { formerValues } from './former.ts';
import {
  accented,
  emptied,
  letterAdded,
  letterDropped,
  letterPrefixed,
  letterReplaced,
  lineBreakAfter,
  noBreakSpaceAfter,
  otherCase,
  otherDigit,
  spaceAfter,
  spaceBefore,
  spaceInside,
  stopAfter,
  unseenAfter,
} from './letters.ts';
import {
  countedOn,
  decimalComma,
  decimalCommas,
  exponentAdded,
  fractions,
  noDays,
  noLeapDay,
  otherNotations,
  outOfRange,
  timesAdded,
  zero,
  zones,
} from './spellings.ts';

/** A constraint that a text keeps, to be missed as narrowly as possible. */
export interface Kept {
  readonly type: SimpleType;
  /** Undefined for the lexical rule of the type. */
  readonly limit: Limit | undefined;
}

/** The restriction that one constraint puts on the values of a type. */
export const keptAt = (type: SimpleType, constraint: string): Kept => {
  const facet = facetsOf(type).find(({ id }) => id === constraint);
  return { type, limit: facet && { type, kind: facet.kind, value: facet.values[0]?.text.trim() ?? '' } };
};

/** Texts, made from one that keeps a constraint, that a lenient reader takes for one that does; some may keep it. */
export type NearMiss = (own: string, kept: Kept) => readonly string[];

const past =
  (beyond: (own: string, limit: Limit) => readonly string[]): NearMiss =>
  (own, { limit }) =>
    limit === undefined ? [] : beyond(own, limit);

const misspelt =
  (make: (own: string, type: SimpleType) => readonly string[]): NearMiss =>
  (own, { type }) =>
    make(own, type);

const each = (all: Readonly<Record<string, Parameters<typeof misspelt>[0]>>): Ways =>
  Object.fromEntries(Object.entries(all).map(([name, make]) => [name, misspelt(make)]));

const beyondBound = { 'one-beyond': past(oneBeyond), 'just-beyond': past(justBeyond) };

type Ways = Readonly<Record<string, NearMiss>>;

/** The near misses of each kind of constraint by their names, the nearest first. */
const byKind: Readonly<Partial<Record<ConstraintKind, Ways>>> = {
  enumeration: {
    'other-case': otherCase,
    'space-after': spaceAfter,
    'letter-dropped': letterDropped,
    'space-before': spaceBefore,
    accented,
    'letter-added': letterAdded,
    'space-inside': spaceInside,
    'stop-after': stopAfter,
    'no-break-space-after': noBreakSpaceAfter,
    'unseen-after': unseenAfter,
    emptied,
    'former-value': misspelt(formerValues),
  },
  pattern: {
    'other-case': otherCase,
    'space-inside': spaceInside,
    'letter-added': letterAdded,
    'letter-dropped': letterDropped,
    'letter-replaced': letterReplaced,
    'space-after': spaceAfter,
    'space-before': spaceBefore,
    'line-break-after': lineBreakAfter,
    'other-digit': otherDigit,
    'letter-prefixed': letterPrefixed,
    accented,
    'decimal-comma': misspelt(decimalCommas),
    ...each(zones),
  },
  type: {
    'other-case': otherCase,
    'former-value': misspelt(formerValues),
    ...each(noDays),
    ...each(countedOn),
    'no-leap-day': misspelt(noLeapDay),
    'other-digit': otherDigit,
    'out-of-range': misspelt(outOfRange),
    zero: misspelt(zero),
    ...each(fractions),
    'decimal-comma': misspelt(decimalComma),
    ...each(otherNotations),
    'letter-dropped': letterDropped,
    accented,
    'letter-added': letterAdded,
    ...each(timesAdded),
    'exponent-added': misspelt(exponentAdded),
  },
  minLength: { 'one-under': past(oneUnder), emptied },
  maxLength: { 'one-over': past(oneOver), 'one-over-by-a-space': past(oneOverBySpace) },
  length: { 'one-over': past(oneOver), 'one-under': past(oneUnder) },
  minInclusive: beyondBound,
  minExclusive: beyondBound,
  maxInclusive: beyondBound,
  maxExclusive: beyondBound,
  fractionDigits: { 'one-decimal-more': past(oneDecimalMore) },
  totalDigits: { 'one-digit-more': past(oneDigitMore) },
};

/** The ways to miss a kind of constraint closely, the nearest first; none where only structure breaks it. */
export const nearMissesOf = (kind: ConstraintKind): Ways => byKind[kind] ?? {};
