import { difference, intersection, union, xmlChars, type CharSet } from './char-set.ts';

/**
 * A set of characters as far as it is certain: implementations know different versions of Unicode and of the names of XML,
 * so some characters are `possible` members only. Valid text is made of sure ones, and text misses a class when it is not even possible.
 */
export interface CharClass {
  readonly sure: CharSet;
  readonly possible: CharSet;
}

/** A class without doubt. */
export const exactly = (set: CharSet): CharClass => {
  const own = intersection(set, xmlChars);
  return { sure: own, possible: own };
};

/** A class that is known inside a region only. */
export const knownIn = (set: CharSet, region: CharSet): CharClass => ({
  sure: intersection(set, region),
  possible: intersection(union(set, difference(xmlChars, region)), xmlChars),
});

/** The union of classes. */
export const unionOf = (classes: readonly CharClass[]): CharClass => ({
  sure: classes.map((one) => one.sure).reduce(union, []),
  possible: classes.map((one) => one.possible).reduce(union, []),
});

/** Every other character of XML. */
export const complement = ({ sure, possible }: CharClass): CharClass => ({
  sure: difference(xmlChars, possible),
  possible: difference(xmlChars, sure),
});

/** The first class without the second. */
export const subtract = (one: CharClass, other: CharClass): CharClass => ({
  sure: difference(one.sure, other.possible),
  possible: difference(one.possible, other.sure),
});
