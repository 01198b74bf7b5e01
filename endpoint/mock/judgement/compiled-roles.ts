import type { Contract, Decoding, PayloadXml, Role } from '#contract/contract';
import { compileXPath, type CompiledXPath } from './xpath-engine.ts';

/** A role with everything it needs ready. */
export interface CompiledRole {
  readonly name: string;
  readonly find: CompiledXPath;
  readonly decode: Decoding | undefined;
  /** Words by the code that stands for them, and whether that is the name of a type. */
  readonly codes: Role['codes'];
  readonly told: Role['told'];
  readonly payload: CompiledPayload | undefined;
  readonly lists: readonly CompiledList[];
  readonly roles: readonly CompiledRole[];
}

/** A code list under the name that the view gives it. */
export interface CompiledList {
  readonly name: string;
  readonly values: ReadonlySet<string>;
}

export interface CompiledPayload {
  readonly xml: PayloadXml;
  readonly roles: readonly CompiledRole[];
}

/** The roles of a contract, in its order. */
export const compileRoles = (contract: Contract): readonly CompiledRole[] =>
  contract.roles.map((role) => compileRole(contract, role));

const compileRole = (contract: Contract, role: Role): CompiledRole => ({
  name: role.name,
  find: compileXPath(role.at, contract.namespaces),
  decode: role.decode,
  codes: role.codes,
  told: role.told,
  payload: role.payload && {
    xml: role.payload,
    roles: role.payload.roles.map((inner) => compileRole(contract, inner)),
  },
  lists: Object.entries(role.lists).map(([name, id]) => ({ name, values: new Set(contract.codeLists.get(id)) })),
  roles: role.roles.map((inner) => compileRole(contract, inner)),
});
