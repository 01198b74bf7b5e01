import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';
import { XmlGaveUp } from '#xml/xml-error';
import { documentText } from './document-text.ts';

/** Judges trees with libxml2. */
export interface SchemaOracle {
  readonly judge: (tree: XmlElement) => 'valid' | 'invalid' | 'unjudgeable';
  readonly dispose: () => void;
}

const encoder = new TextEncoder();

/** Compiles the same schema for libxml2; throws `XmlError` where that does not take it. */
export const createSchemaOracle = (
  model: SchemaModel,
  files: ReadonlyMap<string, Uint8Array>,
  entry: string,
): SchemaOracle => {
  const validator = compileSchema(files, entry);
  return {
    judge: (tree) => {
      try {
        return validator.validate(encoder.encode(documentText(model, tree))).length === 0 ? 'valid' : 'invalid';
      } catch (error) {
        if (error instanceof XmlGaveUp) return 'unjudgeable';
        throw error;
      }
    },
    dispose: validator.dispose,
  };
};
