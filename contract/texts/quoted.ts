import { visible } from './visible.ts';

/** Characters of a value that are quoted; a reader knows it by its beginning. */
const most = 80;

/** A value of others as it stands in a sentence: in double quotes, what is not seen written out, long ones cut off. */
export const quoted = (value: string): string => {
  const characters = Array.from(value.slice(0, 4 * most));
  const isCut = characters.length > most || value.length > 4 * most;
  return `"${visible(characters.slice(0, most).join(''))}${isCut ? '…' : ''}"`;
};

/** Words as a list for people: `a, b of c`. */
export const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
