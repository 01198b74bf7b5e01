import type { Role } from '../contract.ts';

/** A role with those around it, outermost first. */
export type RolePath = readonly Role[];

/** A role by the local names of its place. */
export interface LocalPath {
  readonly local: string;
  readonly path: RolePath;
}

/** All roles of messages, with where they stand, outer ones first. */
export const rolePaths = (roles: readonly Role[], around: RolePath = []): readonly LocalPath[] =>
  roles.flatMap((role) => {
    const path = [...around, role];
    return [{ local: localPath(path), path }, ...rolePaths(role.roles, path)];
  });

const localPath = (path: RolePath): string => path.map(({ at }) => at.replace(/(^|\/)(@?)[\w.-]+:/g, '$1$2')).join('/');
