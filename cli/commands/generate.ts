import { Command, Option } from 'commander';
import { contractOption, list, newSeed, seedOption, whole } from '../options.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import { type GenerateOptions, generate } from '../generate/generate.ts';
import { generateFromSchema, type SchemaChoice } from '../generate/generate-from-schema.ts';
import {
  beyondMinimalOption,
  catalogOption,
  rootOption,
  schemaChoice,
  schemaOption,
  secondOpinionOption,
  schematronOption,
} from '../generate/schema-options.ts';

/** `3pas generate`: deliveries of a contract, or documents of any schema, in files with an index. */
export const generateCommand = (exit: (code: number) => void): Command =>
  new Command('generate')
    .description(
      'Writes valid deliveries, and on demand violations and variants, to a folder with index.ndjson (file, kind, constraint, seed, path). With --schema: documents of any XSD 1.0 schema. Exit codes: 0 written, 1 a second opinion sees a document otherwise, 2 wrong usage, or a schema that is refused.',
    )
    .option(
      '-n <number>',
      'valid deliveries for each document type, or documents for each root',
      whole(1, 1_000_000),
      100,
    )
    .requiredOption('-o, --out <folder>', 'folder to write to; it must be empty or new')
    .option('--violations', 'also violations: as many again, and each constraint at least once')
    .option('--variants', 'also variants: as many again, over all the ways of writing')
    .addOption(seedOption())
    .addOption(contractOption().conflicts('schema'))
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(
      new Option('--document-type <names>', 'only these document types (default: all)')
        .argParser(list)
        .conflicts('schema'),
    )
    .addOption(new Option('--clock <moment>', 'the moment taken for now (default: now)').conflicts('schema'))
    .addOption(
      new Option('--run-id <id>', 'name of the run in reference numbers (default: generate)').conflicts('schema'),
    )
    .addOption(schemaOption())
    .addOption(rootOption())
    .addOption(catalogOption())
    .addOption(schematronOption())
    .addOption(beyondMinimalOption())
    .addOption(secondOpinionOption())
    .action(async (options: Options) => {
      const seed = options.seed ?? newSeed();
      const choice = schemaChoice(options);
      if (choice === undefined) await generate({ ...options, runId: options.runId ?? 'generate', seed });
      else exit(await generateFromSchema(choice, { ...options, seed }));
    });

interface Options extends Omit<GenerateOptions, 'seed' | 'runId'>, Partial<SchemaChoice> {
  readonly seed?: number;
  readonly runId?: string;
}
