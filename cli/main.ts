import { inspect } from 'node:util';
import { Command, CommanderError, type OutputConfiguration } from 'commander';
import type { Bilingual } from '#contract/texts/bilingual';
import { ContractError } from '#contract/folder/contract-error';
import { jsonText } from '#contract/texts/json-text';
import { asBlock } from '#contract/texts/visible';
import { ConfigurationError } from '#endpoint/configuration-error';
import { MockFailure } from '#endpoint/mock-failure';
import { DocumentError, EngineBug } from '#documents/document-error';
import { GenerationError } from '#documents/schema/generation-error';
import { OutputFailure } from '#evidence/journal';
import { PolicyError } from '#gate/policy/policy-error';
import { UnknownProfile } from '#profiles/find';
import type { Language } from '#reporters/texts';
import { SchemaError } from '#xml/schema/schema-error';
import { withStrictSpelledOut } from './demands.ts';
import { demandNoEmptyWords } from './empty-words.ts';
import { askedLanguage } from './language.ts';
import { saidBy } from './said-by.ts';
import { tell, tellAside } from './tell.ts';
import { demandOnce } from './repeated-words.ts';
import { RulesEnded } from './rules/rules-ended.ts';
import { UsageError } from './usage-error.ts';
import { suiteVersion } from './version.ts';
import { wrongUsage } from './wrong-usage.ts';

/** Runs one command of `3pas` and returns its exit code: 0 passed, 1 does not conform, 2 wrong usage, 3 no verdict. */
export const main = async (argv: readonly string[]): Promise<number> => {
  let exitCode = 0;
  const language = askedLanguage(argv);
  try {
    demandCurrentFolder();
    const program = await programFor(argv, outputIn(language), (code) => {
      exitCode = code;
    });
    await program.parseAsync([...withStrictSpelledOut(argv)], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : told(argv, wrongUsage(error.message, language), 2);
    const said = saidBy(error)[language];
    const bug = bugOf(error);
    if (bug === undefined && !isUsage(error) && !isNoVerdict(error)) return crashed(argv, error, language);
    tellAside(`3pas: ${asBlock(said)}\n${bug === undefined ? '' : `${bug[language]}\n`}`);
    return told(argv, said, isUsage(error) ? 2 : 3);
  }
};

/** What to do with a mistake of ours that was expected as such. */
const bugOf = (error: unknown): Bilingual | undefined => {
  if (error instanceof EngineBug)
    return {
      nl: 'Dit is een fout van 3pas: meld haar, met het schema en de seed.',
      en: 'This is a bug of 3pas: report it with the schema and the seed.',
    };
  if (error instanceof MockFailure)
    return {
      nl: 'Dit is een fout van 3pas: meld haar, met wat het laatst naar het endpoint gestuurd is.',
      en: 'This is a bug of 3pas: report it with what was sent to the endpoint last.',
    };
  return undefined;
};

/** Paths are taken from where a command was started, which can be gone. */
const demandCurrentFolder = (): void => {
  try {
    process.cwd();
  } catch (error) {
    throw new UsageError(
      {
        nl: 'de map waarin 3pas gestart is, is er niet meer; start het in een andere',
        en: 'the folder that 3pas was started in is gone; start it in another',
      },
      { cause: error },
    );
  }
};

/** A mistake of ours, with where it was made. */
const crashed = (argv: readonly string[], error: unknown, language: Language): number => {
  tellAside(`${asBlock(inspect(error))}\n${ours[language]}\n`);
  return told(argv, error instanceof Error ? error.message : String(error), 3);
};

const ours: Bilingual = {
  nl: 'Dit is een fout van 3pas, niet van het systeem dat getoetst wordt.',
  en: 'This is a bug of 3pas, not of the system under test.',
};

/** Whoever reads JSON gets JSON, also of an end before there was anything to tell. */
const told = (argv: readonly string[], error: string, exitCode: number): number => {
  if (argv.includes('--json')) tell(`${jsonText({ outcome: 'error', error })}\n`);
  return exitCode;
};

const usageErrors = [
  ...[UsageError, ContractError, UnknownProfile, ConfigurationError],
  ...[SchemaError, GenerationError, DocumentError, PolicyError],
] as const;

const isUsage = (error: unknown): error is Error => usageErrors.some((kind) => error instanceof kind);

/** How commander says things, which quotes arguments. */
const outputIn = (language: Language): OutputConfiguration => ({
  writeOut: tell,
  writeErr: tellAside,
  outputError: (text, write) => {
    write(`${asBlock(wrongUsage(text.trimEnd(), language))}\n`);
  },
});

/** What ended without saying anything of the system under test. */
const isNoVerdict = (error: unknown): error is Error => error instanceof OutputFailure || error instanceof RulesEnded;

type Exit = (code: number) => void;

/** The commands in the order in which the help lists them; each is loaded when it is asked for. */
const commands: Readonly<Record<string, (exit: Exit) => Promise<Command>>> = {
  run: async (exit) => (await import('./commands/run.ts')).runCommand(exit),
  report: async (exit) => (await import('./commands/report.ts')).reportCommand(exit),
  replay: async (exit) => (await import('./commands/replay.ts')).replayCommand(exit),
  rejudge: async (exit) => (await import('./commands/rejudge.ts')).rejudgeCommand(exit),
  compare: async (exit) => (await import('./commands/compare.ts')).compareCommand(exit),
  seal: async () => (await import('./commands/seal.ts')).sealCommand(),
  verify: async (exit) => (await import('./commands/verify.ts')).verifyCommand(exit),
  doctor: async (exit) => (await import('./commands/doctor.ts')).doctorCommand(exit),
  listen: async (exit) => (await import('./commands/listen.ts')).listenCommand(exit),
  mock: async () => (await import('./commands/mock.ts')).mockCommand(),
  check: async (exit) => (await import('./commands/check.ts')).checkCommand(exit),
  import: async (exit) => (await import('./commands/import.ts')).importCommand(exit),
  prune: async () => (await import('./commands/prune.ts')).pruneCommand(),
  deliver: async (exit) => (await import('./commands/deliver.ts')).deliverCommand(exit),
  gate: async (exit) => (await import('./commands/gate.ts')).gateCommand(exit),
  observe: async (exit) => (await import('./commands/observe.ts')).observeCommand(exit),
  review: async () => (await import('./commands/review.ts')).reviewCommand(),
  attest: async () => (await import('./commands/attest.ts')).attestCommand(),
  generate: async (exit) => (await import('./commands/generate.ts')).generateCommand(exit),
  coverage: async () => (await import('./commands/coverage.ts')).coverageCommand(),
  pact: async (exit) => (await import('./commands/pact.ts')).pactCommand(exit),
  contract: async (exit) => (await import('./commands/contract.ts')).contractCommand(exit),
  certificate: async (exit) => (await import('./commands/certificate.ts')).certificateCommand(exit),
  requirements: async () => (await import('./commands/requirements.ts')).requirementsCommand(),
  profiles: async () => (await import('./commands/profiles.ts')).profilesCommand(),
};

/** A program of the command that the arguments name; of all where they name none, for the help and for what is near a wrong name. */
const programFor = async (
  [name = '']: readonly string[],
  output: OutputConfiguration,
  exit: Exit,
): Promise<Command> => {
  const program = new Command('3pas')
    .description('Conformance test suite for the DROP 3PAS endpoint 2020/01.')
    .version(suiteVersion, '-v, --version')
    .showSuggestionAfterError()
    .configureOutput(output)
    .exitOverride()
    .hook('preAction', (_, command) => {
      demandNoEmptyWords(command);
    });
  const named = Object.hasOwn(commands, name) ? commands[name] : undefined;
  for (const load of named === undefined ? Object.values(commands) : [named])
    program.addCommand(quiet(await load(exit), output));
  return program;
};

/** Errors of subcommands come back as exceptions too. */
const quiet = (command: Command, output: OutputConfiguration): Command => {
  demandOnce(command);
  command.exitOverride().showSuggestionAfterError().configureOutput(output);
  for (const below of command.commands) quiet(below, output);
  return command;
};
