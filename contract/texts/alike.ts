import type { Bilingual } from './bilingual.ts';

/** Spaces other than the usual one, and what takes no room at all. */
const odd = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]|[\u00AD\u200B-\u200F\u2060\uFEFF]/u;
const everyOdd = new RegExp(odd.source, 'gu');
const everyUnseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** A text as it looks: two texts that come to the same look the same. */
export const alike = (text: string): string =>
  text.normalize('NFC').replace(everyUnseen, '').replace(/\s+/gu, ' ').trim();

/** By what a text differs from another one that looks the same. */
export const unlikeness = (text: string, other: string): Bilingual => {
  const found = [...text.matchAll(everyOdd)].map(([one]) => one).find((one) => !other.includes(one));
  if (found !== undefined) return characterText(found);
  if (text.normalize('NFC') === other.normalize('NFC'))
    return {
      nl: 'een letter met een accent is geschreven als twee tekens (NFD in plaats van NFC)',
      en: 'a letter with an accent is written as two characters (NFD in place of NFC)',
    };
  return { nl: 'spaties of regeleinden zijn anders', en: 'spaces or line ends differ' };
};

const characterText = (character: string): Bilingual => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (character === '\u00A0')
    return { nl: `er staat een vaste spatie (${code}) in`, en: `it holds a no-break space (${code})` };
  return /\s/u.test(character) && character !== '\uFEFF'
    ? { nl: `er staat een andere spatie (${code}) in`, en: `it holds another kind of space (${code})` }
    : {
        nl: `er staat een teken in dat niet te zien is (${code})`,
        en: `it holds a character that is not seen (${code})`,
      };
};
