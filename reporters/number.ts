/** A count as people write it in the language. */
export const number = (count: number, language: 'nl' | 'en'): string =>
  count.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
