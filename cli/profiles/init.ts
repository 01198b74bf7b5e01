import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { profileNames } from '#profiles/find';
import { newProfileText, variablesOf } from '#profiles/new-profile';
import type { Profile } from '#profiles/profile';
import { quoted } from '#reporters/command-again';
import { languageOf } from '../language.ts';
import type { Language } from '#reporters/texts';
import { tell } from '../tell.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `3pas profiles init` as they are given. */
export interface InitOptions {
  readonly phase: string;
  readonly url?: string;
  readonly contract?: string;
  readonly out?: string;
  readonly lang?: Language;
}

/** Writes a new profile, and says what to set and do next; throws `UsageError` where that name or file can't be used. */
export const initProfile = (name: string, options: InitOptions): void => {
  demandName(name);
  const file = options.out ?? `${name}.yaml`;
  if (!/\.ya?ml$/.test(file)) throw noYaml(file);
  const phase = phases[options.phase] ?? 1;
  demandTls(phase, options.url);
  const language = languageOf(options.lang);
  const asked = {
    name,
    phase,
    url: options.url,
    contract: options.contract === undefined ? undefined : folderFrom(file, options.contract),
    language,
  };
  writeNew(file, newProfileText(asked));
  tell(`${nextSteps(file, variablesOf(asked))[language].join('\n')}\n`);
};

/** The phases that a profile can be of, as they are given. */
export const phases: Readonly<Record<string, Profile['phase']>> = { '1': 1, '2': 2, '3': 3, '4': 4 };

const demandName = (name: string): void => {
  if (!/^[a-z][a-z\d._-]{0,63}$/i.test(name))
    throw new UsageError({
      nl: `"${name}" kan geen naam van een profiel zijn; begin met een letter, en gebruik letters, cijfers, punt, streepje en onderstreping`,
      en: `"${name}" can't be the name of a profile; begin with a letter, and use letters, digits, dot, hyphen and underscore`,
    });
  if (profileNames().includes(name))
    throw new UsageError({
      nl: `er wordt al een profiel ${name} meegeleverd; kies een andere naam`,
      en: `a profile ${name} comes with the suite; choose another name`,
    });
};

const demandTls = (phase: number, url: string | undefined): void => {
  if (phase === 1 || url === undefined || URL.parse(url)?.protocol === 'https:') return;
  throw new UsageError({
    nl: `${url} is gewone HTTP, en fase ${String(phase)} gebruikt een certificaat; begin het adres met https://`,
    en: `${url} is plain HTTP, and phase ${String(phase)} connects with a certificate; begin it with https://`,
  });
};

const noYaml = (file: string): UsageError =>
  new UsageError({
    nl: `${file} eindigt niet op .yaml, en alleen zo wordt een profiel gevonden; geef --out een naam als ${file}.yaml`,
    en: `${file} does not end in .yaml, and only so a profile is found; give --out a name such as ${file}.yaml`,
  });

/** The contract folder as a profile names it: from its own folder. */
const folderFrom = (file: string, contract: string): string => {
  if (!existsSync(resolve(contract, 'contract.yaml')))
    throw new UsageError({
      nl: `${contract} bevat geen contract.yaml; geef een contractmap`,
      en: `${contract} holds no contract.yaml; give a contract folder`,
    });
  return relative(dirname(resolve(file)), resolve(contract)) || '.';
};

const writeNew = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = saidBy(error);
    throw new UsageError(
      isThere
        ? {
            nl: `${file} is er al en blijft zoals het is; kies een andere naam, of geef --out`,
            en: `${file} is there already and stays as it is; choose another name, or give --out`,
          }
        : {
            nl: `${file} is niet te schrijven (${why.nl}); geef --out een andere plaats`,
            en: `${file} can't be written (${why.en}); give --out another place`,
          },
    );
  }
};

/** What to do with a new profile, as commands; a path of a file is told from a name by its slash. */
const nextSteps = (file: string, variables: readonly string[]): Readonly<Record<Language, readonly string[]>> => {
  const path = quoted(file);
  const doctor = `  npx 3pas doctor --profile ${path}`;
  const run = `  npx 3pas run --profile ${path}`;
  const named = variables.map((one) => `  ${one}`);
  return {
    nl: [
      `${path} is geschreven. Alle sleutels staan uitgelegd in docs/profiles.md.`,
      ...(named.length === 0 ? [] : ['Zet deze omgevingsvariabelen:', ...named]),
      'Kijk daarna wat er nog tussen het profiel en het endpoint staat, en begin:',
      doctor,
      run,
    ],
    en: [
      `${path} is written. docs/profiles.md explains every key.`,
      ...(named.length === 0 ? [] : ['Set these environment variables:', ...named]),
      'Then see what still stands between the profile and its endpoint, and begin:',
      doctor,
      run,
    ],
  };
};
