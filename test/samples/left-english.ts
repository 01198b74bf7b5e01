/** Runs of four words that a Dutch text has of the English one, which is more than names and quotations come to. */
export const leftEnglish = (nl: string, en: string): readonly string[] =>
  [...en.matchAll(/(?<![\w'])(?=((?:[a-z']+ ){3}[a-z']+)(?![\w']))/g)].flatMap(([, run = '']) =>
    nl.includes(run) ? [run] : [],
  );
