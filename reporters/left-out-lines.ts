import type { Planned } from '#evidence/event';
import { number } from './number.ts';
import type { Language } from './texts.ts';

/** What a run leaves out of its plan: how many checks, why, and what brings them back; a line each. */
export const leftOutLines = ({ plan, scope, leftOut }: Planned, language: Language): readonly string[] => [
  words[language](number(plan - scope, language), number(plan, language)),
  ...leftOut.map(
    ({ checks, reason, remedy }) => `  ${number(checks, language)}: ${reason[language]}; ${remedy[language]}`,
  ),
];

const words = {
  nl: (left: string, plan: string) => `Niet getoetst: ${left} van de ${plan} controles`,
  en: (left: string, plan: string) => `Not tested: ${left} of ${plan} checks`,
} as const;
