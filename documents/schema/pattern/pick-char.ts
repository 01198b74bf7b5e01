import { charAt, contains, intersection, setOf, sizeOf, type CharSet } from './char-set.ts';

/** One character of a set: 0 is the plainest, other numbers anything in it. */
export type Pick = (choice: number) => string;

const plain = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.,:;/\'"()?!&<>@#%+=*~^|$[]{}\\`'];

/** Characters that break systems and that every version of Unicode knows: accents, other scripts, signs, private use, a plane beyond 16 bits. */
const telling: CharSet = setOf([
  ...([
    [0xa1, 0xac],
    [0xae, 0x17f],
    [0x391, 0x3a1],
    [0x3a3, 0x3ce],
    [0x410, 0x44f],
    [0x5d0, 0x5ea],
  ] as const),
  ...([
    [0x300, 0x333],
    [0x627, 0x63a],
    [0x660, 0x669],
    [0x2010, 0x2026],
    [0x20ac, 0x20ac],
    [0x2190, 0x21d1],
  ] as const),
  ...([
    [0x2200, 0x22e0],
    [0x3042, 0x3092],
    [0x4e00, 0x4eff],
    [0xac00, 0xac7f],
    [0x10330, 0x1034a],
  ] as const),
]);

/** A picker for a set that is not empty; one for each set. */
export const charPicker = (set: CharSet): Pick => {
  const known = pickers.get(set) ?? newPicker(set);
  pickers.set(set, known);
  return known;
};

const pickers = new WeakMap<CharSet, Pick>();

const newPicker = (set: CharSet): Pick => {
  const first = plain.filter((character) => contains(set, code(character)));
  const known = intersection(set, telling);
  const rest = known.length > 0 ? known : first.length > 0 ? [] : set;
  const size = sizeOf(rest);
  const made: (string | undefined)[] = [];
  const other = (index: number): string => {
    const before = made[index];
    if (before !== undefined) return before;
    const character = String.fromCodePoint(charAt(rest, index));
    if (index < mostRemembered) made[index] = character;
    return character;
  };
  return (choice) => {
    const wantsRest = first.length === 0 || (size > 0 && (choice & 7) === 7);
    return wantsRest ? other((choice >>> 3) % size) : (first[(choice - (choice >> 3)) % first.length] ?? '');
  };
};

/** The first characters of a set are written once. */
const mostRemembered = 2000;

const code = (character: string): number => character.codePointAt(0) ?? 0;
