import { Command } from 'commander';
import { jsonText } from '#contract/texts/json-text';
import { coverageOf } from '../coverage/coverage-of.ts';
import { coverageText } from '../coverage/coverage-text.ts';
import { readRunCoverage } from '../coverage/run-coverage.ts';
import { runCoverageText } from '../coverage/run-coverage-text.ts';
import { schemaCoverage } from '../coverage/schema-coverage.ts';
import type { SchemaChoice } from '../generate/generate-from-schema.ts';
import {
  beyondMinimalOption,
  catalogOption,
  rootOption,
  schemaChoice,
  schemaOption,
  schematronOption,
} from '../generate/schema-options.ts';
import { languageOf } from '../language.ts';
import { contractOption, languageOption, newSeed, seedOption, whole } from '../options.ts';
import { tell as say } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { noRulesOption, type RulesOptions, trustRulesOption } from '../rules/options.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from '#reporters/texts';

interface Options extends Partial<SchemaChoice>, RulesOptions {
  readonly contract?: string;
  readonly beyondMinimal?: boolean;
  readonly n: number;
  readonly seed?: number;
  readonly clock?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `3pas coverage`: which constraints were kept and broken, by a run or by what is generated of a schema or contract. */
export const coverageCommand = (): Command =>
  new Command('coverage')
    .description(
      'Counts what is reached of each constraint: by a run, from its folder; else by documents that are generated of a schema or contract.',
    )
    .argument('[run]', 'output folder of a run')
    .option('-n <number>', 'valid documents for each root or document type', whole(1, 1_000_000), 100)
    .addOption(seedOption())
    .addOption(contractOption().conflicts('schema'))
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .option('--clock <moment>', 'with a contract: the moment taken for now (default: now)')
    .addOption(schemaOption())
    .addOption(rootOption())
    .addOption(catalogOption())
    .addOption(schematronOption())
    .addOption(beyondMinimalOption())
    .option('--json', 'as JSON, every goal with how often it was reached')
    .addOption(languageOption())
    .action(tell);

const tell = async (run: string | undefined, options: Options): Promise<void> => {
  const choice = schemaChoice(options);
  if (run !== undefined && (choice !== undefined || options.contract !== undefined))
    throw new UsageError({
      nl: `${run} is een run, en die heeft een contract; laat --schema en --contract weg`,
      en: `${run} is a run, which has a contract; leave out --schema and --contract`,
    });
  const language = languageOf(options.lang);
  const isJson = options.json === true;
  if (run !== undefined) {
    const coverage = readRunCoverage(run);
    say(isJson ? `${jsonText(coverage)}\n` : runCoverageText(coverage, language));
    return;
  }
  const ticker = createTicker();
  const amounts = { n: options.n, seed: options.seed ?? newSeed() };
  const coverage =
    choice === undefined ? await coverageOf(options, amounts, ticker) : schemaCoverage(choice, amounts, ticker);
  ticker.stop();
  say(isJson ? `${jsonText(coverage)}\n` : coverageText(coverage, language));
};
