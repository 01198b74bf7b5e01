import type { Bilingual } from '#contract/texts/bilingual';
import { type AddedCases, type DamagedCase, type KeptCase, toldFolder } from '#evidence/corpus/corpus';
import { passesToRetire } from '#evidence/corpus/standing';
import { asBlock, visible } from '#contract/texts/visible';
import { fromHere } from '#reporters/from-here';
import type { Chosen } from '#suites/replay/choose';
import { saidBy } from '../said-by.ts';

/** What a run does with the cases of a corpus, before its first request. */
export const chosenText = (chosen: Chosen, language: keyof Bilingual): string => {
  const words = texts[language];
  const { first, cost, byCheck, waiting, retired, elsewhere } = chosen;
  const parts: readonly (readonly [number, string])[] = [
    [first.length, words.first(first.length, cost.requests)],
    [byCheck.length, words.byCheck(byCheck.length)],
    [waiting.length, words.waiting(waiting.length)],
    [elsewhere.length, words.elsewhere(elsewhere.length)],
    [retired.passes.length, words.passes(retired.passes.length)],
    [retired.contract.length, words.contract(retired.contract.length)],
  ];
  const told = parts.flatMap(([count, text]) => (count === 0 ? [] : [text]));
  return `Corpus: ${told.length === 0 ? words.empty : told.join('; ')}.`;
};

/** What the replays of a run came to, by the cases. */
export interface ReplayCounts {
  readonly fixed: readonly KeptCase[];
  readonly failed: readonly KeptCase[];
  readonly blocked: readonly KeptCase[];
}

/** What became of a corpus in a run. */
export const keptText = (
  { fixed, failed, blocked, added, renewed }: ReplayCounts & AddedCases,
  language: keyof Bilingual,
): string => {
  const words = texts[language];
  const parts: readonly (readonly [readonly string[], string])[] = [
    [names(fixed), words.fixed],
    [names(failed), words.failed],
    [names(blocked), words.blocked],
    [added, words.added],
    [renewed, words.renewed],
  ];
  const told = parts.flatMap(([all, text]) =>
    all.length === 0 ? [] : [`${String(all.length)} ${text}: ${listed(all)}`],
  );
  return `Corpus: ${told.length === 0 ? words.nothing : told.join('; ')}.`;
};

/** Which cases can't be read and are left out, and why. */
export const damagedLines = (damaged: readonly DamagedCase[], language: keyof Bilingual): readonly string[] => {
  const words = texts[language];
  const told = damaged.slice(0, most).map(({ error }) => asBlock(words.damaged(saidBy(error)[language])));
  return damaged.length > most ? [...told, words.moreDamaged(damaged.length - most)] : told;
};

const names = (all: readonly KeptCase[]): readonly string[] => all.map(({ folder }) => folder);

/** Names that stand in one line. */
const most = 5;

const listed = (all: readonly string[]): string =>
  all
    .slice(0, most)
    .map((folder) => visible(fromHere(toldFolder(folder))))
    .join(', ') + (all.length > most ? `, … +${String(all.length - most)}` : '');

const cases = (count: number): string => (count === 1 ? 'case' : 'cases');
const gevallen = (count: number): string => (count === 1 ? 'geval' : 'gevallen');

const texts = {
  nl: {
    empty: 'nog geen gevallen',
    first: (count: number, requests: number) =>
      `${String(count)} ${gevallen(count)} eerst opnieuw verstuurd (hoogstens ${String(requests)} verzoeken)`,
    byCheck: (count: number) =>
      `${String(count)} ${count === 1 ? 'wordt' : 'worden'} beslist door de controle waar het bij hoort`,
    waiting: (count: number) =>
      `${String(count)} ${count === 1 ? 'wacht' : 'wachten'} op een volgende run (10 % van het budget is vol)`,
    elsewhere: (count: number) =>
      `${String(count)} ${count === 1 ? 'hoort' : 'horen'} niet bij deze fase, dit profiel of deze keuze`,
    passes: (count: number) => `${String(count)} gepensioneerd na ${String(passesToRetire)} keer goed`,
    contract: (count: number) => `${String(count)} gepensioneerd, want van een ander contract`,
    fixed: 'hersteld',
    failed: 'nog fout',
    blocked: 'niet te beslissen',
    added: 'nieuw',
    renewed: 'vernieuwd',
    nothing: 'niets nieuws',
    damaged: (why: string) => `een geval van het corpus is overgeslagen en blijft zoals het is: ${why}`,
    moreDamaged: (count: number) => `nog ${String(count)} ${gevallen(count)} overgeslagen om zo'n reden`,
  },
  en: {
    empty: 'no cases yet',
    first: (count: number, requests: number) =>
      `${String(count)} ${cases(count)} sent again first (${String(requests)} requests at most)`,
    byCheck: (count: number) => `${String(count)} decided by the check that it belongs to`,
    waiting: (count: number) => `${String(count)} left for a later run (10 % of the budget is full)`,
    elsewhere: (count: number) => `${String(count)} not of this phase, profile or selection`,
    passes: (count: number) => `${String(count)} retired after ${String(passesToRetire)} passes`,
    contract: (count: number) => `${String(count)} retired, as the contract is another one`,
    fixed: 'fixed',
    failed: 'still failing',
    blocked: 'undecided',
    added: 'new',
    renewed: 'renewed',
    nothing: 'nothing new',
    damaged: (why: string) => `a case of the corpus is left out, and stays as it is: ${why}`,
    moreDamaged: (count: number) => `${String(count)} more ${cases(count)} left out for such a reason`,
  },
} as const;
