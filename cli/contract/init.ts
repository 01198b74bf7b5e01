import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { readDescription } from '#contract/description/description';
import { readTables } from '#contract/description/tables';
import type { Contract } from '#contract/contract';
import { descriptionFile, readFolder } from '#contract/folder/folder';
import type { Blueprint, Plan, Shipped } from '#contract/init/blueprint';
import { type Offer, offersIn } from '#contract/init/choose-operation';
import { sourceName } from '#contract/init/file-names';
import { createAnswers } from '#endpoint/server/soap/answers';
import { folderFiles, withoutFailure, withoutUses, withRules } from '#contract/init/folder-files';
import { type Seen, seenIn } from '#contract/init/seen';
import { planFolder } from '#contract/init/plan';
import { useNames } from '#contract/roles/use-names';
import { readContract, readWithoutExamples } from '#contract/reader';
import type { FoundDocument } from '#contract/wsdl/found-document';
import { gather } from '#contract/wsdl/gather';
import { readWsdl } from '#contract/wsdl/read-wsdl';
import { noFaces } from '#generators/faces';
import type { Generation } from '#generators/generation';
import { loadFaces } from '#generators/faces/load-faces';
import { contractFolder } from '../contract-folder.ts';
import { ContractError } from '#contract/folder/contract-error';
import { ConfigurationError } from '#endpoint/configuration-error';
import { makeFolder } from '../folder/make-folder.ts';
import { copyWhole, tryBeside } from '../folder/whole-folder.ts';
import { momentOf } from '../run/clock.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import { saidBy } from '../said-by.ts';
import { atSource, ofFolder } from './unusable.ts';
import { askWhich } from './ask.ts';
import { documentsAtEndpoint } from './documents-at-endpoint.ts';
import { documentInFile, documentsInFiles } from './documents-in-files.ts';
import { tryDeliveries } from './try-deliveries.ts';
import { filesOf, mustBeOfIt, shownIn } from './given-examples.ts';
import { generationFor, keptByChance, makeExamples } from './examples.ts';

/** The options of `3pas contract init` as they are given. */
export interface InitOptions {
  readonly wsdl: string;
  readonly xsd?: readonly string[];
  readonly example?: readonly string[];
  readonly profile?: string;
  readonly state?: string;
  readonly out: string;
  readonly source?: string;
  readonly service?: string;
  readonly port?: string;
  readonly operation?: readonly string[];
  readonly yes?: boolean;
  readonly clock?: string;
  readonly lang?: Language;
}

/** What was made. */
export interface Made {
  readonly plan: Plan;
  readonly contract: Contract;
  /** Why a delivery of its own making is refused by an endpoint of its own; undefined where each document type is taken. */
  readonly refusal: string | undefined;
}

/** Makes a contract folder of a WSDL, whole or not at all. Throws what ends with exit code 2. */
export const initFolder = async (options: InitOptions): Promise<Made> => {
  demandFree(options.out);
  const examples = (options.example ?? []).map(documentInFile);
  const seen = seenIn(examples);
  const gathered = await gatherFrom(options);
  const wsdl = readWsdl(gathered.wsdl);
  const offer = await chosen(wsdl, options, seen);
  const grounding =
    options.source === undefined
      ? ({ ground: 'assumed', source: '' } as const)
      : ({ ground: 'taken-over', source: options.source } as const);
  const plan = await decided({ gathered, wsdl, offer, grounding, shipped: shippedContract(), seen }, options);
  return inScratch(options.out, async (scratch) => {
    try {
      return await finish(plan, { scratch, clock: options.clock, examples });
    } catch (error) {
      throw atSource(error, plan.schemas);
    }
  });
};

const gatherFrom = async ({ wsdl, xsd = [], ...by }: InitOptions) => {
  const given = xsd.map(documentInFile);
  if (!/^https?:/i.test(wsdl)) {
    mustNeedNoProfile(by.profile, wsdl);
    return gather(documentInFile(wsdl), documentsInFiles(given));
  }
  const { entry, source, close } = await documentsAtEndpoint(wsdl, by, given);
  try {
    return await gather(entry, source);
  } finally {
    await close();
  }
};

const mustNeedNoProfile = (profile: string | undefined, wsdl: string): void => {
  if (profile === undefined) return;
  throw new UsageError({
    nl: `--profile ${profile} is voor een adres, en --wsdl ${wsdl} is een bestand; laat --profile weg`,
    en: `--profile ${profile} is for an address, and --wsdl ${wsdl} is a file; leave --profile out`,
  });
};

const chosen = async (wsdl: ReturnType<typeof readWsdl>, options: InitOptions, seen: Seen): Promise<Offer> => {
  const { offers, isClear } = offersIn(wsdl, options);
  const shown = shownIn(offers, seen);
  if (shown !== undefined) return shown;
  const [first] = offers;
  if (isClear || offers.length === 1 || options.yes === true) return first;
  const names = offers.map(({ port, operation }) => `${operation.name} (${port.service || port.portType})`);
  const question = { nl: 'Welke operatie neemt aanleveringen aan?', en: 'Which operation takes deliveries?' };
  const index = await askWhich({ question, choices: names }, languageOf(options.lang));
  const asked = index === undefined ? undefined : offers[index];
  if (asked !== undefined) return { ...asked, choice: { confidence: 'certain', others: [] } };
  const list = offers.map(({ operation }) => operation.name).join(', ');
  throw new UsageError({
    nl: `de WSDL heeft ${String(offers.length)} operaties (${list}); geef met --operation die voor aanleveringen, of neem met --yes de eerste`,
    en: `the WSDL has ${String(offers.length)} operations (${list}); give the one for deliveries with --operation, or take the first with --yes`,
  });
};

/** Asks what is not sure, where somebody is there to answer; else guesses are taken, or left open. */
const decided = async (blueprint: Omit<Blueprint, 'decisions'>, { yes, lang }: InitOptions): Promise<Plan> => {
  const taken = planFolder({ ...blueprint, decisions: { takesGuesses: true, answers: new Map() } });
  if (yes === true || taken.guesses.length === 0) return taken;
  const answers = new Map<string, { readonly at: string } | 'none'>();
  for (const { use, role, at, others } of taken.guesses) {
    const { nl, en } = useNames[use];
    const question = { nl: `Waar staat ${nl}?`, en: `Where is ${en}?` };
    const none = { nl: 'nergens', en: 'nowhere' }[languageOf(lang)];
    const places = [at, ...others];
    const index = await askWhich({ question, choices: [...places, none] }, languageOf(lang));
    const place = places[index ?? -1];
    if (index !== undefined) answers.set(role, place === undefined ? 'none' : { at: place });
  }
  return planFolder({ ...blueprint, decisions: { takesGuesses: false, answers } });
};

const shippedContract = (): Shipped => {
  const files = readFolder(contractFolder(undefined));
  const description = readDescription(descriptionFile, files.get(descriptionFile) ?? new Uint8Array());
  return { entries: description.entries, files, tables: readTables(description, files) };
};

interface Finishing {
  readonly scratch: string;
  readonly clock: string | undefined;
  readonly examples: readonly FoundDocument[];
}

const finish = async (planned: Plan, { scratch, clock, examples }: Finishing): Promise<Made> => {
  const { today } = momentOf(clock);
  write(scratch, folderFiles(planned));
  const first = readWithoutExamples(scratch);
  const told = tellsAcceptances(planned, first) ? planned : withoutFailure(planned);
  const plan = told.rules.hasFaces ? told : withRules(told, keptByChance(first, today));
  write(scratch, folderFiles(plan));
  const ruled = readWithoutExamples(scratch);
  const faces = plan.rules.hasFaces ? await loadFaces(ruled) : noFaces;
  const { files, missing } = makeExamples(generationFor(ruled, faces, today));
  const whole = withoutUses(plan, missing);
  write(scratch, new Map([...folderFiles(whole), ...files, ...originals(plan)]));
  const given = filesOf(examples, [...files.keys()]);
  write(scratch, new Map([...given].map(([name, { bytes }]) => [name, bytes])));
  const contract = readContract(scratch);
  mustBeOfIt(contract, given);
  return { plan: whole, contract, refusal: refusalOf(generationFor(contract, faces, today)) };
};

/** Why the endpoint of the suite refuses a delivery, of a few of each document type. */
const refusalOf = (generation: Generation): string | undefined => {
  try {
    tryDeliveries(generation, { valid: 3, broken: 0 });
    return undefined;
  } catch (error) {
    if (error instanceof ContractError || error instanceof ConfigurationError) return error.message;
    throw error;
  }
};

/** Whether an acceptance can do without the code that alone tells a refusal. */
const tellsAcceptances = ({ answer }: Plan, contract: Contract): boolean => {
  if (answer.failure === undefined || answer.failure.flag !== undefined) return true;
  try {
    createAnswers(contract);
    return true;
  } catch (error) {
    if (error instanceof ConfigurationError) return false;
    throw error;
  }
};

/** What the folder was made of, as it was found. */
const originals = ({ blueprint: { gathered } }: Plan): ReadonlyMap<string, Uint8Array> =>
  new Map(
    gathered.originals.map(({ name, bytes }, index) => [`source/${String(index + 1)}-${sourceName(name)}`, bytes]),
  );

const write = (folder: string, files: ReadonlyMap<string, Uint8Array>): void => {
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
};

const demandFree = (out: string): void => {
  if (!existsSync(out)) return;
  if (isEmptyFolder(out)) return;
  throw new UsageError({
    nl: `${out} is er al en is geen lege map; geef met --out een andere`,
    en: `${out} is there already and is no empty folder; give another one with --out`,
  });
};

const isEmptyFolder = (out: string): boolean => {
  try {
    return readdirSync(out).length === 0;
  } catch {
    return false;
  }
};

/** Works in a folder for what is temporary, of which the wanted one has all once it is done: a command that is ended leaves nothing beside that. */
const inScratch = async (out: string, work: (scratch: string) => Promise<Made>): Promise<Made> => {
  const wanted = resolve(out);
  demandRoomBeside(wanted);
  const scratch = mkdtempSync(join(tmpdir(), '3pas-init-'));
  try {
    const made = await work(scratch);
    demandFree(out);
    copyWhole(scratch, wanted);
    const { faces } = made.contract;
    return {
      ...made,
      contract: { ...made.contract, directory: wanted, faces: faces && join(wanted, relative(scratch, faces)) },
    };
  } catch (error) {
    throw ofFolder(error, scratch, out);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** Throws before the work where its result could not be put. */
const demandRoomBeside = (wanted: string): void => {
  try {
    makeFolder(dirname(wanted));
    tryBeside(wanted);
  } catch (error) {
    const { nl, en } = saidBy(error);
    throw new UsageError({
      nl: `naast ${wanted} is niet te schrijven (${nl}); geef met --out een andere map`,
      en: `nothing can be written beside ${wanted} (${en}); give another folder with --out`,
    });
  }
};
