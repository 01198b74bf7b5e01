import type { Place } from '#xml/place';
import { parsePath } from '#xml/simple-path';
import type { Uses } from '../contract.ts';
import { ContractError } from '../folder/contract-error.ts';
import type { Namespaces } from '../folder/qname.ts';
import { boundTo } from '../roles/bindings.ts';
import type { FoundRole } from '../roles/role-finding.ts';
import { allUses, type Use } from '../use.ts';

/** What uses are held against. */
export interface Apart {
  readonly found: readonly FoundRole[];
  readonly namespaces: Namespaces;
  readonly places: Readonly<Record<Use, Place>>;
}

/** Throws `ContractError` where one place in the examples stands for two uses, which can't be filled with both. */
export const mustStandApart = (uses: Uses, { found, namespaces, places }: Apart): void => {
  const taken = new Map<string, Use>();
  for (const use of allUses) {
    const role = plainRoleOf(use, uses, namespaces);
    for (const node of new Set(found.filter((one) => one.role === role).map(pathOf))) {
      const other = taken.get(node);
      if (other !== undefined)
        throw new ContractError(
          places[use],
          `uses.${use} and uses.${other} are one place (${node}), and one value can't be both; bind each to a place of its own, or make one of them none`,
        );
      taken.set(node, use);
    }
  }
};

/** Of a role that is computed or chosen by a predicate names don't tell the place. */
const plainRoleOf = (use: Use, uses: Uses, namespaces: Namespaces) => {
  const roles = boundTo({ uses }, use)?.roles ?? [];
  return roles.every(({ at }) => parsePath(at, namespaces) !== undefined) ? roles.at(-1) : undefined;
};

const pathOf = ({ path, attribute }: FoundRole): string =>
  [...path.map(({ name }) => name), ...(attribute === undefined ? [] : [`@${attribute.name}`])].join('/');
