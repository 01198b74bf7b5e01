import type { Planned } from '#evidence/event';
import type { InEffect } from '#evidence/in-effect';
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

/** How many requests a run makes and how long it takes; nothing where it is not held to a pace. */
export const paceLine = (
  { scope, runs, requests }: Planned,
  { requestsPerSecond, requests: most }: Pick<InEffect, 'requestsPerSecond' | 'requests'>,
  language: Language,
): readonly string[] => {
  if (requestsPerSecond === undefined) return [];
  const minutes = Math.ceil(requests / requestsPerSecond / 60);
  const shown = {
    requests: number(requests, language),
    minutes,
    runs,
    most: most === undefined ? undefined : number(most, language),
  };
  return [pace[language](number(scope, language), shown)];
};

interface Pace {
  readonly requests: string;
  readonly minutes: number;
  readonly runs: number;
  /** What the profile allows, where it says so. */
  readonly most: string | undefined;
}

const pace = {
  nl: (checks: string, { requests, minutes, runs, most }: Pace) =>
    `Plan: ${checks} controles met --runs ${String(runs)}, hoogstens ${requests} verzoeken zolang niets misgaat, ongeveer ${String(minutes)} ${minutes === 1 ? 'minuut' : 'minuten'}; wat misgaat, wordt herhaald en verkleind${most === undefined ? '' : `, tot ${most} verzoeken in totaal`}`,
  en: (checks: string, { requests, minutes, runs, most }: Pace) =>
    `Plan: ${checks} checks with --runs ${String(runs)}, at most ${requests} requests while nothing fails, about ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}; what fails is tried again and made smaller${most === undefined ? '' : `, up to ${most} requests in all`}`,
} as const;

const words = {
  nl: (left: string, plan: string) => `Niet getoetst: ${left} van de ${plan} controles`,
  en: (left: string, plan: string) => `Not tested: ${left} of ${plan} checks`,
} as const;
