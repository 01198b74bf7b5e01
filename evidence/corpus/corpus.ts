import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import { requirements } from '#judgement/requirements/registry';
import type { CorpusCase } from './corpus-case.ts';
import { readCase } from './read-case.ts';
import { type Standings, readStandings } from './standing.ts';
import { writeCase } from './write-case.ts';

/** A case of a corpus, with what its replays came to. */
export interface KeptCase {
  /** Unique in its corpus, and the name of its folder. */
  readonly name: string;
  readonly folder: string;
  readonly one: CorpusCase;
  readonly standings: Standings;
}

/** The folder of a corpus with what is told to nobody but who mends it. */
const confidential = 'vertrouwelijk';

/** Cases that a corpus holds at most. */
const mostCases = 5000;

/** The cases of a corpus, and those that can't be read, which are left as they are. */
export interface Corpus {
  readonly kept: readonly KeptCase[];
  readonly damaged: readonly DamagedCase[];
}

/** A case that can't be read, with what is wrong in it by file and key. */
export interface DamagedCase {
  readonly folder: string;
  readonly error: ContractError;
}

/** Reads every case of a corpus, by name; none where there is no folder yet. Throws `ContractError` for what is no corpus. */
export const readCorpus = (corpus: string): Corpus => {
  const folders = [...foldersIn(corpus).filter((one) => basename(one) !== confidential), ...confidentialIn(corpus)];
  if (folders.length > mostCases)
    throw new ContractError(wholeFile(corpus), {
      nl: `het corpus bevat ${String(folders.length)} gevallen, en er worden er ten hoogste ${String(mostCases)} gelezen; haal gepensioneerde weg`,
      en: `the corpus holds ${String(folders.length)} cases, and ${String(mostCases)} are read at most; take retired ones out`,
    });
  const kept: KeptCase[] = [];
  const damaged: DamagedCase[] = [];
  for (const folder of folders)
    try {
      kept.push(readKept(folder));
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      damaged.push({ folder, error });
    }
  return { kept, damaged };
};

/** Reads one case in its folder, with its standings; throws `ContractError` with file and key of what is wrong. */
export const readKept = (folder: string): KeptCase => ({
  name: basename(folder),
  folder,
  one: readCase(folder),
  standings: readStandings(folder),
});

const confidentialIn = (corpus: string): readonly string[] => foldersIn(join(corpus, confidential));

const foldersIn = (folder: string): readonly string[] => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory())
    throw new ContractError(wholeFile(folder), {
      nl: 'dit is geen map; geef de map van een corpus',
      en: 'this is no folder; give the folder of a corpus',
    });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort();
};

/** The folder of a case as it may be told: the digest of a cause that is told in confidence would be guessed, as kinds of answer are few. */
export const toldFolder = (folder: string): string =>
  basename(dirname(folder)) === confidential ? folder.replace(/-[0-9a-f]{8}(?=(-\d+)?$)/, '-…') : folder;

/** What became of the failures of a run: those that are new cases, and cases whose own requests passed and were replaced. */
export interface AddedCases {
  readonly added: readonly string[];
  readonly renewed: readonly string[];
}

/** The run that found the cause of a case first. */
export const foundBy = ({ origin: { run, first } }: Pick<CorpusCase, 'origin'>): string => first ?? run;

/** Adds failures to a corpus, each cause once; returns the folders that were written. */
export const addCases = (
  corpus: string,
  { kept, damaged }: Corpus,
  { found, profile }: { readonly found: readonly CorpusCase[]; readonly profile: string },
): AddedCases => {
  const known = new Map(kept.map((one) => [one.one.cause, one]));
  const [added, renewed]: [string[], string[]] = [[], []];
  const seen = new Set<string>();
  for (const one of found) {
    if (seen.has(one.cause)) continue;
    seen.add(one.cause);
    const before = known.get(one.cause);
    if (before === undefined) added.push(write(corpus, one, damaged));
    else if (isStale(before, one, profile)) renewed.push(renew(before, one));
  }
  return { added, renewed };
};

/** Requests that pass while the same cause fails by others show it no more. */
const isStale = ({ one: before, standings }: KeptCase, one: CorpusCase, profile: string): boolean =>
  (standings[profile]?.passes ?? 0) > 0 || (before.replay === 'none' && one.replay !== 'none');

const write = (corpus: string, one: CorpusCase, damaged: readonly DamagedCase[]): string => {
  const isConfidential = requirements.get(one.requirement)?.security === true;
  const holder = isConfidential ? join(corpus, confidential) : corpus;
  if (isConfidential) {
    mkdirSync(holder, { recursive: true, mode: 0o700 });
    chmodSync(holder, 0o700);
  }
  const name = freeIn(holder, `${one.requirement}-${one.cause.slice(0, 8)}`, damaged);
  writeCase(holder, name, one);
  return join(holder, name);
};

/** A case that can't be read is not written over. */
const freeIn = (holder: string, name: string, damaged: readonly DamagedCase[]): string => {
  const taken = new Set(damaged.map(({ folder }) => folder));
  const names = [name, ...Array.from(taken, (_, index) => `${name}-${String(index + 2)}`)];
  return names.find((one) => !taken.has(join(holder, one))) ?? name;
};

const renew = ({ folder, name, one: before }: KeptCase, one: CorpusCase): string => {
  const { owner, reason } = before;
  writeCase(join(folder, '..'), name, { ...one, owner, reason, origin: { ...one.origin, first: foundBy(before) } });
  return folder;
};
