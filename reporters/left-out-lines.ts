import type { Planned } from '#evidence/event';
import type { LeftOutReason } from './left-out-reasons.ts';
import { number } from './number.ts';
import type { Language } from './texts.ts';

/** How many checks of how many are left out, and why. */
interface LeftOutOf {
  readonly leftOut: number;
  readonly plan: number;
  readonly reasons: readonly LeftOutReason[];
}

/** What a run leaves out of its plan: how many checks, why, and what brings them back; a line each, none where it is nothing. */
export const leftOutLines = ({ leftOut, plan, reasons }: LeftOutOf, language: Language): readonly string[] =>
  leftOut === 0
    ? []
    : [
        words[language](number(leftOut, language), number(plan, language)),
        ...reasons.map(({ checks, reason, remedy }) =>
          [
            `  ${number(checks, language)}: ${reason[language]}`,
            ...(remedy === undefined ? [] : [remedy[language]]),
          ].join('; '),
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
