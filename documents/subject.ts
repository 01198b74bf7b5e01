import type { SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { documentText } from './schema/document-text.ts';
import type { SchemaOptions } from './schema/options.ts';
import { readValidSchema } from './schema/read-valid.ts';
import { createShared } from './schema/shared.ts';
import { createJudge, silentJudge, type Judge } from './judge/judge.ts';
import { isTooMuch } from './judge/libxml-work.ts';
import type { RuleJudge } from './rules/document-rule.ts';
import type { SchemaFiles } from './load/schema-files.ts';

/** A schema that documents are made of, who judges them, and the rules that they keep besides. */
export interface Subject {
  readonly model: SchemaModel;
  readonly judge: Judge;
  readonly rules: RuleJudge | undefined;
  /** How documents are shaped. */
  readonly options: SchemaOptions;
}

/** Reads a schema whole and compiles it for libxml2; throws `SchemaError` for what is not understood. */
export const createSubject = (schema: SchemaFiles, options: SchemaOptions = {}): Subject => {
  const model = readValidSchema(schema.files, schema.entry, schema.catalog);
  const read = new Set(model.files);
  const files = new Map([...schema.files].filter(([name]) => read.has(name)));
  return {
    model,
    judge: isTooMuch(model) ? silentJudge(tooLong) : createJudge({ ...schema, files }),
    rules: undefined,
    options: { shared: createShared(), ...options },
  };
};

const tooLong = 'libxml2 would need too long or too much memory to compile the content models of the schema';

/** The global elements that can be the root of a document, in the order of the schema. */
export const rootsOf = ({ elements }: SchemaModel): readonly QName[] =>
  [...elements.values()].filter(({ abstract }) => !abstract).map(({ name }) => name);

/** A document as bytes, in the usual way of writing. */
export const bytesOf = ({ model }: Pick<Subject, 'model'>, tree: XmlElement): Uint8Array =>
  Buffer.from(documentText(model, tree));

/** A root for people. */
export const rootText = (root: QName): string => keyOf(root);
