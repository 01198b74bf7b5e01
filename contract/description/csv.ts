/** The fields of a row, and the line that it begins on. */
export interface CsvRow {
  readonly fields: readonly string[];
  readonly line: number;
  /** Set where a quote is not closed, or stands in the middle of a value: what follows is no field. */
  readonly isBroken?: true;
}

/** The text of a CSV file: UTF-8, or else Windows-1252, as spreadsheets in Dutch save it; undefined for UTF-16. */
export const csvText = (bytes: Uint8Array): string | undefined => {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Reads CSV (RFC 4180), its fields apart by commas or, as spreadsheets in Dutch write it, by semicolons, or by what a first line `sep=` says; empty rows are left out. */
export const readCsv = (text: string): readonly CsvRow[] => {
  const source = text.replace(/^\uFEFF/, '');
  const [told, said] = /^sep=([;,])[ \t]*(?:\r?\n|$)/i.exec(source) ?? [''];
  const [first = ''] = source.split('\n', 1);
  const separator = (said ?? (first.includes(';') ? ';' : ',')) === ';' ? ';' : ',';
  const rows: CsvRow[] = [];
  let line = told === '' ? 1 : 2;
  for (let at = told.length; at < source.length;) {
    const { fields, end, isBroken } = rowAt(source, at, separator);
    if (isBroken) rows.push({ fields, line, isBroken });
    else if (fields.some((one) => one !== '')) rows.push({ fields, line });
    line += source.slice(at, end).split('\n').length - 1;
    at = end;
  }
  return rows;
};

const field = { ';': /"((?:[^"]|"")*)"|[^";\r\n]*/y, ',': /"((?:[^"]|"")*)"|[^",\r\n]*/y } as const;

/** What follows a row up to the next one. */
const rest = /[^\n]*(?:\n|$)/y;

interface Row {
  readonly fields: readonly string[];
  readonly end: number;
  readonly isBroken: boolean;
}

const rowAt = (source: string, start: number, separator: ';' | ','): Row => {
  const fields: string[] = [];
  let at = start - 1;
  do {
    at += 1;
    const pattern = field[separator];
    pattern.lastIndex = at;
    const [whole = '', quoted] = pattern.exec(source) ?? [];
    fields.push((quoted?.replaceAll('""', '"') ?? whole).trim());
    at += whole.length;
  } while (source[at] === separator);
  rest.lastIndex = at;
  const isBroken = !/^(?:$|[ \t]*(?:\r?\n|\r|$))/.test(source.slice(at, at + 100));
  return { fields, isBroken, end: at + Math.max(1, rest.exec(source)?.[0].length ?? 1) };
};
