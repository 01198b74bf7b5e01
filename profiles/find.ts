import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '#contract/nearest';

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
}

/** The file of a profile, by name or by path; throws `UnknownProfile`. */
export const findProfile = (nameOrPath: string): string => {
  if (/[/\\]|\.ya?ml$/.test(nameOrPath)) {
    if (existsSync(nameOrPath)) return nameOrPath;
    throw new UnknownProfile(`there is no profile file ${nameOrPath}; check the path`);
  }
  const names = profileNames();
  if (names.includes(nameOrPath)) return join(own, `${nameOrPath}.yaml`);
  const near = didYouMean(nameOrPath, names);
  throw new UnknownProfile(
    `there is no profile "${nameOrPath}"${near} (profiles: ${names.join(', ')}, or a path to a file)`,
  );
};
