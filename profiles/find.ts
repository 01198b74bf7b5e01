import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '#contract/texts/bilingual';
import { nearTo } from '#contract/texts/nearest';

/** Folder of the profiles that come with the suite. */
const own = fileURLToPath(new URL('.', import.meta.url));

/** The names of the profiles that come with the suite. */
export const profileNames = (): readonly string[] =>
  readdirSync(own)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();

/** A profile that can't be found; the message names what there is. */
export class UnknownProfile extends Error {
  override readonly name = 'UnknownProfile';
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}

const isReadable = (file: string): boolean => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** The file of a profile, by name or by path; throws `UnknownProfile`. */
export const findProfile = (nameOrPath: string): string => {
  if (/[/\\]|\.ya?ml$/.test(nameOrPath)) {
    if (isReadable(nameOrPath)) return nameOrPath;
    throw new UnknownProfile({
      nl: `er is geen leesbaar profielbestand ${nameOrPath}; controleer het pad`,
      en: `there is no profile file ${nameOrPath} that can be read; check the path`,
    });
  }
  const names = profileNames();
  if (names.includes(nameOrPath)) return join(own, `${nameOrPath}.yaml`);
  const near = nearTo(nameOrPath, names);
  throw new UnknownProfile({
    nl: `er is geen profiel "${nameOrPath}"${near.nl} (profielen: ${names.join(', ')}, of het pad van een bestand)`,
    en: `there is no profile "${nameOrPath}"${near.en} (profiles: ${names.join(', ')}, or a path to a file)`,
  });
};
