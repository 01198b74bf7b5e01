import type { Contract, Role } from '#contract/contract';
import { isOfKind } from '#contract/roles/listed';
import type { Place } from '#xml/place';
import { textTypeOf } from '#documents/path/declared-text';
import { hasLexicalRule } from '#xml/schema/lexical';
import type { SimpleType } from '#xml/schema/model';
import { allRoles } from './draft/role-schema.ts';
import type { Workshop } from './workshop.ts';

/** Why little can be wrong in deliveries of a contract. */
export interface Lax {
  readonly place: Place;
  readonly sentence: string;
}

/** What makes tests of a contract empty: roles that take any text, where they are most. */
export const laxRolesIn = (
  { roles, tables }: Contract,
  { declarations }: Pick<Workshop, 'declarations'>,
): readonly Lax[] => {
  const textual = allRoles(roles).filter(
    ({ role }) => role.decode === undefined && role.told === undefined && !role.isNone,
  );
  const isLax = (path: string): boolean => {
    const reached = declarations(path);
    return reached.length > 0 && reached.map(textTypeOf).every((type) => type === undefined || takesAnything(type));
  };
  const lax = textual.filter(({ path, role }) => !isNarrowed({ tables }, role) && isLax(path)).map(({ path }) => path);
  const [first] = textual;
  if (first === undefined || lax.length <= textual.length / 2) return [];
  const which =
    textual.length === 1
      ? 'the one role of text takes any'
      : `${String(lax.length)} of ${String(textual.length)} roles take any text`;
  const sentence = `${which} (${lax.slice(0, 8).join(', ')}), so little can be wrong in deliveries; say in a description what may stand there (docs/contract-folder.md), or give roles values`;
  return [{ place: first.role.place, sentence }];
};

/** A table of kinds tells values apart and keeps none out. */
const isNarrowed = (contract: Pick<Contract, 'tables'>, { values, codes, lists }: Role): boolean =>
  values !== undefined || codes.size > 0 || Object.values(lists).some((list) => !isOfKind(contract, list));

/** Text of any kind, without a length or a pattern. */
const takesAnything = (type: SimpleType): boolean =>
  type.variety === 'atomic' && !hasLexicalRule(type) && facetsOf(type) === 0;

const facetsOf = ({ base, facets }: SimpleType): number =>
  facets.filter(({ kind }) => kind !== 'whiteSpace').length + (base === undefined ? 0 : facetsOf(base));
