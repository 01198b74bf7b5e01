import { exactly, knownIn, type CharClass } from './char-class.ts';
import { nameRest, nameStart } from './name-chars.ts';
import { charsOf, setOf, type CharSet, type Range } from './char-set.ts';

/** Where all versions of Unicode since 3.1 agree on what a character is: whole old blocks, their unassigned gaps left out. */
const settled: CharSet = setOf([
  ...([
    [0x20, 0x7e],
    [0xa0, 0xa6],
    [0xa8, 0xa9],
    [0xab, 0xac],
    [0xae, 0xb5],
    [0xb8, 0xb9],
    [0xbb, 0xbe],
  ] as const),
  ...([
    [0xc0, 0x17f],
    [0x391, 0x3a1],
    [0x3a3, 0x3ce],
    [0x410, 0x44f],
    [0x5d0, 0x5ea],
    [0x627, 0x63a],
  ] as const),
  ...([
    [0x660, 0x669],
    [0x966, 0x96f],
    [0x300, 0x333],
    [0x2010, 0x2017],
    [0x201c, 0x2026],
    [0x2190, 0x21d1],
  ] as const),
  ...([
    [0x2200, 0x22e0],
    [0x2500, 0x257f],
    [0x3042, 0x3092],
    [0x30a2, 0x30f2],
  ] as const),
  ...([
    [0x20ac, 0x20ac],
    [0x2070, 0x2070],
    [0x2074, 0x207e],
    [0x2160, 0x217f],
    [0x3000, 0x3003],
    [0xe000, 0xe0ff],
  ] as const),
  ...([
    [0x1c5, 0x1c5],
    [0x1c8, 0x1c8],
    [0x1cb, 0x1cb],
    [0x2b0, 0x2b8],
    [0x903, 0x903],
    [0x20dd, 0x20e0],
  ] as const),
  ...([
    [0x9, 0xa],
    [0xd, 0xd],
    [0x80, 0x9f],
    [0x2028, 0x2029],
    [0x200e, 0x200f],
    [0x1d400, 0x1d454],
  ] as const),
]);

const known = new Set(
  ['L', 'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'M', 'Mn', 'Mc', 'Me', 'N', 'Nd', 'Nl', 'No', 'P', 'Pc', 'Pd', 'Ps', 'Pe'].concat(
    ['Pi', 'Pf', 'Po', 'Z', 'Zs', 'Zl', 'Zp', 'S', 'Sm', 'Sc', 'Sk', 'So', 'C', 'Cc', 'Cf', 'Co', 'Cn'],
  ),
);

/** Tells whether a name is a general category of part 2, appendix F.1.1. */
export const isCategory = (name: string): boolean => known.has(name);

/** The characters of a general category of Unicode. */
export const category = (name: string): CharClass => knownIn(scan(new RegExp(`\\p{${name}}`, 'u')), settled);

/** Settled characters of a category are all that a generator needs, so only those and the doubt about the rest are kept. */
const scan = (member: RegExp): CharSet => {
  const found: Range[] = [];
  for (const [from, to] of settled)
    for (let code = from; code <= to; code += 1) if (member.test(String.fromCodePoint(code))) found.push([code, code]);
  return setOf(found);
};

/** Characters that no edition allows in a name. */
const neverName: CharSet = setOf([
  ...([
    [0x9, 0xa],
    [0xd, 0xd],
    [0x20, 0x2c],
    [0x2f, 0x2f],
    [0x3b, 0x40],
    [0x5b, 0x5e],
    [0x60, 0x60],
  ] as const),
  ...([
    [0x7b, 0xb6],
    [0xb8, 0xbf],
    [0xd7, 0xd7],
    [0xf7, 0xf7],
    [0x2190, 0x21d1],
    [0x2200, 0x22e0],
  ] as const),
  ...([
    [0x2500, 0x257f],
    [0xe000, 0xe0ff],
  ] as const),
]);

/** `\i`: the characters that a name may begin with (XML 1.0, productions 4 and 5). */
export const nameStartClass: CharClass = knownIn(nameStart, setOf([...nameStart, ...nameRest, ...neverName]));

/** `\c`: the characters of a name. */
export const nameClass: CharClass = knownIn(
  setOf([...nameStart, ...nameRest]),
  setOf([...nameStart, ...nameRest, ...neverName]),
);

/** `\s`: the white space of XML. */
export const spaceClass: CharClass = exactly(charsOf(' \t\n\r'));

/** `.`: anything but a line end; some implementations count the separators of Unicode among those (part 2, F.1.1). */
export const dotClass: CharClass = {
  sure: setOf([
    [0x9, 0x9],
    [0x20, 0x84],
    [0x86, 0x2027],
    [0x202a, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ]),
  possible: setOf([
    [0x9, 0x9],
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ]),
};
