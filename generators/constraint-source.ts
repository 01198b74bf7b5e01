import { operationFor } from '#contract/deliveries';
import type { Contract } from '#contract/contract';
import { createTable } from '#documents/table';
import type { QName } from '#xml/qname';
import { constraintsOf } from '#xml/schema/constraints';
import type { Circumstances } from './circumstances.ts';
import { allRoles } from './draft/role-schema.ts';

/** Which document of a delivery a schema binds. */
export interface ConstraintSource {
  readonly schema: string;
  /** The root of the payload, or of the request of a document type. */
  readonly rootOf: (documentType: string) => QName;
  /** Path of the role whose payload it is; undefined for the request. */
  readonly payload: string | undefined;
}

const sources = createTable<Contract, ReadonlyMap<string, ConstraintSource>>();

/** Where each constraint of a contract's schemas binds, by its id; the request goes before the payloads. */
export const constraintSources = (circumstances: Circumstances): ReadonlyMap<string, ConstraintSource> =>
  sources(circumstances.workshop, circumstances.contract, () => {
    const { contract, workshop } = circumstances;
    const request = {
      schema: contract.schemas.message,
      rootOf: (documentType: string): QName => operationFor(contract.service, documentType).request,
      payload: undefined,
    };
    const payloads = allRoles(contract.roles).flatMap(({ path, role: { payload } }) =>
      payload === undefined ? [] : [{ schema: payload.schema, rootOf: () => payload.root, payload: path }],
    );
    const all = [...payloads.toReversed(), request];
    return new Map(
      all.flatMap((source) => constraintsOf(workshop.modelOf(source.schema)).map(({ id }) => [id, source] as const)),
    );
  });
