import { fileRuleId } from '#contract/rules/file-rules';
import { tableRuleId } from '#contract/rules/table-rules';
import type { Contract, Decoding, PayloadXml, Role, Rule } from '#contract/contract';
import { compileXPath, type CompiledXPath } from './xpath-engine.ts';

/** A role with everything it needs ready. */
export interface CompiledRole {
  readonly name: string;
  readonly find: CompiledXPath;
  readonly decode: Decoding | undefined;
  /** Words by the code that stands for them, and whether that is the name of a type. */
  readonly codes: Role['codes'];
  readonly told: Role['told'];
  readonly payload: CompiledPayload | undefined;
  readonly lists: readonly CompiledList[];
  readonly roles: readonly CompiledRole[];
  /** Where the name and the media type of its file stand, from the node around. */
  readonly fileName: CompiledXPath | undefined;
  readonly mediaType: CompiledXPath | undefined;
  /** The table that its values stand in, and the rule that they do. */
  readonly table: { readonly has: CompiledList['has']; readonly rule: Rule } | undefined;
  /** Files that its zip must hold beside a document, and the rule that it does. */
  readonly files: { readonly names: readonly string[]; readonly rule: Rule } | undefined;
}

/** A code list under the name that the view gives it. */
export interface CompiledList {
  readonly name: string;
  readonly has: (value: string, today: string) => boolean;
}

export interface CompiledPayload {
  readonly xml: PayloadXml;
  readonly roles: readonly CompiledRole[];
}

/** The roles of a contract, in its order. */
export const compileRoles = (contract: Contract): readonly CompiledRole[] => compileAll(contract, contract.roles, '');

const compileAll = (contract: Contract, roles: readonly Role[], around: string): readonly CompiledRole[] =>
  roles.map((role) => {
    const find = (name: string | undefined): CompiledXPath | undefined => {
      const beside = roles.find((one) => one.name === name);
      return beside && compileXPath(beside.at, contract.namespaces);
    };
    return {
      ...compileRole(contract, role, around),
      fileName: find(role.beside.name),
      mediaType: find(role.beside.mediaType),
    };
  });

const compileRole = (contract: Contract, role: Role, around: string): Omit<CompiledRole, 'fileName' | 'mediaType'> => ({
  name: role.name,
  find: compileXPath(role.at, contract.namespaces),
  decode: role.decode,
  codes: role.codes,
  told: role.told,
  payload: role.payload && {
    xml: role.payload,
    roles: compileAll(contract, role.payload.roles, `${around}${role.name}/`),
  },
  lists: [
    ...Object.entries(role.lists),
    ...(role.values === undefined ? [] : [[role.values, role.values] as const]),
  ].map(([name, id]) => ({ name, has: hasOf(contract, id) })),
  roles: compileAll(contract, role.roles, `${around}${role.name}/`),
  table: tableOf(contract, role, around),
  files: filesOf(contract, role, around),
});

const filesOf = ({ rules }: Contract, { name, payload }: Role, around: string): CompiledRole['files'] => {
  const rule = rules.find(({ id }) => id === fileRuleId(around + name));
  return payload?.with === undefined || rule === undefined ? undefined : { names: payload.with.names, rule };
};

const tableOf = (contract: Contract, { name, values }: Role, around: string): CompiledRole['table'] => {
  const rule = contract.rules.find(({ id }) => id === tableRuleId(around + name));
  return values === undefined || rule === undefined ? undefined : { has: hasOf(contract, values), rule };
};

/** A table has a value from its first day to its last; a list of a schema has it always. */
const hasOf = ({ codeLists, tables }: Contract, id: string): CompiledList['has'] => {
  const [file = '', kind] = id.split(/#(.*)/s);
  const table = tables.get(id) ?? tables.get(file);
  if (table === undefined) {
    const values = new Set(codeLists.get(id));
    return (value) => values.has(value);
  }
  const isWhole = tables.has(id);
  const own = table.entries.filter((entry) => isWhole || entry.kind === kind);
  const rows = Map.groupBy(own, ({ value }) => value);
  return (value, today) =>
    (rows.get(value) ?? []).some(({ begin = today, end = today }) => begin <= today && end >= today);
};
