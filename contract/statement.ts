import { type Contract, type Role, type Service, type Uses } from './contract.ts';
import { deliveriesOf } from './deliveries.ts';
import { readCalendar } from './description/calendar.ts';
import { type Description } from './description/description.ts';
import { mustHoldContent, mustTellApart, readDocumentTypes } from './examples/document-types.ts';
import { readTables } from './description/tables.ts';
import { readDuplicateKey } from './duplicate-key.ts';
import { readErrorCodes, readOwnErrors } from './description/error-codes.ts';
import { describedIn } from './narrowing/described.ts';
import { narrowedBy } from './narrowing/narrowing.ts';
import { withNumberForm } from './narrowing/number-form.ts';
import { mustKnowCompared } from './narrowing/compared-values.ts';
import { attempt, orElse, together } from './folder/attempt.ts';
import { bytesOf, type Files } from './folder/file-names.ts';
import { toGrounding } from './grounds/grounding.ts';
import { readService } from './description/operations.ts';
import { readUses } from './roles/read-uses.ts';
import { readRoles } from './roles/roles.ts';
import { readRules, type RuleBook } from './rules/schematron.ts';
import { withView } from './view/derived-view.ts';
import { withFileRules } from './rules/file-rules.ts';
import { withTableRules } from './rules/table-rules.ts';

/** What the description and the rules say by themselves, before they are held against schemas and examples. */
export interface Statement {
  readonly files: Files;
  /** The schema of the view: of the folder, or else made of its roles. */
  readonly view: { readonly file: string; readonly isDerived: boolean };
  readonly description: Description;
  readonly service: Service;
  readonly roles: readonly Role[];
  readonly uses: Uses;
  readonly duplicate: Contract['duplicate'];
  readonly tables: Contract['tables'];
  /** Those of the file of rules, and of the description. */
  readonly ownRules: RuleBook;
  /** The same with those that tables ask for. */
  readonly rules: RuleBook;
  readonly documentTypes: Contract['documentTypes'];
  readonly errorCodes: Contract['errorCodes'];
  readonly ownErrors: Contract['ownErrors'];
  readonly decreeDays: Contract['decreeDays'];
  readonly needed: Contract['needed'];
  readonly limits: Contract['limits'];
}

/** Reads the parts of a contract that need no schema; throws `ContractError`. */
export const readStatement = (description: Description, files: Files): Statement => {
  const { entries, placeOf } = description;
  const { ground, source, ...limits } = entries.limits;
  const { faces, rules: ruleFile } = entries.schemas;
  attempt(() => toGrounding(ground, source, placeOf('limits', 'ground')));
  attempt(() => (faces === undefined ? undefined : bytesOf(faces, files, placeOf('schemas', 'faces'))));
  const tables = attempt(() => readTables(description, files));
  const roles = attempt(() => readRoles(description, tables()));
  const uses = attempt(() => readUses(description, roles()));
  const duplicate = attempt(() => readDuplicateKey(description, { roles: roles(), uses: uses() }));
  const { narrowing, needs, ruled, agreed } = describedIn(description, files, roles);
  const ownRules = attempt(() => readRules(ruleFile, bytesOf(ruleFile, ruled(), placeOf('schemas', 'rules'))));
  // Its own parts are attempted, and one that is broken keeps none of the others from being looked at.
  const read = readService(description);
  const service = (): Service => read;
  const narrowed = attempt(() => {
    const all = narrowedBy(narrowing.sound(), {
      files: orElse(ruled, () => files)(),
      description,
      requests: deliveriesOf(service()).map(({ request }) => request),
    });
    agreed();
    return all;
  });
  attempt(() => {
    const messages = { file: entries.schemas.message, operations: deliveriesOf(service()) };
    mustKnowCompared(orElse(narrowed, () => files)(), messages, needs.sound());
  });
  const lax = orElse(
    narrowed,
    orElse(ruled, () => files),
  );
  const formed = attempt(() => withNumberForm(lax(), description, service()));
  const documentTypes = attempt(() => readDocumentTypes(description));
  const errorCodes = attempt(() => readErrorCodes(description));
  const ownErrors = attempt(() => readOwnErrors(description));
  const decreeDays = attempt(() => readCalendar(description));
  attempt(() => {
    mustTellApart(description, uses());
  });
  attempt(() => {
    mustHoldContent(description, roles(), uses());
  });
  const { view } = entries.schemas;
  const inLast = orElse(formed, lax);
  const seen = attempt(() => (view === undefined ? withView(inLast(), entries.roles) : { files: inLast(), view }));
  return together<Statement>({
    files: () => orElse(seen, () => ({ files: inLast(), view: '' }))().files,
    view: () => ({ file: seen().view, isDerived: view === undefined }),
    description: () => description,
    ...{ service, roles, uses, duplicate, tables, ownRules },
    rules: () => withFileRules(withTableRules(ownRules(), roles(), tables()), roles()),
    needed: () => needs.whole().map(({ needed }) => needed),
    ...{ documentTypes, errorCodes, ownErrors, decreeDays },
    limits: () => limits,
  });
};
