import { attemptEach } from '../folder/attempt.ts';
import { parseUtf8File } from '../folder/parse-file.ts';
import { ContractError } from '../folder/contract-error.ts';
import { bytesOf, type Files } from '../folder/file-names.ts';
import type { Grounding } from '../grounds/ground.ts';
import { SchemaError } from '#xml/schema/schema-error';
import { readSchema } from '#xml/schema/read';
import type { ElementDeclaration } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { compileSchema } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import { oneLine } from '../folder/parse-file.ts';
import type { Place } from '#xml/place';
import { rootDeclaration } from '../schemas/constraints.ts';
import { type EditableFile, toEditable, withContent, withPart, written } from './editable.ts';
import { namesIn, narrowElement } from './narrow-element.ts';
import { emptyEdits, type Edits } from './edits.ts';
import type { DescriptionRow } from './rows.ts';
import { rowTree } from './row-tree.ts';

/** What a schema is narrowed by. */
export interface Narrowing {
  readonly rows: readonly DescriptionRow[];
  readonly grounding: Grounding;
  /** Where the description is named. */
  readonly place: Place;
}

/** The schema of the messages, and the elements that deliveries are. */
export interface MessageSchema {
  readonly file: string;
  readonly requests: readonly QName[];
  readonly place: Place;
}

/**
 * The files of a folder, of which the schemas say what a description says besides; each keeps its lines. Throws `ContractError` with both
 * places where the two contradict each other.
 */
export const narrowedFiles = (files: Files, schema: MessageSchema, narrowing: Narrowing): Files => {
  const model = modelOf(files, schema);
  if (model === undefined) return files;
  const roots = schema.requests.map((request) => rootDeclaration(model, request, schema.place));
  const originals = new Map(
    model.files.map((file) => {
      const bytes = bytesOf(file, files, schema.place);
      return [file, toEditable(new TextDecoder().decode(bytes), parseUtf8File(file, bytes))] as const;
    }),
  );
  const narrow = (rows: readonly DescriptionRow[]): Files => {
    const edits = emptyEdits(model, originals, narrowing.grounding);
    attemptEach(rowsByRoot(roots, rows), (one) => {
      narrowElement(edits, one.root, rowTree(one.rows));
    });
    const changed = [...originals].flatMap(([file, original]) => {
      const text = textOf(file, original, edits);
      return text === undefined ? [] : [[file, Buffer.from(text)] as const];
    });
    return new Map([...files, ...changed]);
  };
  const all = narrow(narrowing.rows);
  mustCompile(all, schema.file, { ...narrowing, narrow });
  return all;
};

interface RootRows {
  readonly root: ElementDeclaration;
  readonly rows: readonly DescriptionRow[];
}

/** The rows of each element that a delivery may be, by the first step of their paths; what none of them has is told of the first. */
const rowsByRoot = (roots: readonly ElementDeclaration[], rows: readonly DescriptionRow[]): readonly RootRows[] =>
  roots.map((root, index) => ({
    root,
    rows: rows.filter(({ path }) => {
      const isIn = (one: ElementDeclaration): boolean => namesIn(one.type).includes(path[0] ?? '');
      return roots.length === 1 || isIn(root) || (index === 0 && !roots.some(isIn));
    }),
  }));

/** The schema of the messages; undefined where something is wrong with it, which is told where it is read. */
export const modelOf = (
  files: Files,
  { file }: Pick<MessageSchema, 'file'>,
): ReturnType<typeof readSchema> | undefined => {
  try {
    return readSchema(files, file);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
};

const textOf = (file: string, { before, root, after }: EditableFile, edits: Edits): string | undefined => {
  const replaced = [...edits.replaced].filter(([, one]) => one.file === file);
  const added = edits.added.filter((one) => one.file === file);
  if (replaced.length + added.length === 0) return undefined;
  const open = replaced.reduce((all, [original, { element }]) => withPart(all, original, element), root);
  // On one line, so that nothing else moves.
  const more = written(added.map(({ element }) => element)).replace(/\s+/g, ' ');
  return before + written([more === '' ? open : withContent(open, more, 'last')]) + after;
};

interface Compiled extends Narrowing {
  readonly narrow: (rows: readonly DescriptionRow[]) => Files;
}

const mustCompile = (files: Files, file: string, { narrow, place, rows }: Compiled): void => {
  const problem = compileProblem(files, file);
  if (problem === undefined) return;
  const guilty = guiltyOf(rows, (some) => compileProblem(narrow(some), file));
  attemptEach(guilty, ({ row, problem: own }) => {
    throw new ContractError(row.place, unmade(file, own), own);
  });
  throw new ContractError(place, unmade(file, problem), problem);
};

const unmade = (file: string, { message, messages: [first] }: XmlError): string =>
  `what the description adds to ${first?.file ?? file}:${String(first?.line ?? 0)} makes no schema: ${oneLine(first?.message ?? message)}; correct its row`;

const compileProblem = (files: Files, file: string): XmlError | undefined => {
  try {
    compileSchema(files, file).dispose();
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
};

interface Guilty {
  readonly row: DescriptionRow;
  readonly problem: XmlError;
}

/** The rows of which each is a problem by itself, sought by halves. */
const guiltyOf = (
  rows: readonly DescriptionRow[],
  problemOf: (rows: readonly DescriptionRow[]) => XmlError | undefined,
): readonly Guilty[] => {
  const problem = problemOf(rows);
  const [row] = rows;
  if (problem === undefined || row === undefined) return [];
  if (rows.length === 1) return [{ row, problem }];
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)].flatMap((some) => guiltyOf(some, problemOf));
};
