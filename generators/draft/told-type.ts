import { operationFor } from '#contract/deliveries';
import { boundTo } from '#contract/roles/bindings';
import { codeOf } from '#contract/roles/meaning';
import type { Role } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { declarationsAt, nameOf, type Reached } from '#documents/path/declarations-at';
import { typesFor } from '#documents/schema/alternatives';
import { substitutesOf } from '#xml/schema/declarations';
import type { ElementDeclaration, SchemaModel, Type } from '#xml/schema/model';
import { parsePath } from '#xml/simple-path';
import type { Circumstances } from '../circumstances.ts';
import { rootOf } from './role-schema.ts';

/** Ids of what must stand in a delivery, and must not, for it to be of a document type. */
export interface Told {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** What tells a document type where no text does; nothing where a text does. Throws `ContractError` for one that nothing can tell. */
export const told = (circumstances: Pick<Circumstances, 'contract' | 'workshop'>, documentType: string): Told => {
  const role = boundTo(circumstances.contract, 'documentType')?.roles.at(-1);
  if (role?.told === undefined) return { present: [], absent: [] };
  const [wanted, others] = [codeOf(role, documentType), otherCodes(circumstances, role, documentType)];
  const all =
    role.told.by === 'element'
      ? elementsAt(circumstances, documentType, role.told.at)
      : typesAt(circumstances, documentType, role.told.at);
  const own = all.filter(({ name }) => name === wanted);
  if (own.length === 0 && role.told.at === '.')
    throw new ContractError(
      role.place,
      `deliveries of ${documentType} are ${all[0]?.name ?? ''}, which says another document type; give ${documentType} an operation of its own (documentTypes[].deliver), or say with codes what stands for it`,
    );
  if (own.length === 0)
    throw new ContractError(
      role.place,
      `nothing at "${role.told.at}" is called "${wanted}", so no ${documentType} can be made; correct the path of role ${role.name}, or say with codes what stands for ${documentType}`,
    );
  return {
    present: own.flatMap(({ trail, id }) => [...trail, id]),
    absent: all.filter(({ name }) => others.includes(name)).map(({ id }) => id),
  };
};

const otherCodes = (
  { contract }: Pick<Circumstances, 'contract'>,
  role: Role,
  documentType: string,
): readonly string[] =>
  contract.documentTypes.flatMap(({ name }) => (name === documentType ? [] : [codeOf(role, name)]));

/** An element or a type by its local name, with the elements on the way to it. */
interface Named {
  readonly name: string;
  readonly id: string;
  readonly trail: readonly string[];
}

const reachedAt = (
  { contract, workshop }: Pick<Circumstances, 'contract' | 'workshop'>,
  documentType: string,
  at: string,
): readonly Reached[] => {
  const model = workshop.modelOf(contract.schemas.message);
  const root = rootOf(model, operationFor(contract.service, documentType).request);
  return declarationsAt(model, { declaration: root, trail: [] }, parsePath(at, contract.namespaces) ?? []);
};

const trailOf = ({ trail, types = [] }: Reached): readonly string[] => [...trail, ...types].map(({ id }) => id);

const modelFor = ({ contract, workshop }: Pick<Circumstances, 'contract' | 'workshop'>): SchemaModel =>
  workshop.modelOf(contract.schemas.message);

/** The elements of a path, and those that may stand in for them. */
const elementsAt = (
  circumstances: Pick<Circumstances, 'contract' | 'workshop'>,
  documentType: string,
  at: string,
): readonly Named[] => {
  const model = modelFor(circumstances);
  return reachedAt(circumstances, documentType, at).flatMap((one): readonly Named[] => {
    const { declaration } = one;
    const trail = trailOf(one);
    const own = { name: nameOf(one).name, id: declaration.id, trail };
    if (declaration.kind === 'use') return [own];
    const members = substitutesOf(model, declaration).map((member) => ({
      name: member.name.name,
      id: member.id,
      trail: [...trail, declaration.id],
    }));
    return [own, ...members];
  });
};

/** The types that the element at a path may have. */
const typesAt = (
  circumstances: Pick<Circumstances, 'contract' | 'workshop'>,
  documentType: string,
  at: string,
): readonly Named[] => {
  const model = modelFor(circumstances);
  const isElement = (one: Reached): one is Reached & { readonly declaration: ElementDeclaration } =>
    one.declaration.kind === 'element';
  return reachedAt(circumstances, documentType, at)
    .filter(isElement)
    .flatMap((one) =>
      typesFor(model, one.declaration).map((type: Type) => ({
        name: type.name?.name ?? '',
        id: type.id,
        trail: [...trailOf(one), one.declaration.id],
      })),
    );
};
