import { jsonText } from '#contract/texts/json-text';
import { inLines } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { explain, isConfiguration } from './causes.ts';
import type { Diagnosed } from './diagnose.ts';
import { type Diagnosis, type StepTaken, stepTitles } from './steps.ts';

/** 0 all is well, 2 wrong configuration, 3 the environment stands in the way. */
export const exitCodeOf = ({ cause }: Diagnosis): number => {
  if (cause === undefined) return 0;
  return isConfiguration(cause) ? 2 : 3;
};

/** One line a step, then the cause and its remedy. */
export const diagnosisText = (diagnosis: Diagnosis & { readonly isOwn: boolean }, language: Language): string =>
  inLines([...diagnosis.steps.map((taken) => stepLine(taken, language)), '', ...conclusion(diagnosis, language), '']);

const marks: Readonly<Record<StepTaken['outcome'], string>> = {
  well: '✓',
  warning: '!',
  'not-applicable': '–',
  cause: '✗',
  'not-done': '·',
};

const width = 24;

const stepLine = ({ step, outcome, said }: StepTaken, language: Language): string =>
  `${marks[outcome]} ${stepTitles[step][language].padEnd(width)}${said?.[language] ?? ''}`.trimEnd();

const conclusion = (
  { cause, steps, isOwn }: Diagnosis & { readonly isOwn: boolean },
  language: Language,
): readonly string[] => {
  if (cause === undefined) return wayOn(steps, language);
  const { cause: said, remedy } = explain(cause, isOwn);
  return [`${words[language].cause}: ${said[language]}`, `${words[language].remedy}: ${remedy[language]}`];
};

/** That nothing was found says something of what was seen only. */
const wayOn = (steps: readonly StepTaken[], language: Language): readonly string[] => {
  const unseen = steps.filter(({ outcome }) => outcome === 'not-done').map(({ step }) => stepTitles[step][language]);
  const { well, warned, partly } = words[language];
  if (unseen.length > 0) return [partly(unseen.join(', '))];
  return [steps.some(({ outcome }) => outcome === 'warning') ? warned : well];
};

const words = {
  nl: {
    well: 'Alles in orde: 3pas run kan beginnen.',
    warned: '3pas run kan beginnen; lees eerst wat hierboven bij ! staat.',
    partly: (steps: string) => `3pas run kan beginnen; niet te zien was: ${steps}.`,
    cause: 'Oorzaak',
    remedy: 'Oplossing',
  },
  en: {
    well: 'All is well: 3pas run can begin.',
    warned: '3pas run can begin; first read what stands at ! above.',
    partly: (steps: string) => `3pas run can begin; what could not be seen: ${steps}.`,
    cause: 'Cause',
    remedy: 'Remedy',
  },
} as const;

/** The same for a program. */
export const diagnosisJson = ({ steps, cause, target, isOwn }: Diagnosed, profile: string): string =>
  jsonText({
    outcome: outcomes[exitCodeOf({ steps, cause })],
    profile,
    ...target,
    steps: steps.map(({ step, outcome, said }) => ({ step, outcome, said })),
    cause: cause && { id: cause.id, ...explain(cause, isOwn) },
  });

const outcomes: Readonly<Record<number, string>> = { 0: 'well', 2: 'misconfigured', 3: 'blocked' };
