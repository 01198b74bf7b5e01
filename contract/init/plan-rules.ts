import { parseTree } from '#xml/parse';
import type { SchemaModel } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { detailsOf, type RoleEntry } from '../description/description-shape.ts';
import { namedTypesOf } from '../schemas/code-lists.ts';
import type { DocumentTypeDraft, Plan, Shipped } from './blueprint.ts';
import { carriedRules, viewPairs } from './carried-rules.ts';
import { derivedView } from '../view/derived-view.ts';

/** What rules are planned from. */
export interface RuleSource {
  readonly roles: Readonly<Record<string, RoleEntry>>;
  readonly documentTypes: readonly DocumentTypeDraft[];
  readonly model: SchemaModel;
  readonly shipped: Shipped;
}

/** The rules of the shipped contract that a folder can have; their faces come along where all of them do, since these lean on one another. */
const planRules = ({ roles, documentTypes, model, shipped }: RuleSource): Plan['rules'] => {
  const bytes = (name: string): Uint8Array => shipped.files.get(name) ?? new Uint8Array();
  const { rules, message } = shipped.entries.schemas;
  const shippedTypes = shipped.entries.documentTypes.map(({ name }) => name);
  const lists = valuesIn([readSchema(shipped.files, message)]);
  const own = [...valuesIn([model]), ...documentTypes.map(({ name }) => name)];
  const hasLists = Object.values(roles).some((role) => typeof role !== 'string' && typeof role.lists === 'object');
  const rows = [...shipped.tables.values()].flatMap(({ entries }) => entries);
  const kindsOf = (all: typeof rows): readonly string[] => all.flatMap(({ kind }) => kind ?? []);
  const { kept, left } = carriedRules(bytes(rules), {
    pairs: pairsOf(roles),
    shippedPairs: pairsOf(shipped.entries.roles),
    shippedValues: new Set([...lists, ...shippedTypes, ...kindsOf(rows)]),
    values: new Set([...own, ...(hasLists ? lists : []), ...kindsOf(rows.filter(({ value }) => own.includes(value)))]),
  });
  const isSame = shippedTypes.every((name) => documentTypes.some((one) => one.name === name));
  return { kept, left, hasFaces: left.length === 0 && isSame && documentTypes.length === shippedTypes.length };
};

/** The rules of a folder, and its roles without tables of kinds that no rule asks for. */
export const planRuledRoles = (source: RuleSource): Pick<Plan, 'roles' | 'rules'> => {
  const rules = planRules(source);
  return { rules, roles: withoutIdleTables(source, rules) };
};

const withoutIdleTables = (source: RuleSource, { kept }: Plan['rules']): RuleSource['roles'] =>
  Object.keys(source.roles).reduce((roles, name) => {
    const { lists, ...entry } = detailsOf(roles[name] ?? '');
    if (typeof lists !== 'string') return roles;
    const less = { ...roles, [name]: Object.keys(entry).length === 1 ? entry.at : entry };
    return planRules({ ...source, roles: less }).kept.length === kept.length ? less : roles;
  }, source.roles);

const pairsOf = (roles: RuleSource['roles']): ReturnType<typeof viewPairs> =>
  viewPairs(parseTree(Buffer.from(derivedView(roles))));

const valuesIn = (models: readonly SchemaModel[]): readonly string[] =>
  [...namedTypesOf(models).values()].flatMap(({ values }) => values);
