/** A text that a pattern of XSD allows, as an example for people; undefined for a pattern that is not put together of classes and characters. */
export const patternExample = (pattern: string): string | undefined => {
  const bare = pattern.replace(/\((?:[^()]|\([^()]*\))*\)[*?]/g, '');
  if (/[()|^]/.test(bare.replace(/\\./g, ''))) return undefined;
  const made = bare.replace(piece, (...[, atom, quantifier, count]: Piece) => {
    const times = count === undefined ? (usual[quantifier ?? ''] ?? 1) : Number(count);
    return times > longest ? '' : charactersOf(atom, times);
  });
  return made !== '' && isAllowed(pattern, made) ? made : undefined;
};

type Piece = readonly [whole: string, atom: string, quantifier: string | undefined, count: string | undefined];

/** A class or character, and how often it stands there. */
const piece = /(\[[^\]]*\]|\\.|[^\\[\]{}])(\{(\d+)(?:,\d*)?\}|[+*?])?/g;

const usual: Readonly<Record<string, number>> = { '+': 4, '*': 0, '?': 0 };

const longest = 40;

const rows = { digits: '1234567890', capitals: 'ABCDEFGHIJ', small: 'abcdefghij' };

const charactersOf = (atom: string, times: number): string => {
  if (!atom.startsWith('[') && !/^\\[a-z]$/i.test(atom)) return atom.replace(/^\\/, '').repeat(times);
  const row = /^\\d$|^\[(?:0|1)-9/.test(atom) ? rows.digits : atom.startsWith('[a-z') ? rows.small : rows.capitals;
  return row.repeat(Math.ceil(times / row.length)).slice(0, times);
};

const isAllowed = (pattern: string, made: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(made);
  } catch {
    return false;
  }
};
