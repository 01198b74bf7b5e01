import { randomInt } from 'node:crypto';
import { acceptedOf } from '#gate/decision/delivery-reasons';
import type { JudgedEvidence } from '#gate/decision/judged-evidence';
import { drawDossiers } from '#gate/sample/draw-sample';
import { samplePage } from '#gate/sample/sample-page';
import type { Labels } from '#gate/text/decision-text';
import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { tell } from '../tell.ts';
import { writeTold } from '../folder/write-told.ts';
import { UsageError } from '../usage-error.ts';

/** How a sample is asked for. */
export interface Sampling {
  readonly count: number;
  readonly out: string | undefined;
  readonly labels: Labels;
  readonly language: Language;
}

/** Draws dossiers of evidence and writes the page to fill in; throws `UsageError` where there are none. */
export const sampled = (judged: JudgedEvidence | undefined, { count, out, labels, language }: Sampling): number => {
  const documentTypes = judged?.required.documentTypes.map(({ name }) => name) ?? [];
  const accepted = judged === undefined ? [] : documentTypes.flatMap((name) => acceptedOf(judged, name));
  if (judged === undefined || accepted.length === 0) throw nothing;
  const file = out ?? 'steekproef.html';
  const dossiers = drawDossiers({ accepted, documentTypes, count, pick: randomInt });
  const sample = {
    ...({ type: 'sample', version: 1, at: new Date(judged.now).toISOString(), evidence: judged.journal } as const),
    ...{ vendor: judged.system?.vendor ?? '', phase: judged.phase, dossiers },
  };
  const delivered = new Map(accepted.map(({ number, shown = [] }) => [number, shown]));
  write(file, samplePage(sample, { labels, language, delivered }));
  tell(
    [
      words[language](file),
      ...dossiers.map(({ number, documentType }) => visible(`${number} ${documentType}`)),
      '',
    ].join('\n'),
  );
  return 0;
};

const words: Readonly<Record<Language, (file: string) => string>> = {
  nl: (file) => `Open ${file} in een browser, zoek deze dossiers op, en bewaar de waarnemingen:`,
  en: (file) => `Open ${file} in a browser, look these dossiers up, and save the observations:`,
};

const nothing = new UsageError({
  nl: 'er is geen dossier om te trekken: geen endpoint van deze fase uit het beleid (--policy) nam een aangemeld documenttype aan',
  en: 'there is no dossier to draw: no endpoint of this phase in the policy (--policy) accepted a declared document type',
});

const write = (file: string, text: string): void => {
  const said = (why: string) => ({
    nl: `${file} is niet te schrijven (${why}); geef met --out een ander bestand`,
    en: `${file} can't be written (${why}); give another file with --out`,
  });
  writeTold({ file, said }, text);
};
