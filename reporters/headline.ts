import type { Bilingual } from '#contract/texts/bilingual';
import { byCause } from './by-cause.ts';
import { openInCore } from './core.ts';
import { type LeftOutReason, leftOutReasons } from './left-out-reasons.ts';
import { number } from './number.ts';
import { nothingCame, nothingJudged, nothingTaken, unseenText } from './recording-words.ts';
import { hasGoodMessage, type Outcome } from './outcome.ts';
import type { RunResult } from './run-result.ts';
import { type Strictness, type Tally, tallyOf } from './tally.ts';
import type { Language } from './texts.ts';
import { unkeptText } from './unkept.ts';

/** What a headline is made of. */
export interface HeadlineOptions {
  readonly outcome: Outcome;
  readonly strict: Strictness;
  readonly language: Language;
}

/** The one line that says what a run came to and how much of it was tested; it holds the word for passed only where all of the plan was. */
export const headline = (result: RunResult, { outcome, strict, language }: HeadlineOptions): string => {
  const tally = tallyOf(result, strict);
  const said = words[language];
  if (outcome === 'failed') return said.failed(tally) + withLeftOut(result, tally, language);
  if (outcome === 'passed' || outcome === 'in-part') {
    const text = said[outcome](tally) + withLeftOut(result, tally, language) + withUnseen(result, tally, language);
    return result.started.phase === 4 ? `${text}; ${said.attest}` : text;
  }
  const why = reasonOf(result, outcome, tally)?.[language];
  return `${said.noVerdict}: ${why ?? said.others[outcome](tally)}${withLeftOut(result, tally, language)}`;
};

const withUnseen = ({ recording }: RunResult, { undecided }: Tally, language: Language): string =>
  recording === undefined || undecided === 0 ? '' : `; ${unseenText(undecided)[language]}`;

/** What is special about a run without a verdict. */
const reasonOf = (result: RunResult, outcome: Outcome, { undecided, scope }: Tally): Bilingual | undefined => {
  const nothing = nothingOf(result, outcome) ?? (outcome === 'undecided' ? openInCore(result) : undefined);
  if (nothing !== undefined || outcome !== 'undecided') return nothing;
  const open = byCause(result.checks.filter(({ verdict }) => verdict === 'blocked' || verdict === 'untested'));
  const first = open.find(([one]) => one?.verdict === 'blocked')?.[0]?.reason ?? open[0]?.[0]?.reason;
  return first && stayedOpen(undecided, scope, first);
};

/** What a recording lacks as a whole. */
const nothingOf = (result: RunResult, outcome: Outcome): Bilingual | undefined => {
  const { recording, unkept } = result;
  if (recording === undefined) return undefined;
  if (unkept !== undefined && outcome === 'incomplete') return unkeptText(unkept);
  if (outcome === 'unreached') return nothingTaken(result) ?? nothingCame(recording);
  return outcome === 'undecided' && !hasGoodMessage(result) ? nothingJudged : undefined;
};

const stayedOpen = (undecided: number, scope: number, { nl, en }: Bilingual): Bilingual => ({
  nl: `${number(undecided, 'nl')} van de ${number(scope, 'nl')} controles ${undecided === 1 ? 'bleef' : 'bleven'} onbeslist: ${nl}`,
  en: `${number(undecided, 'en')} of ${number(scope, 'en')} checks stayed undecided: ${en}`,
});

/** Most reasons that stand in the line. */
const named = 2;

const withLeftOut = (result: RunResult, { leftOut }: Tally, language: Language): string => {
  if (leftOut === 0) return '';
  const { notTested, because, more } = words[language];
  const reasons = leftOutReasons(result);
  const shown = reasons.slice(0, named).map((one) => reasonWith(one, reasons.length, language));
  const rest = reasons.length > named ? more(reasons.length - named) : '';
  return `; ${notTested(number(leftOut, language))}${shown.length === 0 ? '' : `${because}${shown.join('; ')}${rest}`}`;
};

const reasonWith = ({ checks, reason }: LeftOutReason, of: number, language: Language): string =>
  of === 1 ? reason[language] : `${reason[language]} (${number(checks, language)})`;

interface Words {
  readonly passed: (tally: Tally) => string;
  readonly 'in-part': (tally: Tally) => string;
  readonly failed: (tally: Tally) => string;
  readonly attest: string;
  readonly noVerdict: string;
  readonly notTested: (count: string) => string;
  readonly because: string;
  readonly more: (count: number) => string;
  readonly others: Readonly<Record<Exclude<Outcome, 'passed' | 'in-part' | 'failed'>, (tally: Tally) => string>>;
}

const advisoryIn =
  (language: Language, warning: readonly [string, string], remark: readonly [string, string]) =>
  ({ warnings, remarks }: Tally): string =>
    [
      ...(warnings === 0 ? [] : [`${number(warnings, language)} ${warnings === 1 ? warning[0] : warning[1]}`]),
      ...(remarks === 0 ? [] : [`${number(remarks, language)} ${remarks === 1 ? remark[0] : remark[1]}`]),
    ]
      .map((text) => `, ${text}`)
      .join('');

const advisory = {
  nl: advisoryIn('nl', ['waarschuwing', 'waarschuwingen'], ['opmerking', 'opmerkingen']),
  en: advisoryIn('en', ['warning', 'warnings'], ['remark', 'remarks']),
} as const;

const checksNl = (count: number): string => `${number(count, 'nl')} ${count === 1 ? 'controle' : 'controles'}`;
const checksEn = (count: number): string => `${number(count, 'en')} ${count === 1 ? 'check' : 'checks'}`;

const inOrderNl = (tally: Tally): string =>
  tally.inOrder === tally.scope
    ? `${checksNl(tally.scope)}, ${tally.scope === 1 ? 'in orde' : 'alle in orde'}`
    : `${checksNl(tally.scope)}, ${number(tally.inOrder, 'nl')} in orde${advisory.nl(tally)}`;

const inOrderEn = (tally: Tally): string =>
  tally.inOrder === tally.scope
    ? `${checksEn(tally.scope)}, ${tally.scope === 1 ? 'in order' : 'all in order'}`
    : `${checksEn(tally.scope)}, ${number(tally.inOrder, 'en')} in order${advisory.en(tally)}`;

const words: Readonly<Record<Language, Words>> = {
  nl: {
    passed: (tally) => `VOLDOET: ${inOrderNl(tally)}`,
    'in-part': (tally) => `Deels getoetst: ${inOrderNl(tally)}`,
    failed: (tally) =>
      `VOLDOET NIET: ${number(tally.failed, 'nl')} van de ${checksNl(tally.scope)} ${tally.failed === 1 ? 'wijst' : 'wijzen'} een afwijking aan${advisory.nl(tally)}${tally.undecided === 0 ? '' : `, ${number(tally.undecided, 'nl')} onbeslist`}`,
    attest: 'fase 4 is pas bewezen met 3pas attest',
    noVerdict: 'GEEN OORDEEL',
    notTested: (count) => `${count} niet getoetst`,
    because: ': ',
    more: (count) => `; en ${String(count)} andere ${count === 1 ? 'reden' : 'redenen'}`,
    others: {
      unreached: () => 'er kwam niet één SOAP-antwoord',
      empty: () => 'er was niets te toetsen, en er is niets verstuurd',
      broken: () => 'de suite zelf maakte een fout',
      undecided: (tally) =>
        tally.undecided === 0
          ? `geen enkele controle was in orde${advisory.nl(tally)}`
          : `${checksNl(tally.undecided)} onbeslist`,
      'too-little': ({ scope, plan }) =>
        `${number(scope, 'nl')} van de ${checksNl(plan)} getoetst, en --require-complete vraagt ze alle`,
      unpermitted: () => 'de toestemming in het profiel gold niet, dus is niet alles getoetst',
      incomplete: () => 'de run is niet afgemaakt',
      unwritten: () => 'niet alle rapporten zijn geschreven',
    },
  },
  en: {
    passed: (tally) => `PASSED: ${inOrderEn(tally)}`,
    'in-part': (tally) => `Tested in part: ${inOrderEn(tally)}`,
    failed: (tally) =>
      `FAILED: ${number(tally.failed, 'en')} of ${checksEn(tally.scope)} found a nonconformance${advisory.en(tally)}${tally.undecided === 0 ? '' : `, ${number(tally.undecided, 'en')} undecided`}`,
    attest: 'phase 4 is proved by 3pas attest alone',
    noVerdict: 'NO VERDICT',
    notTested: (count) => `${count} not tested`,
    because: ', because ',
    more: (count) => `; and ${String(count)} other ${count === 1 ? 'reason' : 'reasons'}`,
    others: {
      unreached: () => 'not one SOAP answer came',
      empty: () => 'nothing is in scope, and nothing was sent',
      broken: () => 'the suite itself made a mistake',
      undecided: (tally) =>
        tally.undecided === 0
          ? `not one check was in order${advisory.en(tally)}`
          : `${checksEn(tally.undecided)} undecided`,
      'too-little': ({ scope, plan }) =>
        `${number(scope, 'en')} of ${checksEn(plan)} were tested, and --require-complete asks for all`,
      unpermitted: () => 'the permission of the profile was not valid, so not everything was tested',
      incomplete: () => 'the run was not finished',
      unwritten: () => 'not all reports were written',
    },
  },
};
