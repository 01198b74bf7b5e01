import type { PayloadXml, Role } from '../contract.ts';
import type { Place } from '#xml/place';

/** A payload with the place of the role that holds it. */
export interface PlacedPayload extends PayloadXml {
  readonly place: Place;
}

/** Every payload of the roles, those inside payloads included; one for each schema and root. */
export const payloadsOf = (roles: readonly Role[]): readonly PlacedPayload[] => {
  const all = roles.flatMap(({ payload, place, roles: inner }): readonly PlacedPayload[] => [
    ...payloadsOf(inner),
    ...(payload === undefined ? [] : [{ ...payload, place }, ...payloadsOf(payload.roles)]),
  ]);
  const keys = all.map(keyOf);
  return all.filter((payload, index) => keys.indexOf(keyOf(payload)) === index);
};

const keyOf = ({ schema, root }: PayloadXml): string => `${schema} ${root.namespace} ${root.name}`;
