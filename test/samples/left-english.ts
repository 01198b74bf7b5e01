/** Runs of four words, with a comma at most, that a Dutch text has of the English one: more than names and quotations come to. */
export const leftEnglish = (nl: string, en: string): readonly string[] =>
  [...en.matchAll(/(?<![\w'])(?=((?:[A-Za-z']+,? ){3}[A-Za-z']+)(?![\w']))/g)].flatMap(([, run = '']) =>
    nl.includes(run) && run.split(',').length < 3 ? [run] : [],
  );
