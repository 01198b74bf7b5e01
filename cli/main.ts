import { Command, CommanderError } from 'commander';
import { ContractError } from '#contract/contract-error';
import { ConfigurationError } from '#endpoint/configuration-error';
import { DocumentError, EngineBug } from '#generators/documents/document-error';
import { GenerationError } from '#generators/schema/generation-error';
import { OutputFailure } from '#harness/journal';
import { UnknownProfile } from '#profiles/find';
import { SchemaError } from '#xml/schema/schema-error';
import { certificateCommand } from './commands/certificate.ts';
import { attestCommand } from './commands/attest.ts';
import { contractCommand } from './commands/contract.ts';
import { coverageCommand } from './commands/coverage.ts';
import { doctorCommand } from './commands/doctor.ts';
import { generateCommand } from './commands/generate.ts';
import { mockCommand } from './commands/mock.ts';
import { profilesCommand } from './commands/profiles.ts';
import { requirementsCommand } from './commands/requirements.ts';
import { runCommand } from './commands/run.ts';
import { UsageError } from './usage-error.ts';
import { suiteVersion } from './version.ts';

/** Runs one command of `3pas` and returns its exit code: 0 passed, 1 does not conform, 2 wrong usage, 3 no verdict. */
export const main = async (argv: readonly string[]): Promise<number> => {
  let exitCode = 0;
  const program = programFor((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : told(argv, error.message, 2);
    if (error instanceof EngineBug) {
      process.stderr.write(`3pas: ${error.message}\nThis is a bug of 3pas: report it with the schema and the seed.\n`);
      return told(argv, error.message, 3);
    }
    if (!isUsage(error) && !(error instanceof OutputFailure)) throw error;
    process.stderr.write(`3pas: ${error.message}\n`);
    return told(argv, error.message, isUsage(error) ? 2 : 3);
  }
};

/** Whoever reads JSON gets JSON, also of an end before there was anything to tell. */
const told = (argv: readonly string[], error: string, exitCode: number): number => {
  if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ outcome: 'error', error })}\n`);
  return exitCode;
};

const usageErrors = [
  ...[UsageError, ContractError, UnknownProfile, ConfigurationError],
  ...[SchemaError, GenerationError, DocumentError],
] as const;

const isUsage = (error: unknown): error is Error => usageErrors.some((kind) => error instanceof kind);

const programFor = (exit: (code: number) => void): Command => {
  const program = new Command('3pas')
    .description('Conformance test suite for the DROP 3PAS endpoint 2020/01.')
    .version(suiteVersion, '-v, --version')
    .showSuggestionAfterError()
    .exitOverride();
  const commands = [
    runCommand(exit),
    doctorCommand(exit),
    mockCommand(),
    attestCommand(),
    generateCommand(),
    coverageCommand(),
    contractCommand(),
    certificateCommand(exit),
    requirementsCommand(),
    profilesCommand(),
  ];
  for (const command of commands) program.addCommand(quiet(command));
  return program;
};

/** Errors of subcommands come back as exceptions too. */
const quiet = (command: Command): Command => {
  command.exitOverride().showSuggestionAfterError();
  for (const below of command.commands) quiet(below);
  return command;
};
