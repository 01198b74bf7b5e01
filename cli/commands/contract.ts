import { join } from 'node:path';
import { Command } from 'commander';
import { visible } from '#contract/texts/visible';
import type { Contract } from '#contract/contract';
import type { Place } from '#xml/place';
import { descriptionFile } from '#contract/folder/folder';
import { gatherContract } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { createAnswers } from '#endpoint/server/soap/answers';
import { laxRolesIn } from '#generators/lax-roles';
import { unmarkedIn } from '#generators/unmarked';
import { unmindedIn } from '#generators/unminded';
import { createWorkshop } from '#generators/workshop';
import { momentOf } from '../run/clock.ts';
import { tell, tellAside } from '../tell.ts';
import { claimIn } from '../contract/claim-in.ts';
import { compareFolders, type DiffOptions } from '../contract/diff/compare.ts';
import { oldTablesIn } from '../contract/old-tables.ts';
import { noRulesOption, type RulesOptions, trustRulesOption } from '../rules/options.ts';
import { perform } from '../rules/perform.ts';
import { useToMake } from '../rules/use.ts';
import { contractFolder } from '../contract-folder.ts';
import { type InitOptions, initFolder } from '../contract/init.ts';
import { renewExamples } from '../contract/new-examples.ts';
import { type RefreshOptions, refreshLists } from '../contract/refresh-lists.ts';
import { madeText } from '../contract/made-text.ts';
import { type SignOptions, signFolder } from '../contract/sign.ts';
import { untestedOperations } from '../contract/untested-operations.ts';
import type { Language } from '#reporters/texts';
import { inDutch } from '../dutch/in-dutch.ts';
import { saidBy } from '../said-by.ts';
import { languageOf } from '../language.ts';
import { languageOption, stateOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

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
      'Makes a contract folder of a WSDL: schemas, examples, and a contract.yaml whose roles and uses are bound by name, type and documentation, each with how sure it is. Writes the whole folder or nothing.',
    )
    .requiredOption('--wsdl <file or address>', 'the WSDL; an address is fetched with all that it imports')
    .option('--xsd <file...>', 'schemas that the WSDL imports and that do not stand beside it')
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
      'Reads a contract folder and says what is wrong with it, each with file and line; schemas and examples are looked at where contract.yaml and the rules are in order. Exit code: 0 it can be used, 2 it can not.',
    )
    .argument('[folder]', 'the folder (default: the one that comes with the suite)')
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(languageOption())
    .action(async (folder: string | undefined, { lang, ...options }: RulesOptions & { readonly lang?: Language }) => {
      const language = languageOf(lang);
      const contract = readWhole(contractFolder(folder), language);
      warn(contract, language);
      await mustGenerate(contract, options);
      createAnswers(contract);
      createExaminer(contract, 'basic').dispose();
      const { constraints, rules, documentTypes, id, digest, otherOperations } = contract;
      const counts = countsOf[language](documentTypes.length, constraints.length, rules.length);
      tell(`${visible(id)}: ${counts}, digest ${digest}\n`);
      if (otherOperations.length > 0) tell(`${untestedOperations(otherOperations, language)}\n`);
    });

const countsOf = {
  nl: (types: number, constraints: number, rules: number) =>
    `${String(types)} documenttypen, ${String(constraints)} beperkingen, ${String(rules)} regels`,
  en: (types: number, constraints: number, rules: number) =>
    `${String(types)} document types, ${String(constraints)} constraints, ${String(rules)} rules`,
} as const;

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

const ended = (sentence: string): string => (sentence.endsWith('?') ? sentence : `${sentence}.`);

/** More are counted only. */
const mostErrors = 100;

/** One error is told as by any other command. */
const readWhole = (folder: string, language: Language): Contract => {
  const { read, errors } = gatherContract(folder);
  if (read !== undefined) return read;
  const [first] = errors;
  if (first !== undefined && errors.length === 1) throw first;
  const inOrder = errors.toSorted((one, other) => one.file.localeCompare(other.file, 'en') || one.line - other.line);
  for (const error of inOrder.slice(0, mostErrors)) tellAside(`${ended(saidBy(error)[language])}\n`);
  const count = String(errors.length);
  throw new UsageError({
    nl: `${count} fouten in ${folder}; verbeter ze, en geef dit commando weer`,
    en: `${count} errors in ${folder}; correct them, and give this command again`,
  });
};

const diffCommand = (exit: (code: number) => void): Command =>
  new Command('diff')
    .description(
      'Tells what differs between two contract folders: names, order, how often, types, lists, rules. Exit code: 0 nothing, 1 something.',
    )
    .argument('<before>', 'the folder that was')
    .argument('[after]', 'the folder that is (default: the one that comes with the suite)')
    .option('--json', 'writes the differences as JSON')
    .option('--html <file>', 'writes a page too')
    .addOption(languageOption())
    .action((before: string, after: string | undefined, options: DiffOptions) => {
      exit(compareFolders(before, after, options));
    });

const warn = (contract: Contract, language: Language): void => {
  const kind = { nl: 'waarschuwing', en: 'warning' }[language];
  const say = ({ file, line }: Place, sentence: string): void => {
    const said = language === 'nl' ? inDutch(sentence) : sentence;
    tellAside(`${file}:${String(line)}: ${kind}: ${ended(said)}\n`);
  };
  for (const { place, about, question } of contract.open) say(place, `open: ${about}: ${question.replace(/\.$/, '')}`);
  const claim = claimIn(contract);
  if (claim !== undefined) say({ file: descriptionFile, line: 1 }, claim[language]);
  const workshop = createWorkshop(contract);
  for (const { place, sentence } of unmindedIn(contract, workshop, { authorities: [], media: [] }))
    say(place, `${sentence}. Until then nothing is delivered to another machine`);
  for (const { place, text } of unmarkedIn(contract)) say(place, text[language]);
  for (const { place, sentence } of laxRolesIn(contract, workshop)) say(place, sentence);
  for (const { place, sentence } of oldTablesIn(contract, momentOf(undefined).today)) say(place, sentence);
};

/** Nothing is generated of a contract that is read without its `rules.mjs`: chance need not keep the rules. */
const mustGenerate = async (contract: Contract, options: RulesOptions): Promise<void> => {
  const isWhole = options.rules !== false || contract.faces === undefined;
  const occasion = { today: momentOf(undefined).today, runId: 'lint' };
  const job = { kind: 'lint', occasion, rehearsal: isWhole ? {} : undefined } as const;
  await perform({ contract, use: useToMake(contract, options), job }, () => undefined);
};
