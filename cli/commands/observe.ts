import { Command } from 'commander';
import type { Language } from '#reporters/texts';
import { languageOption } from '../options.ts';

/** `3pas observe`: what a person saw of the dossiers of a sample. */
export const observeCommand = (exit: (code: number) => void): Command =>
  new Command('observe')
    .description(
      'Reads the file that the page of 3pas gate --sample saved, and tells what was seen of each dossier. Exit codes: 0 all as it has to be, 3 something differs or was not looked at, 2 wrong usage.',
    )
    .argument('<file>', 'file with observations (waarnemingen)')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(async (file: string, options: { readonly json?: boolean; readonly lang?: Language }) => {
      const { observe } = await import('../gate/observe.ts');
      exit(observe(file, options));
    });
