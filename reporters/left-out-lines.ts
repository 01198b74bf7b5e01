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

/** How many requests a run makes at most, and how long it takes at this many a second. */
export const paceLine = ({ scope, runs, requests }: Planned, perSecond: number, language: Language): string => {
  const minutes = Math.ceil(requests / perSecond / 60);
  return pace[language](number(scope, language), { requests: number(requests, language), minutes, runs });
};

interface Pace {
  readonly requests: string;
  readonly minutes: number;
  readonly runs: number;
}

const pace = {
  nl: (checks: string, { requests, minutes, runs }: Pace) =>
    `Plan: ${checks} controles met --runs ${String(runs)}, hoogstens ${requests} verzoeken, ongeveer ${String(minutes)} ${minutes === 1 ? 'minuut' : 'minuten'}`,
  en: (checks: string, { requests, minutes, runs }: Pace) =>
    `Plan: ${checks} checks with --runs ${String(runs)}, at most ${requests} requests, about ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`,
} as const;

const words = {
  nl: (left: string, plan: string) => `Niet getoetst: ${left} van de ${plan} controles`,
  en: (left: string, plan: string) => `Not tested: ${left} of ${plan} checks`,
} as const;
