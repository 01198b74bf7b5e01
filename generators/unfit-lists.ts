import type { Contract, Role } from '#contract/contract';
import { listOn } from '#contract/roles/listed';
import { textTypeOf } from '#documents/path/declared-text';
import { createCheck } from '#documents/schema/values/check';
import type { Place } from '#xml/place';
import { allRoles } from './draft/role-schema.ts';
import type { Workshop } from './workshop.ts';

/** A list that can't be that of its role, and where the contract names it. */
export interface Unfit {
  readonly place: Place;
  readonly sentence: string;
}

/** Lists of roles of which the schema takes no value at all: names where the form is one of codes. */
export const unfitListsIn = (
  contract: Contract,
  { declarations, wire }: Pick<Workshop, 'declarations' | 'wire'>,
  today: string,
): readonly Unfit[] => {
  const check = createCheck();
  return allRoles(contract.roles).flatMap(({ path, role }) => {
    const types = declarations(path).flatMap((one) => textTypeOf(one) ?? []);
    const lists = Object.values(role.lists);
    const values = lists.flatMap((list) => listOn(contract, list, today) ?? []);
    const isTaken = (value: string): boolean => types.some((type) => check(type, wire(path, value)) !== 'no');
    if (types.length === 0 || values.length === 0 || values.some(isTaken)) return [];
    return [unfit(role, path, lists.slice(0, 3).join(', '))];
  });
};

const unfit = ({ place }: Role, path: string, lists: string): Unfit => ({
  place,
  sentence: `role ${path} has values of ${lists}, and the schema takes none of them there; give the role a list of what stands there, or codes that the names are written with`,
});
