/** Code points from the first to the last, both included. */
export type Range = readonly [from: number, to: number];

/** A set of code points: ranges in order that do not touch. */
export type CharSet = readonly Range[];

/** Every character of XML 1.0 (production 2). */
export const xmlChars: CharSet = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0xd7ff],
  [0xe000, 0xfffd],
  [0x10000, 0x10ffff],
];

/** A set of ranges in any order. */
export const setOf = (ranges: readonly Range[]): CharSet => {
  const sorted = [...ranges].sort((one, other) => one[0] - other[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
};

/** A set of the characters of a text. */
export const charsOf = (text: string): CharSet =>
  setOf([...text].map((character): Range => [character.codePointAt(0) ?? 0, character.codePointAt(0) ?? 0]));

/** The union of two sets. */
export const union = (one: CharSet, other: CharSet): CharSet => setOf([...one, ...other]);

/** The intersection of two sets. */
export const intersection = (one: CharSet, other: CharSet): CharSet => {
  const both: Range[] = [];
  let [left, right] = [0, 0];
  for (let a = one[left], b = other[right]; a !== undefined && b !== undefined; a = one[left], b = other[right]) {
    const from = Math.max(a[0], b[0]);
    const to = Math.min(a[1], b[1]);
    if (from <= to) both.push([from, to]);
    if (a[1] < b[1]) left += 1;
    else right += 1;
  }
  return both;
};

/** The first set without the second. */
export const difference = (one: CharSet, other: CharSet): CharSet => intersection(one, gapsOf(other));

const gapsOf = (set: CharSet): CharSet => {
  const gaps: Range[] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  return next > 0x10ffff ? gaps : [...gaps, [next, 0x10ffff]];
};

/** Tells whether a code point is in the set. */
export const contains = (set: CharSet, code: number): boolean => {
  let [low, high] = [0, set.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const range = set[middle];
    if (range === undefined) return false;
    if (code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return true;
  }
  return false;
};

/** How many code points the set has. */
export const sizeOf = (set: CharSet): number => set.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** The code point at an index, counted from the lowest. */
export const charAt = (set: CharSet, index: number): number => {
  let left = index;
  for (const [from, to] of set) {
    if (left <= to - from) return from + left;
    left -= to - from + 1;
  }
  return set[0]?.[0] ?? 0x20;
};
