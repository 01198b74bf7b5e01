import type { Contract, Decoding, Role } from '#contract/contract';
import { listOn } from '#contract/roles/listed';
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
  readonly lists: readonly (readonly [name: string, holds: (value: string, today: string) => boolean])[];
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
  lists: [
    ...Object.entries(role.lists),
    ...(role.values === undefined ? [] : [[role.values, role.values] as const]),
  ].map(([name, list]) => [name, holderOf(contract, list)]),
  roles: role.roles.map((inner) => compileRole(inner, contract)),
});

/** Says of values whether a list has them on a day. */
const holderOf = (contract: Contract, list: string): ((value: string, today: string) => boolean) => {
  const days = new Map<string, ReadonlySet<string>>();
  return (value, today) => {
    const values = days.get(today) ?? new Set(listOn(contract, list, today));
    days.set(today, values);
    return values.has(value);
  };
};

/** Frees what compiled roles hold. */
export const disposeRoles = (roles: readonly CompiledRole[]): void => {
  for (const role of roles) {
    role.xpath.dispose();
    disposeRoles(role.roles);
    disposeRoles(role.payload?.roles ?? []);
  }
};
