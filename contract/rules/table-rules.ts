import { holdsFiles } from '../roles/decodings.ts';
import type { Role, Rule } from '../contract.ts';
import type { Table } from '../table.ts';
import { type RuleBook } from './schematron.ts';
import { ownPrefix as prefix, viewNamespace } from './view-roles.ts';

/** The id of the rule that a role holds a value of its table. */
export const tableRuleId = (path: string): string => `${path.replaceAll('/', '.')}-staat-in-tabel`;

/** The rules with one for each role whose values stand in a table. */
export const withTableRules = (
  { rules, namespaces }: RuleBook,
  roles: readonly Role[],
  tables: ReadonlyMap<string, Table>,
): RuleBook => {
  const added = tableRoles(roles).flatMap(({ role, path, context }) => {
    const table = tables.get(role.values ?? '');
    return table === undefined ? [] : [ruleFor({ role, path, context }, table)];
  });
  return added.length === 0
    ? { rules, namespaces }
    : { rules: [...rules, ...added], namespaces: { ...namespaces, [prefix]: viewNamespace } };
};

/** A role with values of its own, its path, and where the view has it. */
interface TableRole {
  readonly role: Role;
  readonly path: string;
  readonly context: string;
}

/** The roles that hold values of a table, outermost first. */
export const tableRoles = (
  roles: readonly Role[],
  around: Pick<TableRole, 'path' | 'context'> = { path: '', context: `/${prefix}:beeld/${prefix}:levering` },
): readonly TableRole[] =>
  roles.flatMap((role): readonly TableRole[] => {
    const path = around.path + role.name;
    const context = `${around.context}/${prefix}:${role.name}`;
    const inside = holdsFiles(role) ? `${context}/${prefix}:bestand` : context;
    return [
      ...(role.values === undefined ? [] : [{ role, path, context }]),
      ...tableRoles(role.roles, { path: `${path}/`, context }),
      ...tableRoles(role.payload?.roles ?? [], { path: `${path}/`, context: inside }),
    ];
  });

const ruleFor = ({ role, path, context }: TableRole, { ground, source }: Table): Rule => ({
  id: tableRuleId(path),
  severity: 'error',
  context,
  test: `@waarde = '' or ${prefix}:lijst = '${role.values ?? ''}'`,
  unless: [],
  lets: [],
  text: {
    nl: `De waarde van ${role.name} staat nu niet in ${role.values ?? ''}. Neem een waarde uit die lijst.`,
    en: `The value of ${role.name} is not in ${role.values ?? ''} at present. Take a value of that list.`,
  },
  place: role.place,
  ground,
  source,
});
