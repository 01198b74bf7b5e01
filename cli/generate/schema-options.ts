import { Option } from 'commander';
import { list } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import type { SchemaChoice } from './generate-from-schema.ts';

/** The schema that documents are made of. */
export const schemaOption = (): Option => new Option('--schema <file>', 'an XSD 1.0 schema, in place of a contract');

/** The roots of the documents. */
export const rootOption = (): Option =>
  new Option('--root <names>', 'with --schema: the root elements (default: every global element)').argParser(list);

/** Where imports that are not beside the schema are found. */
export const catalogOption = (): Option =>
  new Option('--catalog <path>', 'with --schema: an OASIS XML catalogue, or a folder with schemas; nothing is fetched');

/** Rules besides the schema. */
export const schematronOption = (): Option =>
  new Option(
    '--schematron <file>',
    'with --schema: rules that valid documents keep as well, and that violations break',
  );

/** Another validator besides libxml2. */
export const secondOpinionOption = (): Option =>
  new Option(
    '--second-opinion',
    'with --schema: have the Xerces of a JDK judge everything too; what it sees otherwise is told, and ends the command with 1',
  );

/** How far values go, of a contract too. */
export const beyondMinimalOption = (): Option =>
  new Option(
    '--beyond-minimal',
    'also values that not every validator takes: more than 18 digits, years outside 0001 to 9999, less than milliseconds',
  );

/** What was chosen of a schema; undefined when none was. Throws `UsageError` for what needs one. */
export const schemaChoice = (options: Partial<SchemaChoice>): SchemaChoice | undefined => {
  const { schema, ...others } = options;
  if (schema !== undefined) return { ...options, schema };
  const names = ['root', 'catalog', 'schematron', 'secondOpinion'] as const;
  const needing = names.find((name) => others[name] !== undefined)?.replace('O', '-o');
  if (needing === undefined) return undefined;
  throw new UsageError({
    nl: `--${needing} hoort bij --schema; geef ook het schema`,
    en: `--${needing} goes with --schema; give the schema that it is about`,
  });
};
