import { inLines } from '#contract/texts/visible';
import { leftOutLines } from '#reporters/left-out-lines';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import type { Plan } from './plan-interactions.ts';

/** What is asked and what is left out, before anything is sent. */
export const planText = ({ interactions, left, foreign, planned }: Plan, language: Language): string =>
  inLines([
    said(interactions.length, planned.requests)[language],
    ...leftOutLines({ leftOut: left.length, plan: planned.plan, reasons: planned.leftOut }, language),
    ...left.map(({ outlined }) => `  ${outlined.description}`),
    ...(foreign.length === 0 ? [] : [notHere[language]]),
    ...foreign.map(({ description }) => `  ${description}`),
  ]);

const notHere = { nl: 'Niet in deze fase:', en: 'Not in this phase:' } as const;

const said = (interactions: number, requests: number) => ({
  nl: `Pact vraagt ${counted(interactions, ['interactie', 'interacties'], 'nl')} na, in ${counted(requests, ['verzoek', 'verzoeken'], 'nl')}`,
  en: `Pact asks ${counted(interactions, ['interaction', 'interactions'], 'en')}, in ${counted(requests, ['request', 'requests'], 'en')}`,
});

const counted = (count: number, [one, more]: readonly [string, string], language: Language): string =>
  `${number(count, language)} ${count === 1 ? one : more}`;
