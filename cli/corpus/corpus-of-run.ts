import type { Profile } from '#profiles/profile';
import type { Language } from '#reporters/texts';
import type { Chosen } from '#suites/replay/choose';
import { tellAside } from '../tell.ts';
import type { ActedRun, RunCorpus } from './run-corpus.ts';

/** The corpus of a run, where there is one; its modules are loaded then only. */
export const corpusOf = async (
  profile: Profile,
  option: string | undefined,
  language: Language,
): Promise<RunCorpus | undefined> =>
  option === undefined && profile.corpus === undefined
    ? undefined
    : (await import('./run-corpus.ts')).openCorpus(option, profile, language);

/** Tells what a run does with the cases of its corpus. */
export const tellChosen = async (chosen: Chosen | undefined, language: Language): Promise<void> => {
  if (chosen === undefined) return;
  const { chosenText } = await import('./corpus-text.ts');
  tellAside(`${chosenText(chosen, language)}\n`);
};

/** Keeps what a run found in its corpus; false where not all of it could be written. */
export const keptInCorpus = async (run: ActedRun & { readonly corpus: RunCorpus | undefined }): Promise<boolean> =>
  run.corpus === undefined || (await import('./run-corpus.ts')).keepCorpus(run.corpus, run);
