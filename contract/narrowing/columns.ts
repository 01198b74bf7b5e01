import type { CsvRow } from '../description/csv.ts';
import { attempt, attemptSome } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';

const columns = {
  path: ['path', 'pad', 'xpath', 'element', 'veld', 'field', 'veldnaam'],
  required: ['required', 'verplicht', 'mandatory', 'v/o', 'o/v'],
  repeat: ['repeat', 'herhaling', 'voorkomen', 'cardinaliteit', 'kardinaliteit', 'cardinality', 'aantal', 'occurs'],
  type: ['type', 'datatype', 'formaat'],
  length: ['length', 'lengte', 'max. lengte', 'maximale lengte', 'max length'],
  pattern: ['pattern', 'patroon', 'regex', 'reguliere expressie', 'regular expression'],
  values: ['values', 'waarden', 'waardelijst', 'value list', 'toegestane waarden', 'allowed values'],
  section: ['section', 'paragraaf', 'bron', 'vindplaats', 'pagina', 'page'],
  // Said for people.
  name: ['name', 'naam'],
  remark: ['remark', 'opmerking', 'opmerkingen', 'toelichting', 'omschrijving', 'remarks', 'description'],
} as const;

/** A column of a description. */
export type Column = keyof typeof columns;

/** Where each column stands. */
export type Positions = ReadonlyMap<Column, number>;

const all = Object.entries(columns) as readonly (readonly [Column, readonly string[]])[];

/** The columns that a first row names; throws `ContractError` for each one that is unknown or there twice. */
export const columnsIn = (head: CsvRow | undefined, file: string): Positions => {
  const place = { file, line: head?.line ?? 1 };
  const positions = new Map<Column, number>();
  attemptSome([...(head?.fields ?? []).entries()], ([index, said]) => {
    if (said === '') return;
    const column = columnOf(said);
    if (column === undefined)
      throw new ContractError(
        place,
        `the column "${said}" is unknown${
          didYouMean(
            said,
            all.flatMap(([, names]) => names),
          ) || `; the columns are ${Object.keys(columns).join(', ')}`
        }`,
      );
    if (positions.has(column)) throw new ContractError(place, `there are two columns for ${column}; keep one`);
    positions.set(column, index);
  });
  attempt(() => {
    if (!positions.has('path'))
      throw new ContractError(place, 'the description has no column "path"; begin with a row that names the columns');
  })();
  return positions;
};

/** A heading may ask, and explain itself: `Verplicht? (j/n)`. */
const columnOf = (said: string): Column | undefined => {
  const word = said
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\s*[?:]$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return all.find(([, names]) => names.includes(word))?.[0];
};
