import { posix } from 'node:path';
import { attributeOf, elementsOf } from '#xml/tree';
import { readSchema } from '#xml/schema/read';
import { SchemaError } from '#xml/schema/schema-error';
import { type SchemaModel } from '#xml/schema/model';
import { compileSchema, type Validator } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { bytesOf, type Files } from '../folder/file-names.ts';
import { fromXml, parseFile } from '../folder/parse-file.ts';

/** A schema of the folder, compiled and read. */
export interface Schema {
  readonly model: SchemaModel;
  readonly validator: Validator;
}

/** The schemas of a folder, each compiled once; `dispose` frees them all. */
export interface Schemas {
  /** The schema in this file; `place` is where the contract names it. Throws `ContractError`. */
  readonly at: (file: string, place: Place) => Schema;
  readonly dispose: () => void;
}

/** Opens the schemas of a folder. */
export const openSchemas = (files: Files): Schemas => {
  const open = new Map<string, Schema>();
  return {
    at: (file, place) => {
      const schema = open.get(file) ?? openSchema(file, files, place);
      open.set(file, schema);
      return schema;
    },
    dispose: () => {
      for (const { validator } of open.values()) validator.dispose();
    },
  };
};

const openSchema = (file: string, files: Files, place: Place): Schema => {
  mustBeWhole(file, files, { place, seen: new Set() });
  // Read first: libxml2 only warns of an include that is not there.
  const model = read(file, files);
  return { model, validator: compile(file, files) };
};

/** Every file that a schema includes or imports by a relative name must be there: an import is but a hint to XSD. */
const mustBeWhole = (file: string, files: Files, { place, seen }: { place: Place; seen: Set<string> }): void => {
  if (seen.has(file)) return;
  seen.add(file);
  for (const child of elementsOf(parseFile(file, bytesOf(file, files, place)))) {
    const location = child.namespace === xsd ? attributeOf(child, 'schemaLocation') : undefined;
    if (location === undefined || /^[a-z][a-z0-9+.-]*:/i.test(location)) continue;
    mustBeWhole(posix.join(posix.dirname(file), location), files, { place: { file, line: child.line ?? 0 }, seen });
  }
};

const xsd = 'http://www.w3.org/2001/XMLSchema';

const compile = (file: string, files: Files): Validator => {
  try {
    return compileSchema(files, file);
  } catch (error) {
    if (error instanceof XmlError) throw fromXml(file, error, 'the schema does not compile');
    throw error;
  }
};

const read = (file: string, files: Files): SchemaModel => {
  try {
    return readSchema(files, file);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const reason = error.message.replace(/^[^:]*:\d+: /, '');
    const remedy = reason.includes(';') ? '' : '; correct it';
    throw new ContractError(error, `the schema can't be used: ${reason}${remedy}`, error);
  }
};
