import { deliveriesOf } from '#contract/deliveries';
import type { Contract, Role } from '#contract/contract';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { parsePath } from '#xml/simple-path';
import { declarationsAt, nameOf, type Reached } from '#documents/path/declarations-at';
import { RoleError, roleSteps, type RoleStep } from './role-nodes.ts';

/** The schema of a name in a contract folder, read once. */
export type ModelOf = (schema: string) => SchemaModel;

/** The declarations that a role path can lead to; those inside a payload are reached from its root. */
export type RoleDeclarations = (rolePath: string) => readonly Reached[];

/** Finds declarations by role for a contract; none for a role that is computed. */
export const roleDeclarationsOf = (contract: Contract, modelOf: ModelOf): RoleDeclarations => {
  const message = modelOf(contract.schemas.message);
  const requests = deliveriesOf(contract.service).map(({ request }): Reached => ({
    declaration: rootOf(message, request),
    trail: [],
  }));
  const enter = (payload: NonNullable<Role['payload']>): Reached => ({
    declaration: rootOf(modelOf(payload.schema), payload.root),
    trail: [],
  });
  return (rolePath) => {
    const steps = roleSteps(contract.roles, rolePath);
    return steps.reduce<readonly Reached[]>((reached, step, index) => {
      const payload = steps[index - 1]?.role.payload;
      const from = payload === undefined ? reached : [enter(payload)];
      const within = steps.slice(0, index).findLast(({ role }) => role.payload !== undefined)?.role.payload;
      const model = modelOf(within?.schema ?? contract.schemas.message);
      return from.flatMap((one) => stepFrom(one, step, { contract, model }));
    }, requests);
  };
};

interface Where {
  readonly contract: Contract;
  readonly model: SchemaModel;
}

const stepFrom = (from: Reached, { role, called }: RoleStep, { contract, model }: Where): readonly Reached[] => {
  const path = parsePath(role.at, contract.namespaces);
  if (path === undefined) return [];
  const reached = declarationsAt(model, from, path);
  return called === undefined ? reached : reached.filter((one) => nameOf(one).name === called);
};

/** The declaration of a global element; throws when the schema has none of that name. */
export const rootOf = (model: SchemaModel, name: QName): ElementDeclaration => {
  const declaration = model.elements.get(keyOf(name));
  if (declaration === undefined) {
    throw new RoleError(`${model.entry} declares no element '${name.name}': contract.yaml names it as a root`);
  }
  return declaration;
};

/** Every role of a contract with its role path, outermost first. */
export const allRoles = (
  roles: readonly Role[],
  around = '',
): readonly { readonly path: string; readonly role: Role }[] =>
  roles.flatMap((role) => {
    const path = around + role.name;
    return [{ path, role }, ...allRoles([...role.roles, ...(role.payload?.roles ?? [])], `${path}/`)];
  });
