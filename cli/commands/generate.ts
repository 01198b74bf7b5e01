import { Command } from 'commander';
import { contractOption, list, newSeed, seedOption, whole } from '../options.ts';
import { type GenerateOptions, generate } from '../generate/generate.ts';

/** `3pas generate`: deliveries in files, with an index. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description(
      'Writes valid deliveries, and on demand violations and variants, to a folder with index.ndjson (file, kind, constraint, seed, path).',
    )
    .option('--document-type <names>', 'only these document types (default: all)', list)
    .option('-n <number>', 'valid deliveries for each document type', whole(1, 1_000_000), 100)
    .requiredOption('-o, --out <folder>', 'folder to write to; it must be empty or new')
    .option('--violations', 'also violations: as many again, and each constraint at least once')
    .option('--variants', 'also variants: as many again, over all the ways of writing')
    .addOption(contractOption())
    .addOption(seedOption())
    .option('--clock <moment>', 'the moment taken for now (default: now)')
    .option('--run-id <id>', 'name of the run in reference numbers', 'generate')
    .action(async (options: Omit<GenerateOptions, 'seed'> & { readonly seed?: number }) => {
      await generate({ ...options, seed: options.seed ?? newSeed() });
    });
