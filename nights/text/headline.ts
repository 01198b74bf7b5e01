import type { Bilingual } from '#contract/texts/bilingual';
import { isVerdict, isWorse } from '../change.ts';
import type { Comparison } from '../compare-night.ts';
import { number } from '#reporters/number';
import type { Finding, Memory } from '../memory.ts';
import { dayOf } from './change-text.ts';

/** The one line that says what a night came to beside those before it. */
export const headline = ({ memory, told, changes }: Comparison): Bilingual => {
  const count = changes.filter(isWorse).length;
  const { profile } = memory.subject;
  const { nl, en } = counts(memory);
  switch (told) {
    case 'first':
      return { nl: `EERSTE NACHT: ${profile}, ${nl}`, en: `FIRST NIGHT: ${profile}, ${en}` };
    case 'worse':
      return {
        nl: `VERSLECHTERD: ${profile}, ${String(count)} ${count === 1 ? 'verandering' : 'veranderingen'}; ${nl}`,
        en: `WORSE: ${profile}, ${String(count)} ${count === 1 ? 'change' : 'changes'}; ${en}`,
      };
    case 'changed':
      return { nl: `Veranderd, niet verslechterd: ${profile}, ${nl}`, en: `Changed, not worse: ${profile}, ${en}` };
    case 'unchanged':
      return { nl: `Onveranderd: ${profile}, ${nl}`, en: `Unchanged: ${profile}, ${en}` };
  }
};

/** What is known on the last night, with when the last verdict was where that night has none. */
const counts = (memory: Memory): Bilingual => ({ nl: countsIn(memory, words.nl), en: countsIn(memory, words.en) });

const countsIn = ({ history, findings, lastVerdict, nights, first }: Memory, said: Words): string => {
  const night = history.at(-1);
  const count = (status: Finding['status']): number => findings.filter((one) => one.status === status).length;
  const isDecided = night === undefined || isVerdict(night.outcome);
  return [
    said.passed(night?.counts.passed ?? 0),
    ...counted(count('open'), said.open),
    ...counted(count('varying'), said.varying),
    ...counted(count('unseen'), said.unseen),
    ...counted(night?.counts.undecided ?? 0, (count) => said.undecided(count, night?.blocked ?? 0)),
    nights === 2 ? said.beside(dayOf(first)) : said.nights(nights, dayOf(first)),
    ...(isDecided ? [] : [lastVerdict === undefined ? said.noVerdict : said.verdict(dayOf(lastVerdict.at))]),
  ].join(', ');
};

const counted = (count: number, said: (count: number) => string): readonly string[] =>
  count === 0 ? [] : [said(count)];

interface Words {
  readonly passed: (count: number) => string;
  readonly open: (count: number) => string;
  readonly varying: (count: number) => string;
  readonly unseen: (count: number) => string;
  readonly undecided: (count: number, blocked: number) => string;
  readonly beside: (day: string) => string;
  readonly nights: (count: number, since: string) => string;
  readonly noVerdict: string;
  readonly verdict: (day: string) => string;
}

const words: Readonly<Record<keyof Bilingual, Words>> = {
  nl: {
    passed: (count) => `${number(count, 'nl')} ${count === 1 ? 'controle' : 'controles'} in orde`,
    open: (count) => `${String(count)} bekende ${count === 1 ? 'bevinding' : 'bevindingen'}`,
    varying: (count) => `${String(count)} wisselend`,
    unseen: (count) => `${String(count)} niet meer gezien`,
    undecided: (count, blocked) =>
      `${number(count, 'nl')} onbeslist${blocked === 0 ? '' : ` (waarvan ${number(blocked, 'nl')} geblokkeerd)`}`,
    beside: (day) => `vergeleken met de nacht van ${day}`,
    nights: (count, since) => `nacht ${String(count)} sinds ${since}`,
    noVerdict: 'nog geen oordeel',
    verdict: (day) => `geen oordeel sinds ${day}`,
  },
  en: {
    passed: (count) => `${number(count, 'en')} ${count === 1 ? 'check' : 'checks'} in order`,
    open: (count) => `${String(count)} known ${count === 1 ? 'finding' : 'findings'}`,
    varying: (count) => `${String(count)} intermittent`,
    unseen: (count) => `${String(count)} not seen again`,
    undecided: (count, blocked) =>
      `${number(count, 'en')} undecided${blocked === 0 ? '' : ` (${number(blocked, 'en')} of them blocked)`}`,
    beside: (day) => `compared with the night of ${day}`,
    nights: (count, since) => `night ${String(count)} since ${since}`,
    noVerdict: 'no verdict yet',
    verdict: (day) => `no verdict since ${day}`,
  },
};
