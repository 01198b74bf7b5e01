import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type CsvRow, readCsv } from '../description/csv.ts';
import { didYouMean } from '../texts/nearest.ts';
import type { Place } from '#xml/place';

/** When something must be there: where another place holds one of some values or, without values, anything. */
export interface Condition {
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly isNot: boolean;
}

/** How many times, or how long: at least and at most; `Infinity` for as many as you like. */
export interface Range {
  readonly least: number | undefined;
  readonly most: number;
}

/** What a row of a description says of one place; undefined where it says nothing. */
export interface DescriptionRow {
  /** Local names from the request element, itself not among them; an attribute begins with `@`. */
  readonly path: readonly string[];
  readonly required: 'yes' | 'no' | 'never' | Condition | undefined;
  readonly repeat: Range | undefined;
  readonly type: string | undefined;
  readonly length: Range | undefined;
  readonly pattern: string | undefined;
  readonly values: readonly string[];
  /** The paragraph or page of the document that it is taken from. */
  readonly section: string | undefined;
  readonly place: Place;
}

/** A row that says nothing but where. */
export const emptyRow: Omit<DescriptionRow, 'path' | 'place'> = {
  ...{ required: undefined, repeat: undefined, type: undefined, length: undefined, pattern: undefined },
  ...{ values: [], section: undefined },
};

const columns = {
  path: ['path', 'pad', 'xpath', 'element', 'veld', 'field'],
  required: ['required', 'verplicht', 'mandatory'],
  repeat: ['repeat', 'herhaling', 'voorkomen', 'cardinaliteit', 'occurs'],
  type: ['type', 'datatype', 'formaat'],
  length: ['length', 'lengte'],
  pattern: ['pattern', 'patroon', 'regex'],
  values: ['values', 'waarden', 'waardelijst', 'value list'],
  section: ['section', 'paragraaf', 'bron', 'vindplaats'],
  // Said for people.
  name: ['name', 'naam'],
  remark: ['remark', 'opmerking', 'toelichting', 'omschrijving'],
} as const;

type Column = keyof typeof columns;

/** The rows of a description; throws `ContractError` with the line of what can't be read. */
export const readRows = (file: string, text: string): readonly DescriptionRow[] => {
  const [head, ...rows] = readCsv(text);
  const positions = columnsIn(head, file);
  return attemptEach(rows, (row) => toRow(row, positions, { file, line: row.line }));
};

type Positions = ReadonlyMap<Column, number>;

const columnsIn = (head: CsvRow | undefined, file: string): Positions => {
  const place = { file, line: head?.line ?? 1 };
  const all = Object.entries(columns) as readonly (readonly [Column, readonly string[]])[];
  const known = all.flatMap(([, names]) => names);
  const positions = new Map<Column, number>();
  for (const [index, said] of (head?.fields ?? []).entries()) {
    if (said === '') continue;
    const column = all.find(([, names]) => names.includes(said.toLowerCase()))?.[0];
    if (column === undefined)
      throw new ContractError(
        place,
        `the column "${said}" is unknown${didYouMean(said, known) || `; the columns are ${Object.keys(columns).join(', ')}`}`,
      );
    if (positions.has(column)) throw new ContractError(place, `there are two columns for ${column}; keep one`);
    positions.set(column, index);
  }
  if (!positions.has('path'))
    throw new ContractError(place, 'the description has no column "path"; begin with a row that names the columns');
  return positions;
};

const toRow = ({ fields, isBroken }: CsvRow, positions: Positions, place: Place): DescriptionRow => {
  if (isBroken)
    throw new ContractError(place, 'a quote is not closed, or stands in the middle of a value; mend the row');
  const said = (column: Column): string | undefined => {
    const text = fields[positions.get(column) ?? -1];
    return text === '' ? undefined : text;
  };
  const path = said('path');
  if (path === undefined) throw new ContractError(place, 'the row has no path; add it');
  const [required, repeat, length] = [said('required'), said('repeat'), said('length')];
  return {
    path: stepsOf(path, place),
    required: required === undefined ? undefined : requirementOf(required, place),
    repeat: repeat === undefined ? undefined : timesOf(repeat, place),
    length: length === undefined ? undefined : rangeOf(length, 'length', place),
    type: said('type'),
    pattern: said('pattern'),
    values: (said('values') ?? '').split('|').flatMap((one) => one.trim() || []),
    section: said('section'),
    place,
  };
};

/** Prefixes are for people: a path is read by local names. */
const stepsOf = (path: string, place: Place): readonly string[] => {
  const steps = path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map((step) => step.trim().replace(/^(@?)[\w.-]+:/, '$1'));
  if (
    steps.every(
      (step, index) =>
        /^@?[\p{L}_][\p{L}\p{N}._-]*$/u.test(step) && (!step.startsWith('@') || index === steps.length - 1),
    )
  )
    return steps;
  throw new ContractError(
    place,
    `"${path}" is no path; write names with / between them, such as Dossier/Titel or Dossier/@soort`,
  );
};

const yes: readonly string[] = ['ja', 'j', 'yes', 'y', 'v', 'verplicht', 'required', 'x', '1'];
const no: readonly string[] = ['nee', 'n', 'no', 'o', 'optioneel', 'optional', '0'];
const never: readonly string[] = ['nooit', 'never', 'niet', 'vervallen', 'leeg'];

const requirementOf = (said: string, place: Place): DescriptionRow['required'] => {
  const word = said.toLowerCase();
  if (yes.includes(word)) return 'yes';
  if (no.includes(word)) return 'no';
  if (never.includes(word)) return 'never';
  const match =
    /^(?:(?:ja|yes|verplicht)[, ]+)?(?:als|indien|if|when|bij)\s+(niet\s+|not\s+)?(\S+?)(?:\s*(!?=)\s*(.+))?$/i.exec(
      said,
    );
  if (match === null)
    throw new ContractError(
      place,
      `"${said}" does not say whether it is required; write ja, nee, nooit, or when it is: als Dossier/Soort = Besluit`,
    );
  const [, isWithout, path = '', comparison, values = ''] = match;
  return {
    path: stepsOf(path, place),
    values: values.split('|').flatMap((one) => one.trim().replace(/^(['"])(.*)\1$/, '$2') || []),
    isNot: isWithout !== undefined || comparison === '!=',
  };
};

const timesOf = (said: string, place: Place): Range => {
  const word = said.toLowerCase();
  if (yes.slice(0, 4).includes(word)) return { least: undefined, most: Infinity };
  if (no.slice(0, 3).includes(word)) return { least: undefined, most: 1 };
  return rangeOf(said, 'repeat', place);
};

const rangeOf = (said: string, what: string, place: Place): Range => {
  const match = /^(?:(\d{1,9})\s*(?:-|–|\.\.+|t\/m|tot|,)\s*)?(\d{1,9}|n|\*|∞)$/i.exec(said);
  if (match === null)
    throw new ContractError(place, `"${said}" is no ${what}; write a number such as 5, or 1-5 or 0-n`);
  const [, first, last = ''] = match;
  const range = {
    least: first === undefined ? undefined : Number(first),
    most: /^\d/.test(last) ? Number(last) : Infinity,
  };
  if (range.least !== undefined && range.least > range.most)
    throw new ContractError(place, `"${said}" ends before it begins; turn it round`);
  return range;
};
