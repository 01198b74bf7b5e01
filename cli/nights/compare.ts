import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import type { Bilingual } from '#contract/texts/bilingual';
import { type Comparison, compareNight } from '#nights/compare-night';
import type { Memory, Telling } from '#nights/memory';
import type { Night } from '#nights/night';
import { nightsPage } from '#nights/page/nights-page';
import { unequalText } from '#nights/text/change-text';
import { comparisonJson } from '#nights/text/comparison-json';
import { comparisonMarkdown, comparisonText } from '#nights/text/comparison-text';
import { differencesOf } from '#nights/unequal';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import { tell, tellInColour } from '../tell.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { readNight, writeNight } from './read-night.ts';
import { type KeptNights, readNights, withState, writeNights } from './state-folder.ts';
import { isThinnable, thinRun } from './thin-run.ts';

/** The options of `3pas compare` as they are given; a form without a file goes to stdout. */
export interface CompareOptions {
  readonly state?: string;
  readonly unequal?: boolean;
  readonly keep?: boolean;
  readonly json?: boolean;
  readonly markdown?: string | true;
  readonly html?: string | true;
  readonly lang?: Language;
}

/** Compares a run with an earlier one, or with what a state folder keeps of those before it; returns the exit code. */
export const compare = async (folders: readonly string[], options: CompareOptions): Promise<number> => {
  const [first, second, third] = folders.map((folder) => resolve(folder));
  if (third !== undefined) throw tooMany(third);
  demandOneForm(options);
  if (options.state === undefined) {
    if (first === undefined || second === undefined) throw nothingBefore();
    return told(besides(first, second, options), options);
  }
  if (first === undefined || second !== undefined) throw twiceBefore(options.state);
  const state = resolve(options.state);
  return withState(state, 'compare', () => nextNight(state, first, options));
};

/** Two runs beside each other, whatever time lies between them. */
const besides = (last: string, now: string, options: CompareOptions): Comparison => {
  const [before, night] = [last, now].map(readNight);
  if (before === undefined || night === undefined) throw nothingBefore();
  const { memory } = compareNight(undefined, before);
  if (night.at < before.at) throw swapped(before, night);
  demandEqual(memory, night, options);
  // They are two nights here.
  const { changes, ...rest } = compareNight({ ...memory, tonight: new Date(0).toISOString() }, night);
  const kept = changes.filter(({ kind }) => kind !== 'missed' && kind !== 'sign');
  return { ...rest, told: kept.length === 0 ? 'unchanged' : rest.told, changes: kept };
};

/** Tells of the night in a folder after those that are kept, and then keeps it too: what could not be told is told again. */
const nextNight = (state: string, folder: string, options: CompareOptions): number => {
  const night = readNight(folder);
  const before = beforeThat(readNights(state, night.subject.profile), night, state);
  if (before !== undefined) demandEqual(before, night, options);
  const comparison = compareNight(before, night);
  writeNight(folder, night);
  const code = told(comparison, options);
  writeNights(state, { memory: comparison.memory, before });
  if (comparison.told === 'unchanged' && options.keep !== true && night.isStopped !== true && isThinnable(folder))
    thinRun(folder, night.subject.target === 'mock');
  return code;
};

/** What a run is compared with: the nights before it. That of the last one is compared once more: its job was started again, or it was resumed. */
const beforeThat = (kept: KeptNights | undefined, night: Night, state: string): Memory | undefined => {
  const last = kept?.memory.history.at(-1);
  if (kept === undefined || last === undefined) return undefined;
  if (last.runId === night.runId && last.at === night.at) return kept.before;
  if (night.at <= last.at) throw early(kept.memory, night, state);
  return kept.memory;
};

const swapped = (before: Night, night: Night): UsageError =>
  new UsageError({
    nl: `run ${night.runId} is van ${night.at}, en daarmee eerder dan ${before.runId} (${before.at}); geef de vroegste run eerst`,
    en: `run ${night.runId} is of ${night.at}, which is before ${before.runId} (${before.at}); give the earlier run first`,
  });

/** Why a run of before the last one is not compared: nights after it were, as they were. */
const early = ({ history }: Memory, { runId, at }: Night, state: string): UsageError => {
  const [last, told] = [history.at(-1), history.find((one) => one.runId === runId && one.at === at)?.told];
  const [nl, en] =
    told === undefined
      ? [
          'vergelijk runs op volgorde (liep de klok van die latere voor, zet dan de stand terug van de nacht ervoor)',
          'compare runs in their order (if the clock of that later one was ahead, put back the state of the night before it)',
        ]
      : [`hij is toen vergeleken (${tellingText[told].nl})`, `it was compared then (${tellingText[told].en})`];
  return new UsageError({
    nl: `run ${runId} is van ${at}, en ${state} kent al een latere (${last?.runId ?? ''}, ${last?.at ?? ''}); ${nl}`,
    en: `run ${runId} is of ${at}, and ${state} knows a later one already (${last?.runId ?? ''}, ${last?.at ?? ''}); ${en}`,
  });
};

const tellingText: Readonly<Record<Telling, Bilingual>> = {
  first: { nl: 'eerste nacht', en: 'first night' },
  unchanged: { nl: 'onveranderd', en: 'unchanged' },
  changed: { nl: 'veranderd, niet verslechterd', en: 'changed, not worse' },
  worse: { nl: 'verslechterd', en: 'worse' },
};

const demandEqual = ({ subject }: Memory, night: Night, { unequal = false }: CompareOptions): void => {
  const differences = differencesOf(subject, night.subject);
  if (differences.length === 0 || unequal) return;
  const { nl, en } = unequalText(differences);
  throw new UsageError({
    nl: `${nl}; vergelijk runs die over hetzelfde gaan, of vergelijk ze toch met --unequal`,
    en: `${en}; compare runs that are about the same, or compare them all the same with --unequal`,
  });
};

const told = (comparison: Comparison, options: CompareOptions): number => {
  const language = languageOf(options.lang);
  const { json = false, markdown, html } = options;
  if (markdown !== undefined) write(markdown, comparisonMarkdown(comparison, language), '--markdown');
  if (html !== undefined) write(html, nightsPage(comparison, language), '--html');
  if (json) tell(`${jsonText(comparisonJson(comparison))}\n`);
  else if (markdown !== true && html !== true) tellInColour(comparisonText(comparison, language));
  return comparison.told === 'worse' ? 1 : 0;
};

/** What stands in the summary of a job already stays; a page is made anew. */
const write = (to: string | true, text: string, option: '--markdown' | '--html'): void => {
  if (to === true) {
    tell(text);
    return;
  }
  try {
    if (option === '--markdown') appendFileSync(to, text);
    else writeFileSync(to, text);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError(
      {
        nl: `${option} ${to} is niet te schrijven (${why.nl}); geef een ander bestand`,
        en: `${option} ${to} can't be written (${why.en}); give another file`,
      },
      { cause: error },
    );
  }
};

/** Two forms on one stdout can be read by nobody. */
const demandOneForm = ({ json = false, markdown, html }: CompareOptions): void => {
  const forms = [
    ...(json ? ['--json'] : []),
    ...(markdown === true ? ['--markdown'] : []),
    ...(html === true ? ['--html'] : []),
  ];
  if (forms.length < 2) return;
  throw new UsageError({
    nl: `${forms.join(' en ')} gaan beide naar stdout; geef --markdown en --html een bestand`,
    en: `${forms.join(' and ')} both go to stdout; give --markdown and --html a file`,
  });
};

const nothingBefore = (): UsageError =>
  new UsageError({
    nl: 'er is niets om mee te vergelijken; geef twee runs (3pas compare VORIGE NU), of één run en --state met de map waarin de stand van eerdere nachten staat',
    en: 'there is nothing to compare with; give two runs (3pas compare LAST NOW), or one run and --state with the folder that keeps earlier nights',
  });

const tooMany = (folder: string): UsageError =>
  new UsageError({
    nl: `${folder} is een derde run; geef er twee, of vergelijk er meer achter elkaar met --state`,
    en: `${folder} is a third run; give two, or compare more of them one after another with --state`,
  });

const twiceBefore = (state: string): UsageError =>
  new UsageError({
    nl: `met --state ${state} vergelijkt 3pas één run met de nachten daarvoor; geef alleen de run van nu`,
    en: `with --state ${state} one run is compared with the nights before it; give the run of now alone`,
  });
