/** Texts that differ from a text in one letter or one space. */
type Letters = (own: string) => readonly string[];

/** The first or last letter in the other case, or all of them in one. */
export const otherCase: Letters = (own) => {
  const characters = Array.from(own);
  const cased = characters.flatMap((one, at) => (flip(one) === one ? [] : [at]));
  const ends = [cased[0], cased.at(-1)].flatMap((at) => (at === undefined ? [] : [at]));
  const single = ends.map((at) => characters.with(at, flip(characters[at] ?? '')).join(''));
  return [...single, own.toUpperCase(), own.toLowerCase()];
};

const flip = (character: string): string => {
  const upper = character.toUpperCase();
  const other = upper === character ? character.toLowerCase() : upper;
  return [...other].length === 1 ? other : character;
};

/** A space at the beginning, which a reader that trims does not see. */
export const spaceBefore: Letters = (own) => [` ${own}`];
/** The same at the end. */
export const spaceAfter: Letters = (own) => [`${own} `];

/** A no-break space at the end, which `Trim` of .NET and `strip` of Java take away as well. */
export const noBreakSpaceAfter: Letters = (own) => [`${own}\u00a0`];

/** A character without width at the end, which a comparison by the rules of a language passes over. */
export const unseenAfter: Letters = (own) => [`${own}\u200b`];

/** A space where there was none, two where there was one, or one for a hyphen; first where digits and letters meet, as in `4401 BT`. */
export const spaceInside: Letters = (own) => [
  own.replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u, ' '),
  own.replace(' ', '  '),
  own.replace('-', ' '),
  withSpaceInTheMiddle(own),
];

const withSpaceInTheMiddle = (own: string): string => {
  const characters = Array.from(own);
  return characters.toSpliced(Math.floor(characters.length / 2), 0, ' ').join('');
};

/** A text that an expression accepts if its `$` matches before a final line break. */
export const lineBreakAfter: Letters = (own) => [`${own}\n`];

/** One letter less: the last, the first, or that in the middle. */
export const letterDropped: Letters = (own) => {
  const characters = Array.from(own);
  const middle = Math.floor(characters.length / 2);
  return [characters.slice(0, -1), characters.slice(1), characters.toSpliced(middle, 1)].map((one) => one.join(''));
};

/** A letter too many at the end. */
export const letterAdded: Letters = (own) => [own.slice(-1), 'Z', 'x', '0'].map((one) => own + one);

/** A full stop at the end, as of a sentence. */
export const stopAfter: Letters = (own) => [`${own}.`];

/** A letter too many in front. */
export const letterPrefixed: Letters = (own) => [own.slice(0, 1), '-', '1', 'x'].map((one) => one + own);

/** One character for another that is read alike, or of another kind. */
export const letterReplaced: Letters = (own) => {
  const characters = Array.from(own);
  const last = characters.length - 1;
  return [...new Set([last, Math.floor(last / 2), 0])].flatMap((at) => {
    const one = characters[at] ?? '';
    return one === '' ? [] : likeness(one).map((other) => characters.with(at, other).join(''));
  });
};

const likeness = (one: string): readonly string[] => {
  if (/\d/.test(one)) return ['O', '-'];
  if (/\p{L}/u.test(one)) return ['0', '-'];
  return alike[one] === undefined ? ['x'] : [alike[one], 'x'];
};

const alike: Readonly<Record<string, string>> = { '-': '_', '.': ',', ',': ';', '(': '[', ')': ']', ' ': '\u00a0' };

/** A digit of another script, which `\d` of many platforms takes. */
export const otherDigit: Letters = (own) =>
  [0x0660, 0xff10].map((zero) => own.replace(/\d/, (digit) => String.fromCodePoint(zero + Number(digit))));

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' };

/** A letter with a diacritic that it does not have, without one that it has, or with one that stands apart. */
export const accented: Letters = (own) => [
  own.normalize('NFD').replace(/\p{M}/gu, ''),
  own.normalize('NFD'),
  own.replace(/[aeioun](?!\p{M})/u, (letter) => accents[letter] ?? letter),
];

/** Nothing at all. */
export const emptied: Letters = () => [''];
