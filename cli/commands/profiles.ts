import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { jsonText } from '#contract/texts/json-text';
import { inLines } from '#contract/texts/visible';
import { readShaped } from '#contract/description/description';
import { findProfile, profileNames } from '#profiles/find';
import { profileShape } from '#profiles/shape';
import { tell } from '../tell.ts';

/** `3pas profiles`: the profiles that come with the suite. */
export const profilesCommand = (): Command =>
  new Command('profiles')
    .description('Lists the profiles: places to run against, each with its phase.')
    .option('--json', 'as JSON')
    .action(({ json }: { readonly json?: boolean }) => {
      const all = profileNames().map((name) => ({ name, ...titleOf(findProfile(name)) }));
      const lines = all.map(({ name, phase, title }) => `${name.padEnd(16)} ${String(phase)}  ${title}`);
      tell(`${json === true ? jsonText(all, 2) : inLines(lines)}\n`);
    });

const titleOf = (file: string): { readonly phase: number; readonly title: string } => {
  const { phase, title } = readShaped(profileShape, file, readFileSync(file)).entries;
  return { phase, title };
};
