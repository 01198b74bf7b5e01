import type { Contract, Decoding, Role } from '#contract/contract';
import { meaningOf } from '#contract/roles/meaning';
import type { QName } from '#xml/qname';
import { compileXPath, type XPath } from '#xml/xpath';

/** A role whose XPath is ready to run. */
export interface CompiledRole {
  readonly name: string;
  readonly xpath: XPath;
  readonly decode: Decoding | undefined;
  /** What a text that was found means. */
  readonly meaning: (text: string) => string;
  readonly payload: CompiledPayload | undefined;
  readonly lists: readonly (readonly [name: string, values: ReadonlySet<string>])[];
  readonly roles: readonly CompiledRole[];
}

/** What a payload must be, and the roles in it. */
export interface CompiledPayload {
  readonly schema: string;
  readonly root: QName;
  readonly roles: readonly CompiledRole[];
}

/** Compiles the roles of a contract, sub-roles and payloads included; throws `XPathError` for an XPath that does not compile. */
export const compileRoles = (contract: Contract): readonly CompiledRole[] =>
  contract.roles.map((role) => compileRole(role, contract));

const compileRole = (role: Role, contract: Contract): CompiledRole => ({
  name: role.name,
  xpath: compileXPath(role.at, contract.namespaces),
  decode: role.decode,
  meaning: (text) => meaningOf(role, text),
  payload: role.payload && {
    schema: role.payload.schema,
    root: role.payload.root,
    roles: role.payload.roles.map((inner) => compileRole(inner, contract)),
  },
  lists: Object.entries(role.lists).map(([name, list]) => [name, new Set(contract.codeLists.get(list))]),
  roles: role.roles.map((inner) => compileRole(inner, contract)),
});

/** Frees what compiled roles hold. */
export const disposeRoles = (roles: readonly CompiledRole[]): void => {
  for (const role of roles) {
    role.xpath.dispose();
    disposeRoles(role.roles);
    disposeRoles(role.payload?.roles ?? []);
  }
};
