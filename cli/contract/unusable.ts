import { ContractError } from '#contract/folder/contract-error';
import { descriptionFile } from '#contract/folder/folder';
import type { Plan } from '#contract/init/blueprint';
import { bySource, isOfSchema } from '#contract/init/schema-origins';
import { saidBy } from '../said-by.ts';

/** What is written by us alone; a schema has its place in what was given. */
const written: ReadonlySet<string> = new Set([descriptionFile, 'rules.sch']);

/** What is thrown of a folder that was made and not kept: nobody has its files, so it says what to do about the WSDL; all else as it is. */
export const ofFolder = (error: unknown, scratch: string, out: string): unknown => {
  if (!(error instanceof ContractError)) return error;
  if (error.file.startsWith(scratch)) return error.inFolder(scratch, out);
  return written.has(error.file) ? unusable(error) : error;
};

/** What is wrong in a schema, told by where it stands in what was given: nobody has the file that was written of it. */
export const atSource = (error: unknown, schemas: Plan['schemas']): unknown => {
  if (!(error instanceof Error) || !isOfSchema(schemas, error.message)) return error;
  const { nl, en } = saidBy(error);
  return new ContractError(undefined, { nl: bySource(schemas, nl), en: bySource(schemas, en) }, error);
};

const unusable = (error: ContractError): ContractError => {
  const { nl, en } = saidBy(error);
  const what = (said: string): string =>
    said.replace(/^(?:contract\.yaml|rules\.sch)(?::\d+)?: /, '').replace(/; [^;\n]*$/, '');
  return new ContractError(
    undefined,
    {
      nl: `van deze WSDL is geen map te maken die werkt: ${what(nl)}; er is niets geschreven. Verbeter WSDL of schema, kies met --operation een andere operatie, of beantwoord de vragen zonder --yes`,
      en: `no folder that works can be made of this WSDL: ${what(en)}; nothing was written. Correct the WSDL or its schema, choose another operation with --operation, or answer the questions without --yes`,
    },
    error,
  );
};
