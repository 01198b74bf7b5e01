import { operationFor } from '#contract/deliveries';
import type { Contract } from '#contract/contract';
import { createShared, type Shared } from '#documents/schema/shared';
import { readSchema } from '#xml/schema/read';
import { roleDeclarationsOf, rootOf, type ModelOf, type RoleDeclarations } from './draft/role-schema.ts';
import { rolesOf, type RootDeclaration, type Roles } from './draft/roles.ts';
import { wireTextOf, type WireText } from './draft/wire-text.ts';

/** What is worked out once for a contract; tables keep more with it. */
export interface Workshop {
  readonly modelOf: ModelOf;
  readonly declarations: RoleDeclarations;
  /** How what a role says is written. */
  readonly wire: WireText;
  readonly roles: Roles;
  /** What all documents of the contract share. */
  readonly shared: Shared;
}

/** The workshop of a contract. */
export const createWorkshop = (contract: Contract): Workshop => {
  const modelOf: ModelOf = remembered((schema) => readSchema(contract.files, schema));
  const declarations = remembered(roleDeclarationsOf(contract, modelOf));
  const rootFor: RootDeclaration = (payload, documentType) =>
    payload === undefined
      ? rootOf(modelOf(contract.schemas.message), operationFor(contract.service, documentType).request)
      : rootOf(modelOf(payload.schema), payload.root);
  const wire = wireTextOf(contract, declarations);
  return {
    modelOf,
    declarations,
    wire,
    roles: rolesOf(contract, rootFor, wire),
    shared: createShared(),
  };
};

/** A function that works out what it gives for a text once. */
const remembered = <Value>(work: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text) ?? { value: work(text) };
    known.set(text, found);
    return found.value;
  };
};
