import { Command, Option } from 'commander';
import { jsonText } from '#contract/texts/json-text';
import { inLines } from '#contract/texts/visible';
import { readShaped } from '#contract/description/description';
import { findProfile, profileNames } from '#profiles/find';
import { profileShape } from '#profiles/shape';
import { readWithin } from '#xml/read-within';
import { languageOption, urlOption } from '../options.ts';
import { initProfile, phases } from '../profiles/init.ts';
import { tell } from '../tell.ts';

/** `3pas profiles`: the profiles that come with the suite, and new ones. */
export const profilesCommand = (): Command =>
  new Command('profiles')
    .description('Lists the profiles: places to run against, each with its phase.')
    .option('--json', 'as JSON')
    .action(({ json }: { readonly json?: boolean }) => {
      const all = profileNames().map((name) => ({ name, ...titleOf(findProfile(name)) }));
      const lines = all.map(({ name, phase, title }) => `${name.padEnd(16)} ${String(phase)}  ${title}`);
      tell(`${json === true ? jsonText(all, 2) : inLines(lines)}\n`);
    })
    .addCommand(initCommand());

const initCommand = (): Command =>
  new Command('init')
    .description('Writes a profile of your own, each key with what it holds; docs/profiles.md lists all keys.')
    .argument('<name>', 'its name, in reports and in the names of its environment variables')
    .addOption(
      new Option('--phase <number>', 'the phase it is for: 1 PoC, 2 and 3 TST-Aansluit, 4 production')
        .choices(Object.keys(phases))
        .default('1'),
    )
    .addOption(urlOption())
    .option('--contract <folder>', 'contract folder (default: 2020-01)')
    .option('-o, --out <file>', 'the file to write (default: <name>.yaml)')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Examples:
  npx 3pas profiles init acceptatie
  npx 3pas profiles init leverancier-tst --phase 3 --url https://tst.example/3pas --contract ./koop-2026`,
    )
    .action(initProfile);

const titleOf = (file: string): { readonly phase: number; readonly title: string } => {
  const { phase, title } = readShaped(profileShape, file, readWithin(file)).entries;
  return { phase, title };
};
