import { SchemaError } from '#xml/schema/schema-error';
import type { Place } from '#xml/place';

/** Says what in a schema is wrong: the construct, its place and the reason. */
export const refuse = (construct: string, { place }: { readonly place: Place }, reason: string): never => {
  throw new SchemaError(construct, place, reason);
};
