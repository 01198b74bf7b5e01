/** Characters from one code point to another. */
const between = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

/**
 * Every letter and sign that names in Dutch registers are written with: ASCII, Latin-1 and Latin Extended-A whole, the letters beyond
 * them of other languages of the EU, Greek and Cyrillic, and the punctuation of typography.
 */
export const repertoire: readonly string[] = [
  ...between(0x21, 0x7e),
  ...between(0xa1, 0xac),
  ...between(0xae, 0x17f),
  ...Array.from('ǍǎǏǐǑǒǓǔǦǧǨǩǪǫǴǵȘșȚțȞȟẀẁẂẃẄẅẞỲỳỸỹ'),
  ...between(0x386, 0x3ce).filter((letter) => /\p{L}/u.test(letter)),
  ...between(0x410, 0x44f),
  ...Array.from('–—‘’‚“”„†•…‰‹›€№™'),
];
