/** The pattern that a message of libxml2 tells of; empty for none. */
export const patternIn = (message: string): string =>
  /is not accepted by the pattern '([^]*)'\.$/.exec(message)?.[1] ?? '';

/** The words that alternatives of a pattern begin with, as those of well-known text do; none where one begins otherwise. */
export const beginningsOf = (pattern: string): readonly string[] => {
  const words = alternativesOf(pattern).map((one) => /^[A-Z]{4,}(?= \?\\\()/.exec(one)?.[0]);
  return words.every((word) => word !== undefined) ? words : [];
};

/** The alternatives of a pattern, those in brackets of any kind left alone. */
const alternativesOf = (pattern: string): readonly string[] => {
  const found: string[] = [];
  let [depth, now] = [0, ''];
  for (const piece of pattern.match(/\\?[^]/g) ?? []) {
    if (piece === '(' || piece === '[') depth += 1;
    if (piece === ')' || piece === ']') depth -= 1;
    const isNext = piece === '|' && depth === 0;
    if (isNext) found.push(now);
    now = isNext ? '' : now + piece;
  }
  return [...found, now];
};
