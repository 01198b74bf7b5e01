import { join, resolve } from 'node:path';
import { type Contract } from './contract.ts';
import { attempt, gather, type Gathered } from './folder/attempt.ts';
import { ContractError, wholeFile } from './folder/contract-error.ts';
import { type Description, readDescription } from './description/description.ts';
import { readTables } from './description/tables.ts';
import { digestOf } from './folder/digest.ts';
import { descriptionFile, readFolder } from './folder/folder.ts';
import { usePlaces } from './roles/read-uses.ts';
import { isConfirmed, type Policy, shippedPolicy, signatureFile } from './grounds/policy.ts';
import { unconfirmed } from './grounds/unconfirmed.ts';
import { readStatement, type Statement } from './statement.ts';
import { rememberedBy } from './folder/remembered.ts';
import { holdAgainstSchemas } from './witness.ts';

/**
 * Reads a contract folder whole; throws `ContractError` with file, line and remedy for the first thing that is broken. What
 * it says is confirmed is so only where the policy of KOOP has it.
 */
export const readContract = (directory: string, policy = shippedPolicy()): Contract => read(directory, policy, true);

/** Reads a contract folder as `readContract` does, and tells all that is broken in it. */
export const gatherContract = (directory: string): Gathered<Contract> => gather(() => readContract(directory));

/** The same without its examples. */
export const gatherWithoutExamples = (directory: string): Gathered<Contract> =>
  gather(() => readWithoutExamples(directory));

/** What is open in a folder and its tables, as far as they can be read. */
export const readOpen = (directory: string): Pick<Contract, 'open' | 'tables'> => {
  const files = readFolder(resolve(directory));
  const bytes = files.get(descriptionFile);
  const none: Contract['tables'] = new Map();
  const described = gather(() => readDescription(descriptionFile, bytes ?? new Uint8Array())).read;
  if (described === undefined) return { open: [], tables: none };
  return { open: openIn(described), tables: gather(() => readTables(described, files)).read ?? none };
};

const openIn = ({ entries, placeOf }: Description): Contract['open'] =>
  (entries.open ?? []).map((one, index) => ({ ...one, place: placeOf('open', index) }));

/** Reads a folder whose examples are still to be made. */
export const readWithoutExamples = (directory: string): Contract => read(directory, shippedPolicy(), false);

/** Reads files that lie in no folder, of which no code can be loaded; throws `ContractError` as for a folder. */
export const readContractIn = (files: ReadonlyMap<string, Uint8Array>): Contract => ({
  ...contractIn({ path: '', all: files, policy: shippedPolicy(), hasExamples: false }),
  faces: undefined,
});

/** Reading takes a third of a second, and one process may need a contract many times. */
const remembered = rememberedBy<Contract>();

const read = (directory: string, policy: Policy, hasExamples: boolean): Contract => {
  const path = resolve(directory);
  const all = readFolder(path);
  return remembered([path, String(hasExamples), JSON.stringify(policy)], all, () =>
    contractIn({ path, all, policy, hasExamples }),
  );
};

interface Folder {
  readonly path: string;
  readonly all: ReadonlyMap<string, Uint8Array>;
  readonly policy: Policy;
  readonly hasExamples: boolean;
}

const contractIn = ({ path, all, policy, hasExamples }: Folder): Contract => {
  const files = new Map([...all].filter(([name]) => name !== signatureFile));
  const bytes = files.get(descriptionFile);
  if (bytes === undefined) throw new ContractError(wholeFile(descriptionFile), 'the file is gone; put it back');
  const statement = readStatement(readDescription(descriptionFile, bytes), files);
  const digest = digestOf(files);
  const held = attempt(() => holdAgainstSchemas(statement, hasExamples));
  const contract = { directory: path, digest, ownFiles: files, ...said(statement, path), ...held() };
  return isConfirmed(policy, digest, all.get(signatureFile)) ? contract : unconfirmed(contract);
};

type Said = Omit<
  Contract,
  'directory' | 'digest' | 'ownFiles' | 'constraints' | 'codeLists' | 'wireNames' | 'otherOperations'
>;

const said = (statement: Statement, directory: string): Said => {
  const {
    description,
    documentTypes,
    duplicate,
    errorCodes,
    decreeDays,
    files,
    limits,
    needed,
    ownErrors,
    roles,
    rules,
    service,
    tables,
    uses,
  } = statement;
  const { contract, namespaces, provenance, schemas, title } = description.entries;
  const { message, rules: ruleFile, faces } = schemas;
  return {
    id: contract,
    title,
    provenance,
    confirmed: provenance.standing === 'confirmed',
    namespaces,
    service,
    schemas: { message, view: statement.view.file, rules: ruleFile },
    ...{ documentTypes, duplicate, errorCodes, ownErrors, decreeDays, files, limits, needed, roles, tables, uses },
    open: openIn(description),
    usePlaces: usePlaces(description),
    rules: rules.rules,
    ruleNamespaces: rules.namespaces,
    faces: faces === undefined ? undefined : join(directory, faces),
  };
};
