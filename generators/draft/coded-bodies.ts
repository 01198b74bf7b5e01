import { boundTo } from '#contract/roles/bindings';
import type { Contract, Role } from '#contract/contract';
import type { Use } from '#contract/use';

/** A body as a delivery names it: the roles of its name and of its kind, by their paths. */
export interface BodyRoles {
  readonly role: Role;
  readonly name: string;
  readonly kind: string;
}

const uses: readonly (readonly [name: Use, kind: Use])[] = [
  ['authority', 'authorityKind'],
  ['publisher', 'publisherKind'],
];

/** The bodies of a contract whose code depends on their kind: two of one name are two. */
export const codedBodies = (contract: Contract): readonly BodyRoles[] =>
  uses.flatMap(([nameUse, kindUse]): readonly BodyRoles[] => {
    const [name, kind] = [boundTo(contract, nameUse), boundTo(contract, kindUse)];
    const role = name?.roles.at(-1);
    if (name === undefined || kind === undefined || role === undefined || role.kinds.size === 0) return [];
    return [{ role, name: name.path, kind: kind.path }];
  });

/** The code of a body of a kind; undefined where there is none. */
export const codeOfKind = ({ codes, kinds }: Role, name: string, kind: string): string | undefined =>
  [...codes].find(([code, word]) => word === name && kinds.get(code) === kind)?.[0];
