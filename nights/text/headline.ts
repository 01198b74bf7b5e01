import type { Bilingual } from '#contract/texts/bilingual';
import { isVerdict, isWorse } from '../change.ts';
import type { Comparison } from '../compare-night.ts';
import { number } from '#reporters/number';
import type { Finding, Memory, Shortly } from '../memory.ts';
import { isOutside } from '../out-of-scope.ts';
import { dayOf, timeOf } from './moment.ts';

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

const countsIn = ({ history, findings, out, lastVerdict, nights, first }: Memory, said: Words): string => {
  const night = history.at(-1);
  const count = (status: Finding['status']): number => findings.filter((one) => one.status === status).length;
  const away = findings.filter((one) => one.status === 'open' && isOutside(one, out)).length;
  const isDecided = night === undefined || isVerdict(night.outcome);
  return [
    said.passed(night?.counts.passed ?? 0),
    ...counted(count('open'), (count) => said.open(count, away)),
    ...counted(count('varying'), said.varying),
    ...counted(count('unseen'), said.unseen),
    ...counted(night?.counts.undecided ?? 0, (count) => said.undecided(count, night?.blocked ?? 0)),
    nights === 2 ? besides(first, night, said) : said.nights(nights, dayOf(first)),
    ...(isLater(night) ? [said.later(timeOf(night.at))] : []),
    ...(isDecided ? [] : [lastVerdict === undefined ? said.noVerdict : said.verdict(dayOf(lastVerdict.at))]),
  ].join(', ');
};

/** Two runs of one day are told apart by their time. */
const besides = (first: string, night: Shortly | undefined, said: Words): string =>
  night !== undefined && dayOf(first) === dayOf(night.at)
    ? said.besideRun(`${dayOf(first)} ${timeOf(first)}`)
    : said.beside(dayOf(first));

/** Whether it is not the first run of its night. */
const isLater = (night: Shortly | undefined): night is Shortly =>
  night?.began !== undefined && night.began !== night.at;

const counted = (count: number, said: (count: number) => string): readonly string[] =>
  count === 0 ? [] : [said(count)];

interface Words {
  readonly passed: (count: number) => string;
  readonly open: (count: number, away: number) => string;
  readonly varying: (count: number) => string;
  readonly unseen: (count: number) => string;
  readonly undecided: (count: number, blocked: number) => string;
  readonly beside: (day: string) => string;
  readonly besideRun: (moment: string) => string;
  readonly later: (time: string) => string;
  readonly nights: (count: number, since: string) => string;
  readonly noVerdict: string;
  readonly verdict: (day: string) => string;
}

const words: Readonly<Record<keyof Bilingual, Words>> = {
  nl: {
    passed: (count) => `${number(count, 'nl')} ${count === 1 ? 'controle' : 'controles'} in orde`,
    open: (count, away) =>
      `${String(count)} bekende ${count === 1 ? 'bevinding' : 'bevindingen'}${away === 0 ? '' : ` (waarvan ${String(away)} niet getoetst)`}`,
    varying: (count) => `${String(count)} wisselend`,
    unseen: (count) => `${String(count)} niet meer gezien`,
    undecided: (count, blocked) =>
      `${number(count, 'nl')} onbeslist${blocked === 0 ? '' : ` (waarvan ${number(blocked, 'nl')} geblokkeerd)`}`,
    beside: (day) => `vergeleken met de nacht van ${day}`,
    besideRun: (moment) => `vergeleken met de run van ${moment}`,
    later: (time) => `run van ${time}`,
    nights: (count, since) => `nacht ${String(count)} sinds ${since}`,
    noVerdict: 'nog geen oordeel',
    verdict: (day) => `geen oordeel sinds ${day}`,
  },
  en: {
    passed: (count) => `${number(count, 'en')} ${count === 1 ? 'check' : 'checks'} in order`,
    open: (count, away) =>
      `${String(count)} known ${count === 1 ? 'finding' : 'findings'}${away === 0 ? '' : ` (${String(away)} of them not tested)`}`,
    varying: (count) => `${String(count)} intermittent`,
    unseen: (count) => `${String(count)} not seen again`,
    undecided: (count, blocked) =>
      `${number(count, 'en')} undecided${blocked === 0 ? '' : ` (${number(blocked, 'en')} of them blocked)`}`,
    beside: (day) => `compared with the night of ${day}`,
    besideRun: (moment) => `compared with the run of ${moment}`,
    later: (time) => `run of ${time}`,
    nights: (count, since) => `night ${String(count)} since ${since}`,
    noVerdict: 'no verdict yet',
    verdict: (day) => `no verdict since ${day}`,
  },
};
