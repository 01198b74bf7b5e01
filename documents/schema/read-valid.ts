import type { Catalog } from '#xml/schema/catalog';
import type { SchemaModel } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { checkSchema } from './validity/check-schema.ts';
import { createCheck } from './values/check.ts';

/**
 * Reads a schema of one or more documents and checks it, so that whatever is wrong with it shows before the first document.
 * `files` holds the documents by relative name or by the names that the catalogue gives; nothing is looked for elsewhere. Throws `SchemaError` with construct, file and line.
 */
export const readValidSchema = (
  files: ReadonlyMap<string, Uint8Array>,
  entry: string,
  catalog?: Catalog,
): SchemaModel => {
  const model = readSchema(files, entry, catalog);
  checkSchema(model, createCheck());
  return model;
};
