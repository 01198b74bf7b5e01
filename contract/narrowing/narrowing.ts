import type { QName } from '#xml/qname';
import type { Description } from '../description/description.ts';
import { csvIn } from '../description/tables.ts';
import type { Files } from '../folder/file-names.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { narrowedFiles, type Narrowing } from './narrowed-files.ts';
import { type DescriptionRow, readRows } from './rows.ts';

/** What the description of a folder says; undefined for a folder without one. Throws `ContractError`. */
export const readNarrowing = ({ entries, placeOf }: Description, files: Files): Narrowing | undefined => {
  const { description } = entries;
  if (description === undefined) return undefined;
  const place = placeOf('description', 'file');
  const text = csvIn(description.file, files, place);
  return {
    rows: readRows(description.file, text).filter(saysSomething),
    grounding: toGrounding(description.ground, description.source, placeOf('description', 'ground')),
    place,
  };
};

/** A row that is still to be filled in says nothing. */
const saysSomething = ({ required, repeat, type, length, pattern, values }: DescriptionRow): boolean =>
  values.length > 0 || [required, repeat, type, length, pattern].some((one) => one !== undefined);

/** The files of a folder, narrowed by its description where it has one. */
export const narrowedBy = (
  narrowing: Narrowing | undefined,
  {
    files,
    description,
    requests,
  }: { readonly files: Files; readonly description: Description; readonly requests: readonly QName[] },
): Files => {
  if (narrowing === undefined || narrowing.rows.length === 0) return files;
  const { entries, placeOf } = description;
  const schema = { file: entries.schemas.message, requests, place: placeOf('schemas', 'message') };
  return narrowedFiles(files, schema, narrowing);
};
