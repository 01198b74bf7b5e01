/** The words of a name as people write them: `DatumEindeReactietermijn` and `datum_einde_reactietermijn` are the same. */
export const wordsOf = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** How well a name says what one of some names says, from 0 to 1. */
export const likeness = (name: string, wanted: readonly string[]): number => {
  const words = wordsOf(name);
  return Math.max(0, ...wanted.map((one) => likenessTo(words, one)));
};

const likenessTo = (words: string, wanted: string): number => {
  const [dense, sought] = [words.replaceAll(' ', ''), wanted.replaceAll(' ', '')];
  if (dense === sought) return 1;
  const single = ` ${words} `;
  if (single.includes(` ${wanted} `)) return single.endsWith(` ${wanted} `) ? 0.8 : 0.6;
  if (sought.length < 5) return 0;
  if (dense.endsWith(sought)) return 0.75;
  return dense.includes(sought) ? 0.55 : 0;
};
