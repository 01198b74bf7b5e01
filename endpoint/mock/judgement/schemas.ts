import type { Contract } from '#contract/contract';
import type { SchemaModel } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { compileSchema, type Validator } from '#xml/validator';

/** A schema of the contract, ready to judge and to be looked up in. */
export interface Schema {
  readonly model: SchemaModel;
  readonly validator: Validator;
}

/** The schemas of a contract, each compiled once, when it is first asked for. */
export interface Schemas {
  readonly of: (file: string) => Schema;
  readonly dispose: () => void;
}

/** Schemas from the files of the contract's folder. */
export const createSchemas = ({ files }: Contract): Schemas => {
  const compiled = new Map<string, Schema>();
  return {
    of: (file) => {
      const known = compiled.get(file);
      if (known !== undefined) return known;
      const schema = { model: readSchema(files, file), validator: compileSchema(files, file) };
      compiled.set(file, schema);
      return schema;
    },
    dispose: () => {
      for (const { validator } of compiled.values()) validator.dispose();
      compiled.clear();
    },
  };
};
