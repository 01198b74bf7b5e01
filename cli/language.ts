import type { Language } from '#reporters/texts';

/** The language asked for, else that of the locale, else English. */
export const languageOf = (said: Language | undefined): Language => {
  if (said !== undefined) return said;
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return locale.startsWith('nl') ? 'nl' : 'en';
};

/** The language that arguments ask for, before a command has read them; the last one counts. */
export const askedLanguage = (argv: readonly string[]): Language => {
  const asked = argv.flatMap((one, index) =>
    one === '--lang' ? [argv[index + 1]] : /^--lang=(.*)$/.exec(one)?.slice(1),
  );
  return languageOf(asked.filter((one) => one === 'nl' || one === 'en').at(-1));
};
