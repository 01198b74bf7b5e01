import type { Place } from '#xml/place';
import { type CsvRow, readCsv } from '../description/csv.ts';
import { attempt, attemptSome, orElse } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type Column, columnsIn, type Positions } from './columns.ts';
import { listOf, patternOf, typeOf } from './text-fields.ts';

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

/** The rows of a description, without what can't be read of them; throws `ContractError` with the line of each such thing. */
export const readRows = (file: string, text: string): readonly DescriptionRow[] => {
  const [head, ...rows] = readCsv(text);
  const positions = columnsIn(head, file);
  const count = head?.fields.length ?? 0;
  return attemptSome(rows, (row) => {
    mustFit(row, count, { file, line: row.line });
    return toRow(row, positions, { file, line: row.line });
  });
};

const mustFit = ({ fields, isBroken }: CsvRow, count: number, place: Place): void => {
  if (isBroken)
    throw new ContractError(place, 'a quote is not closed, or stands in the middle of a value; mend the row');
  if (fields.slice(count).some((one) => one !== ''))
    throw new ContractError(
      place,
      `the row has ${String(fields.length)} fields, and the first row names ${String(count)} columns; put a value with a comma or semicolon in it between double quotes`,
    );
};

const toRow = ({ fields }: CsvRow, positions: Positions, place: Place): DescriptionRow => {
  const said = (column: Column): string | undefined => {
    const text = fields[positions.get(column) ?? -1];
    return text === '' ? undefined : text;
  };
  const path = said('path');
  if (path === undefined) throw new ContractError(place, 'the row has no path; add it');
  const steps = attempt(() => stepsOf(path, place));
  /** What a field says; undefined for an empty one, and one that can't be read. */
  const read = <Value>(column: Column, valueOf: (text: string, at: Place) => Value): Value | undefined => {
    const text = said(column);
    if (text === undefined) return undefined;
    return orElse<Value | undefined>(
      attempt(() => valueOf(text, place)),
      () => undefined,
    )();
  };
  return {
    required: read('required', requirementOf),
    repeat: read('repeat', timesOf),
    length: read('length', lengthOf),
    type: read('type', typeOf),
    pattern: read('pattern', patternOf),
    values: read('values', listOf) ?? [],
    section: said('section'),
    path: steps(),
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

/** How many times; an answer to whether it repeats is one too. */
const timesOf = (said: string, place: Place): Range => {
  const word = said.toLowerCase();
  if (yes.slice(0, 4).includes(word)) return { least: undefined, most: Infinity };
  if (no.slice(0, 3).includes(word)) return { least: undefined, most: 1 };
  return rangeOf(said, 'repeat', { said, place });
};

/** What papers write around a number of characters. */
const atMost = /^(?:max(?:\.|imaal|imum)?|ten hoogste|hoogstens|at most|up to|<=|≤)\s*(?=\d)/i;
const atLeast = /^(?:min(?:\.|imaal|imum)?|ten minste|minstens|at least|>=|≥)\s*(?=\d+$)/i;
const unit = /\s*(?:tekens?|posities|karakters|cijfers|characters?|chars|digits)\.?$/i;

const lengthOf = (said: string, place: Place): Range => {
  const bare = said.replace(unit, '');
  if (atLeast.test(bare)) return { least: Number(bare.replace(atLeast, '')), most: Infinity };
  return rangeOf(bare.replace(atMost, ''), 'length', { said, place });
};

interface Said {
  readonly said: string;
  readonly place: Place;
}

const rangeOf = (bare: string, what: string, { said, place }: Said): Range => {
  const match = /^(?:(\d{1,9})\s*(?:-|–|:|\.\.+|t\/m|tot|,)\s*)?(\d{1,9}|n|\*|∞|unbounded|onbeperkt)$/i.exec(
    bare.replace(/^\[(.*)\]$/, '$1'),
  );
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
