import { inLines } from '#contract/texts/visible';
import type { CertificateJudgement, CertificateOutcome } from '#judgement/certificate/judge';
import { certificate } from '#judgement/requirements/certificate';
import type { Language } from '#reporters/texts';
import type { Inspection } from './inspect.ts';
import { summaryLines } from './summary-text.ts';
import { marks, words } from './words.ts';

/** An inspection for people: the certificate, its warnings, then a line a requirement with a mark for each phase. */
export const inspectionText = (inspection: Inspection, language: Language): string => {
  const { phases, warnings } = inspection;
  const word = words[language];
  const head = phases.map(({ phase }) => String(phase)).join(' ');
  return inLines([
    ...summaryLines(inspection, language),
    ...warnings.map(({ text }) => `  ${word.warning}: ${text[language]}`),
    '',
    `${head}  ${word.legend}`,
    ...rowsOf(inspection).flatMap((row) => rowLines(row, language)),
    '',
    ...phases.map(({ phase, fitness }) => `${word.phase} ${String(phase)}: ${word.fitness[fitness]}`),
  ]);
};

/** One requirement in all phases that were asked for; the worst of them tells why. */
interface Row {
  readonly marks: string;
  readonly worst: CertificateJudgement;
}

const worse: readonly CertificateOutcome[] = ['not-applicable', 'holds', 'unknown', 'warns', 'fails'];

const rowsOf = ({ phases }: Inspection): readonly Row[] =>
  (phases[0]?.judgements ?? []).flatMap(({ requirement }) => {
    const all = phases.flatMap(({ phase, judgements }) =>
      judgements
        .filter((one) => one.requirement === requirement)
        .map((one) => ({ ...one, asked: isAsked(one, phase) })),
    );
    const [worst] = all
      .filter(({ asked }) => asked)
      .toSorted((one, other) => worse.indexOf(other.outcome) - worse.indexOf(one.outcome));
    const shown = all.map(({ asked, outcome }) => (asked ? marks[outcome] : ' ')).join(' ');
    return worst === undefined ? [] : [{ marks: shown, worst }];
  });

const isAsked = ({ requirement }: CertificateJudgement, phase: number): boolean =>
  certificate[requirement].phases.some((one) => one === phase);

const rowLines = ({ marks: shown, worst }: Row, language: Language): readonly string[] => {
  const { text } = certificate[worst.requirement];
  const { cause, remedy } = worst.own ?? certificate[worst.requirement];
  const indent = ' '.repeat(shown.length + 2);
  const line = `${shown}  ${text[language].replace(/\.$/, '')} – ${worst.reason[language]}`;
  if (worst.outcome !== 'fails' && worst.outcome !== 'warns') return [line];
  return [
    line,
    `${indent}${words[language].cause}: ${cause[language]}`,
    `${indent}${words[language].remedy}: ${remedy[language]} (${worst.requirement})`,
  ];
};
