/** How often a character stands in a text, counted no further than `most`. */
export const countOf = (text: string, character: string, most: number): number => {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1 && count < most; at = text.indexOf(character, at + 1)) count += 1;
  return count;
};
