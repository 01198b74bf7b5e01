import type { Contract, Decoding, Role } from '#contract/contract';
import { listOn } from '#contract/roles/listed';
import { meaningOf } from '#contract/roles/meaning';
import type { QName } from '#xml/qname';
import { compileXPath, type XPath } from '#xml/xpath';
import { type ChildPath, childPathOf } from './child-path.ts';

/** A role whose XPath is ready to run. */
export interface CompiledRole {
  readonly name: string;
  readonly xpath: XPath;
  /** The same where it only names children. */
  readonly children: ChildPath | undefined;
  readonly decode: Decoding | undefined;
  /** What a text that was found means. */
  readonly meaning: (text: string) => string;
  readonly payload: CompiledPayload | undefined;
  readonly lists: readonly (readonly [name: string, holds: (value: string, today: string) => boolean])[];
  readonly roles: readonly CompiledRole[];
  /** Where the name and the media type of its file stand, from the node around. */
  readonly beside: { readonly name: XPath | undefined; readonly mediaType: XPath | undefined };
}

/** What a payload must be, and the roles in it. */
export interface CompiledPayload {
  readonly schema: string;
  readonly root: QName;
  readonly roles: readonly CompiledRole[];
}

/** Compiles the roles of a contract, sub-roles and payloads included; throws `XPathError` for an XPath that does not compile. */
export const compileRoles = (contract: Contract): readonly CompiledRole[] => compileAll(contract.roles, contract);

const compileAll = (roles: readonly Role[], contract: Contract): readonly CompiledRole[] =>
  roles.map((role) => {
    const find = (name: string | undefined): XPath | undefined => {
      const beside = roles.find((one) => one.name === name);
      return beside && compileXPath(beside.at, contract.namespaces);
    };
    const beside = { name: find(role.beside.name), mediaType: find(role.beside.mediaType) };
    return { ...compileRole(role, contract), beside };
  });

const compileRole = (role: Role, contract: Contract): Omit<CompiledRole, 'beside'> => ({
  name: role.name,
  xpath: compileXPath(role.at, contract.namespaces),
  children: childPathOf(role.at, contract.namespaces),
  decode: role.decode,
  meaning: (text) => meaningOf(role, text),
  payload: role.payload && {
    schema: role.payload.schema,
    root: role.payload.root,
    roles: compileAll(role.payload.roles, contract),
  },
  lists: [
    ...Object.entries(role.lists),
    ...(role.values === undefined ? [] : [[role.values, role.values] as const]),
  ].map(([name, list]) => [name, holderOf(contract, list)]),
  roles: compileAll(role.roles, contract),
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

/** The roles that lead to documents in payloads, and of each what leads on. */
export const towardsPayloads = (roles: readonly CompiledRole[]): readonly CompiledRole[] =>
  roles.filter(leads).map(({ payload, ...role }) => ({
    ...role,
    roles: towardsPayloads(role.roles),
    payload: payload && { ...payload, roles: towardsPayloads(payload.roles) },
  }));

const leads = ({ payload, roles }: CompiledRole): boolean => payload !== undefined || roles.some(leads);

/** Frees what compiled roles hold. */
export const disposeRoles = (roles: readonly CompiledRole[]): void => {
  for (const role of roles) {
    role.xpath.dispose();
    role.beside.name?.dispose();
    role.beside.mediaType?.dispose();
    disposeRoles(role.roles);
    disposeRoles(role.payload?.roles ?? []);
  }
};
