import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { EngineBug } from '#documents/document-error';
import { loadSchema, type LoadedSchema } from '#documents/load/load-schema';
import type { SchemaFiles } from '#documents/load/schema-files';
import type { RuleJudge } from '#documents/rules/document-rule';
import { createSubject, rootsOf, type Subject } from '#documents/subject';
import { namedRoot } from '#generators/named-root';
import { createRuleJudge } from '#generators/rule-judge';
import { dutchText } from '#generators/text/dutch-text';
import type { QName } from '#xml/qname';
import { SchemaError } from '#xml/schema/schema-error';
import { readWithin } from '#xml/read-within';
import { inDutch } from '../dutch/in-dutch.ts';
import { saidBy } from '../said-by.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { tell, tellAside } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { UsageError } from '../usage-error.ts';
import { openIndex } from './index-file.ts';
import { makeDocuments, type Amounts } from './schema-documents.ts';
import { mustHaveJdk, openSecondOpinion, type SecondOpinion } from './second-opinion.ts';

/** Which schema documents are made of. */
export interface SchemaChoice {
  readonly schema: string;
  readonly root?: readonly string[];
  readonly catalog?: string;
  readonly schematron?: string;
  readonly secondOpinion?: boolean;
  readonly beyondMinimal?: boolean;
}

/** Opens what was chosen: the schema with its rules, and the roots; throws `UsageError`, `SchemaError` or `ContractError`. */
export const openSubject = (
  choice: SchemaChoice,
): { readonly subject: Subject; readonly roots: readonly QName[]; readonly files: SchemaFiles } => {
  const { schema, root, catalog, schematron } = choice;
  const loaded = loadSchema(schema, catalog);
  const subject = read(loaded, choice.beyondMinimal);
  const roots = root === undefined ? rootsOf(subject.model) : root.map((one) => namedRoot(subject.model, one));
  if (roots.length === 0)
    throw new UsageError(
      withAbsent(loaded, {
        nl: `${schema} declareert geen element dat de wortel van een document kan zijn; geef een schema dat er een heeft`,
        en: `${schema} declares no element that can be the root of a document; give a schema that does`,
      }),
    );
  const rules = schematron === undefined ? undefined : rulesIn(schematron);
  return { subject: { ...subject, rules }, roots, files: loaded };
};

/** What is not found is often why a schema can't be used. */
const read = (schema: LoadedSchema, beyondMinimal: boolean | undefined): Subject => {
  try {
    return createSubject(schema, { text: dutchText, beyondMinimal });
  } catch (error) {
    const missing = missingIn(schema);
    if (!(error instanceof SchemaError) || missing === undefined || isToldBy(error, missing)) throw error;
    throw new UsageError(withAbsent(schema, saidBy(error)));
  }
};

/** A file that is not there is named by the error itself. */
const isToldBy = ({ message }: SchemaError, missing: string): boolean =>
  !URL.canParse(missing) && message.includes(`no such file: '${missing}'`);

/** The first address, file or namespace that nothing was found for. */
const missingIn = ({ missing }: LoadedSchema): string | undefined =>
  missing.find((one) => URL.canParse(one)) ?? missing[0];

const withAbsent = (schema: LoadedSchema, { nl, en }: Bilingual): Bilingual => {
  const missing = missingIn(schema);
  if (missing === undefined) return { nl, en };
  return {
    nl: `${nl} (${missing} staat niet bij het schema en er wordt niets opgehaald; geef met --catalog een map waar het in staat)`,
    en: `${en} (${missing} is not beside the schema and nothing is fetched; give a folder that has it with --catalog)`,
  };
};

const rulesIn = (file: string): RuleJudge => {
  let bytes: Uint8Array;
  try {
    bytes = readWithin(file);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `de regels in ${file} zijn niet te lezen (${why.nl}); geef het pad van een Schematron-bestand`,
      en: `the rules ${file} can't be read (${why.en}); give the path of a Schematron file`,
    });
  }
  return createRuleJudge(basename(file), bytes);
};

/** Writes documents of a schema and their index; tells on stderr where it is, and on stdout what it made. Returns the exit code: 1 where a second opinion sees a document otherwise. */
export const generateFromSchema = async (choice: SchemaChoice, options: Wanted): Promise<0 | 1> => {
  const { secondOpinion = false } = choice;
  if (secondOpinion) mustHaveJdk();
  const opened = openSubject(choice);
  if (!secondOpinion) {
    await writeDocuments(choice, opened, { ...options, ask: undefined });
    return 0;
  }
  const differ = (line: string): void => {
    tellAside(`Xerces: ${visible(line)}\n`);
  };
  const xerces = await openSecondOpinion(opened.files, differ);
  try {
    await writeDocuments(choice, opened, { ...options, ask: xerces.ask });
  } catch (error) {
    await xerces.close().catch(() => undefined);
    throw error;
  }
  const { agreed, all } = await xerces.close();
  tell(`Xerces: ${String(agreed)} of ${String(all)} as they are meant\n`);
  return agreed < all ? 1 : 0;
};

type Wanted = Amounts & { readonly out: string };

const writeDocuments = async (
  choice: SchemaChoice,
  { subject, roots }: Omit<ReturnType<typeof openSubject>, 'files'>,
  options: Wanted & { readonly ask: SecondOpinion['ask'] | undefined },
): Promise<void> => {
  const out = resolve(options.out);
  const lock = takeEmptyFolder(out, 'generate');
  const index = openIndex(out);
  const ticker = createTicker();
  const pause = createPause();
  const counts = new Map<string, number>();
  const say = (): string => [...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  try {
    let reason: string | undefined;
    for (const { entry, bytes } of makeDocuments(subject, roots, options)) {
      index.add(entry, bytes);
      if (bytes !== undefined) await options.ask?.(entry, bytes);
      const kind = entry.unjudged === undefined ? entry.kind : `${entry.kind} but not confirmed`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      reason ??= entry.reason;
      ticker.tick(say);
      await pause();
    }
    if (![...counts.keys()].some((kind) => kind.startsWith('valid'))) throw nothingOf(choice.schema, reason);
  } catch (error) {
    if (error instanceof EngineBug) writeFileSync(join(out, 'disputed.xml'), error.document);
    throw error;
  } finally {
    ticker.stop();
    index.close();
    subject.judge.dispose();
    subject.rules?.dispose();
    lock.release();
  }
  tell(`${say()}, seed ${String(options.seed)}\n${visible(index.path)}\n`);
};

const nothingOf = (schema: string, reason: string | undefined): UsageError =>
  new UsageError({
    nl: `van ${schema} is niets te maken: ${reason === undefined ? 'het heeft geen wortels' : inDutch(reason)}`,
    en: `nothing can be made of ${schema}: ${reason ?? 'it has no roots'}`,
  });

/** Milliseconds of work after which signals and verdicts are heard. */
const mostWork = 100;

/** Creates a pause that lets everything else have its turn, now and then. */
const createPause = (): (() => Promise<void>) => {
  let next = performance.now() + mostWork;
  return async () => {
    if (performance.now() < next) return;
    await setImmediate();
    next = performance.now() + mostWork;
  };
};
