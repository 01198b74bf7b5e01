import { isMap, isScalar, parseDocument } from 'yaml';

/** The text of `contract.yaml` in which tables are of this day; comments and layout stay. */
export const withDayOf = (text: string, tables: readonly string[], day: string): string =>
  [...new Set(tables)].reduce((all, table) => withDay(all, table, day), text);

const withDay = (text: string, table: string, day: string): string => {
  const node: unknown = parseDocument(text).getIn(['tables', table], true);
  if (!isMap(node)) return text;
  const said: unknown = node.get('of', true);
  if (isScalar(said) && said.range) return spliced(text, [said.range[0], said.range[1]], `'${day}'`);
  const first = node.items[0]?.key;
  const at = isScalar(first) ? first.range?.[0] : undefined;
  if (at === undefined) return text;
  const indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
  return spliced(text, [at, at], node.flow === true ? `of: '${day}', ` : `of: '${day}'\n${indent}`);
};

const spliced = (text: string, [from, to]: readonly [number, number], by: string): string =>
  text.slice(0, from) + by + text.slice(to);
