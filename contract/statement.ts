import { type Contract, type Role, type Service, type Uses } from './contract.ts';
import { readCalendar } from './description/calendar.ts';
import { type Description } from './description/description.ts';
import { mustHoldContent, mustTellApart, readDocumentTypes } from './examples/document-types.ts';
import { readTables } from './description/tables.ts';
import { readErrorCodes } from './description/error-codes.ts';
import { bytesOf, type Files } from './folder/file-names.ts';
import { toGrounding } from './grounds/grounding.ts';
import { readService } from './description/operations.ts';
import { readUses } from './roles/read-uses.ts';
import { readRoles } from './roles/roles.ts';
import { readRules, type RuleBook } from './rules/schematron.ts';
import { withTableRules } from './rules/table-rules.ts';

/** What the description and the rules say by themselves, before they are held against schemas and examples. */
export interface Statement {
  readonly files: Files;
  readonly description: Description;
  readonly service: Service;
  readonly roles: readonly Role[];
  readonly uses: Uses;
  readonly tables: Contract['tables'];
  /** Those of the file of rules. */
  readonly ownRules: RuleBook;
  /** The same with those that tables ask for. */
  readonly rules: RuleBook;
  readonly documentTypes: Contract['documentTypes'];
  readonly errorCodes: Contract['errorCodes'];
  readonly decreeDays: Contract['decreeDays'];
  readonly limits: Contract['limits'];
}

/** Reads the parts of a contract that need no schema; throws `ContractError`. */
export const readStatement = (description: Description, files: Files): Statement => {
  const { entries, placeOf } = description;
  const { ground, source, ...limits } = entries.limits;
  toGrounding(ground, source, placeOf('limits', 'ground'));
  if (entries.schemas.faces !== undefined) bytesOf(entries.schemas.faces, files, placeOf('schemas', 'faces'));
  const tables = readTables(description, files);
  const roles = readRoles(description, tables);
  const uses = readUses(description, roles);
  const ownRules = readRules(entries.schemas.rules, bytesOf(entries.schemas.rules, files, placeOf('schemas', 'rules')));
  mustTellApart(description, uses);
  mustHoldContent(description, roles, uses);
  return {
    files,
    description,
    service: readService(description),
    roles,
    uses,
    tables,
    ownRules,
    rules: withTableRules(ownRules, roles, tables),
    documentTypes: readDocumentTypes(description),
    errorCodes: readErrorCodes(description),
    decreeDays: readCalendar(description),
    limits,
  };
};
