import { impossibleDates } from '#gate/sample/impossible-dates';
import { readObservations } from '#gate/sample/observations';
import type { Language } from '#reporters/texts';
import { jsonText } from '#contract/texts/json-text';
import { inLines } from '#contract/texts/visible';
import { languageOf } from '../language.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

/** Reads the observations of a sample back, tells what was seen, and returns the exit code: 3 where something differs or is not there yet. */
export const observe = (
  file: string,
  { json, lang }: { readonly json?: boolean; readonly lang?: Language },
): number => {
  const found = readObservations(optionText('observe', file));
  if ('problem' in found)
    throw new UsageError({
      nl: `${file} bevat geen waarnemingen (${found.problem.nl}); geef het bestand dat de pagina van de steekproef bewaarde`,
      en: `${file} holds no observations (${found.problem.en}); give the file that the page of the sample saved`,
    });
  const { sample, observations, by, date } = found.observations;
  const rows = sample.dossiers.map(({ number, documentType }) => {
    const own = observations.filter((one) => one.number === number);
    return { number, documentType, found: own.length === 1 ? own[0]?.found : undefined, remark: own[0]?.remark ?? '' };
  });
  const problem = impossibleDates(found.observations, Date.now());
  const isWhole = problem === undefined && rows.length > 0 && rows.every((row) => row.found === 'klopt');
  if (json === true) {
    tell(`${jsonText({ by, date, vendor: sample.vendor, phase: sample.phase, problem, rows })}\n`);
    return isWhole ? 0 : 3;
  }
  const language = languageOf(lang);
  const said = words[language];
  const lines = rows.map(
    (row) =>
      `${row.number} ${row.documentType}: ${row.found ?? said.none}${row.remark === '' ? '' : ` (${row.remark})`}`,
  );
  tell(
    `${inLines([said.head(sample.vendor, String(sample.phase), by, date), ...lines, ...(rows.length === 0 ? [said.empty] : []), ...(problem === undefined ? [] : [`${said.wrong}${problem[language]}`])])}\n`,
  );
  return isWhole ? 0 : 3;
};

const words = {
  nl: {
    head: (...[vendor, phase, by, date]: readonly [string, string, string, string]) =>
      `Waarnemingen bij ${vendor}, fase ${phase}, van ${by} op ${date}:`,
    none: 'niet bekeken, of meer dan één keer genoteerd',
    empty: 'De steekproef bevat geen dossier; trek er een met 3pas gate --sample.',
    wrong: 'Dit kan niet kloppen: ',
  },
  en: {
    head: (...[vendor, phase, by, date]: readonly [string, string, string, string]) =>
      `Observations of ${vendor}, phase ${phase}, by ${by} on ${date}:`,
    none: 'not looked at, or noted more than once',
    empty: 'The sample holds no dossier; draw one with 3pas gate --sample.',
    wrong: 'This can not be right: ',
  },
} as const;
