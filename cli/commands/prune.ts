import { Command } from 'commander';
import { languageOption } from '../options.ts';
import type { PruneOptions } from '../prune/prune.ts';

/** `3pas prune`: what is past its term goes. */
export const pruneCommand = (): Command =>
  new Command('prune')
    .description(
      'Removes recordings of listen and import that are past the days they were to be kept, with their reports and certificates. Nights (runs that compare put in a state, or that were made with --night) keep after 30 days what an unchanged night keeps (run.json, results.ndjson, night.json), and go after a year; a clean-up list that names dossiers stays for five. Exit code 2 for a folder without either, or one that is in use.',
    )
    .argument('<folder>', 'folder of a recording, or the folder above (3pas-out)')
    .option(
      '--redact',
      'keeps the journal with its verdicts and digests, and takes out the bytes and what senders wrote',
    )
    .option('--dry-run', 'tells what would go, and leaves it')
    .option('--clock <moment>', 'the moment that counts as now (default: the clock)')
    .option('--json', 'one line of JSON for each recording')
    .addOption(languageOption())
    .action(async (folder: string, options: PruneOptions) => {
      const { prune } = await import('../prune/prune.ts');
      prune(folder, options);
    });
