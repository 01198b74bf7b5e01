import type { Binding, Contract, Role } from '../contract.ts';
import type { Use } from '../use.ts';

/** The role that a use is bound to; undefined where deliveries have no such thing, and where nothing is said of it. */
export const boundTo = ({ uses }: Pick<Contract, 'uses'>, use: Use): Binding | undefined => {
  const said = uses[use];
  return said === 'none' ? undefined : said;
};

/** The path of the role that a use is bound to. */
export const pathOf = (contract: Pick<Contract, 'uses'>, use: Use): string | undefined => boundTo(contract, use)?.path;

/** Roles inside a role: those of its payload where it has one. */
export const rolesBelow = (role: Role): readonly Role[] => role.payload?.roles ?? role.roles;

/** The roles that stand inside a payload, and the one that holds it; undefined for a role of the message itself. */
export const payloadAround = ({ roles }: Binding): Role | undefined =>
  roles.slice(0, -1).findLast(({ payload }) => payload !== undefined);
