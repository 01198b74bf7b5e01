import { join } from 'node:path';
import { Command } from 'commander';
import { tell } from '../tell.ts';
import { compareFolders, type DiffOptions } from '../contract/diff/compare.ts';
import { noRulesOption, type RulesOptions, trustRulesOption } from '../rules/options.ts';
import { contractFolder } from '../contract-folder.ts';
import { type InitOptions, initFolder } from '../contract/init.ts';
import { renewExamples } from '../contract/new-examples.ts';
import { type RefreshOptions, refreshLists } from '../contract/refresh-lists.ts';
import { lintFolder } from '../contract/lint.ts';
import { madeText } from '../contract/made-text.ts';
import { type SignOptions, signFolder } from '../contract/sign.ts';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import { languageOption, stateOption } from '../options.ts';

/** `3pas contract`: makes a contract folder, and tells whether one can be used. */
export const contractCommand = (exit: (code: number) => void): Command =>
  new Command('contract')
    .description('Looks after contract folders.')
    .addCommand(initCommand())
    .addCommand(lintCommand())
    .addCommand(examplesCommand())
    .addCommand(refreshListsCommand())
    .addCommand(signCommand())
    .addCommand(diffCommand(exit));

const initCommand = (): Command =>
  new Command('init')
    .description(
      'Makes a contract folder of a WSDL: schemas, examples, and a contract.yaml whose service, roles and uses are bound by name, type and documentation, each with how sure it is; what is guessed is listed as open. Writes the whole folder or nothing.',
    )
    .requiredOption('--wsdl <file or address>', 'the WSDL; an address is fetched with all that it imports')
    .option('--xsd <file...>', 'schemas that the WSDL imports and that do not stand beside it')
    .option(
      '--example <file...>',
      'messages that came with it: they show what is used, must be valid by the schema, and go to the examples of the folder',
    )
    .option('--profile <name>', 'profile whose TLS and credentials an address is fetched with')
    .addOption(stateOption('with --profile: '))
    .requiredOption('--out <folder>', 'the folder to make')
    .option(
      '--source <document>',
      'what the WSDL comes with, by title, version and date: it is then taken over from there',
    )
    .option('--service <name>', 'service, where the WSDL has several')
    .option('--port <name>', 'port, where it has several')
    .option(
      '--operation <name...>',
      'the operation that takes deliveries, where it has several; more than one where each takes a document type of its own',
    )
    .option('--clock <moment>', 'the moment that examples are made at (default: now)')
    .option('--yes', 'asks nothing: takes the best guess, and marks it')
    .addOption(languageOption())
    .action(async (options: InitOptions) => {
      tell(madeText(await initFolder(options), options.out, languageOf(options.lang)));
    });

const lintCommand = (): Command =>
  new Command('lint')
    .description(
      'Says all that is wrong with a contract folder at once, each with file and line, and what could not be looked at for that; makes deliveries of it and has the endpoint of the suite judge them. Exit code: 0 it can be used, 2 it can not.',
    )
    .argument('[folder]', 'the folder (default: the one that comes with the suite)')
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(languageOption())
    .action(async (folder: string | undefined, { lang, ...options }: RulesOptions & { readonly lang?: Language }) => {
      await lintFolder(contractFolder(folder), options, languageOf(lang));
    });

const examplesCommand = (): Command =>
  new Command('examples')
    .description('Makes the examples of a contract folder anew, after schema, roles or description changed.')
    .argument('<folder>', 'the folder')
    .option('--clock <moment>', 'the moment that examples are made at (default: now)')
    .addOption(languageOption())
    .action(async (folder: string, { clock }: { readonly clock?: string }) => {
      for (const name of await renewExamples(folder, clock)) tell(`${join(folder, name)}\n`);
    });

const refreshListsCommand = (): Command =>
  new Command('refresh-lists')
    .description(
      'Brings the tables of a contract folder up to date by value lists as KOOP publishes them in JSON: first and last days, and what is new.',
    )
    .argument('<folder>', 'the folder')
    .requiredOption('--from <file...>', 'lists of standaarden.overheid.nl/tooi/waardelijsten, as JSON')
    .option('--clock <moment>', 'the day on which the lists were as they are (default: today)')
    .option('--as <name>', 'makes a new table of the lists under this name')
    .addOption(languageOption())
    .action((folder: string, options: RefreshOptions) => {
      tell(refreshLists(folder, options));
    });

const signCommand = (): Command =>
  new Command('sign')
    .description('Signs a contract folder as KOOP, and tells what a policy needs to take it for confirmed.')
    .argument('<folder>', 'the folder')
    .requiredOption('--key <file>', 'private key of KOOP, PEM')
    .option('--password-env <variable>', 'environment variable with the password of the key')
    .addOption(languageOption())
    .action((folder: string, options: SignOptions) => {
      tell(signFolder(folder, options));
    });

const diffCommand = (exit: (code: number) => void): Command =>
  new Command('diff')
    .description(
      'Tells what differs between two contract folders: names, order, how often, types, lists, rules. Exit code: 0 nothing, 1 something, 2 a folder can not be read.',
    )
    .argument('<before>', 'the folder that was')
    .argument('[after]', 'the folder that is (default: the one that comes with the suite)')
    .option('--json', 'writes the differences as JSON')
    .option('--html <file>', 'writes a page too')
    .addOption(languageOption())
    .action((before: string, after: string | undefined, options: DiffOptions) => {
      exit(compareFolders(before, after, options));
    });
