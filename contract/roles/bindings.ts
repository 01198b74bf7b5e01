import type { Binding, Contract, Role } from '../contract.ts';
import { didYouMean } from '../texts/nearest.ts';
import type { Use } from '../use.ts';

/** The role that a use is bound to; undefined where deliveries have no such thing, and where nothing is said of it. */
export const boundTo = ({ uses }: Pick<Contract, 'uses'>, use: Use): Binding | undefined => {
  const said = uses[use];
  return typeof said === 'string' ? undefined : said;
};

/** Whether no element says the competent authority: it is whom the certificate of the sender stands for. */
export const takesAuthorityFromCertificate = ({ uses }: Pick<Contract, 'uses'>): boolean =>
  uses.authority === 'certificate';

/** The path of the role that a use is bound to. */
export const pathOf = (contract: Pick<Contract, 'uses'>, use: Use): string | undefined => boundTo(contract, use)?.path;

/** Roles inside a role: those of its payload where it has one. */
export const rolesBelow = (role: Role): readonly Role[] => role.payload?.roles ?? role.roles;

/** The roles that stand inside a payload, and the one that holds it; undefined for a role of the message itself. */
export const payloadAround = ({ roles }: Binding): Role | undefined =>
  roles.slice(0, -1).findLast(({ payload }) => payload !== undefined);

/** The role at a path of names, `content/paragraph`; undefined where there is none. */
export const bindingAt = (roles: readonly Role[], path: string): Binding | undefined => {
  const found = rolesAt(roles, path.split('/'));
  return found && { path, roles: found };
};

const rolesAt = (roles: readonly Role[], [first, ...rest]: readonly string[]): readonly Role[] | undefined => {
  const role = roles.find(({ name }) => name === first);
  if (role === undefined || rest.length === 0) return role && [role];
  const below = rolesAt(rolesBelow(role), rest);
  return below && [role, ...below];
};

/** A hint at the role whose path is nearest to one that is none; empty where none is near. */
export const nearRole = (path: string, roles: readonly Role[]): string => didYouMean(path, pathsOf(roles));

const pathsOf = (roles: readonly Role[], around = ''): readonly string[] =>
  roles.flatMap((role) => [around + role.name, ...pathsOf(rolesBelow(role), `${around}${role.name}/`)]);
