import type { Field, Part } from './drawn-fields.ts';
import type { DrawnFolder } from './drawn-folder.ts';
import { xpathOf } from './names.ts';

/** A role of a drawn contract, with those below it and in its payload. */
export interface RoleTree {
  readonly name: string;
  readonly at: string;
  readonly decode: 'zip' | 'xml' | 'date' | undefined;
  readonly roles: readonly RoleTree[];
  readonly payload: readonly RoleTree[] | undefined;
}

/** The roles of a drawn contract, those of the content in its payload. */
export const rolesOf = (folder: DrawnFolder): readonly RoleTree[] => {
  const inside = rolesIn(folder, 'content', []);
  return rolesIn(folder, 'message', inside);
};

/** The path of the role of a field, as `uses` has it. */
export const rolePathOf = ({ fields }: DrawnFolder, { roles, in: place }: Field): string => {
  const content = place === 'content' ? fields.find(({ part }) => part === 'content') : undefined;
  return [...(content?.roles ?? []), ...roles].map(({ name }) => name).join('/');
};

const rolesIn = (folder: DrawnFolder, place: Field['in'], payload: readonly RoleTree[]): readonly RoleTree[] =>
  folder.fields
    .filter((field) => field.in === place)
    .reduce<readonly RoleTree[]>((roles, field) => withRole(roles, rowOf(folder, field, payload)), []);

const rowOf = (folder: DrawnFolder, field: Field, payload: readonly RoleTree[]): readonly RoleTree[] => {
  let from = 0;
  return field.roles.map(({ name, steps }, index) => {
    const at = xpathOf(folder, field, [from, from + steps]);
    from += steps;
    const isOwn = index === field.roles.length - 1;
    const decode = isOwn ? decodeOf(folder, field.part) : undefined;
    const holds = isOwn && field.part === 'content' ? payload : undefined;
    return { name, at, decode, roles: [], payload: holds };
  });
};

const decodeOf = ({ decode }: DrawnFolder, part: Part): RoleTree['decode'] =>
  part === 'content' ? decode : part === 'publicationDate' ? 'date' : undefined;

const withRole = (roles: readonly RoleTree[], [role, ...rest]: readonly RoleTree[]): readonly RoleTree[] => {
  if (role === undefined) return roles;
  const known = roles.find(({ name }) => name === role.name) ?? role;
  const others = roles.filter(({ name }) => name !== role.name);
  return [...others, { ...known, roles: withRole(known.roles, rest) }];
};
