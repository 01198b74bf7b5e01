import type { Catalog } from '#xml/schema/catalog';

/** Documents of a schema, as they are given to its reader. */
export interface SchemaFiles {
  /** Name of the document that is begun with. */
  readonly entry: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly catalog?: Catalog | undefined;
}
