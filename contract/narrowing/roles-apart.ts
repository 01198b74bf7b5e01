import type { Role } from '../contract.ts';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { rolePaths } from './role-paths.ts';
import { placed } from './row-tree.ts';
import type { DescriptionRow } from './rows.ts';

/** Throws `ContractError` for each row by which a role finds nothing: uses and rules ask for it. */
export const mustLeaveRoles = (rows: readonly DescriptionRow[], roles: readonly Role[]): void => {
  const never = rows.filter(({ required }) => required === 'never');
  if (never.length === 0) return;
  const paths = rolePaths(roles);
  attemptEach(never, ({ path, place }) => {
    const name = path.join('/');
    const found = paths.find(({ local }) => local === name || local.startsWith(`${name}/`));
    if (found === undefined) return;
    const role = found.path.at(-1);
    throw new ContractError(
      place,
      `${name} is never there by this row, and role ${role?.name ?? ''} (${placed(role?.place ?? place)}) is found there; correct the row, or take the role out with its uses and rules`,
    );
  });
};
