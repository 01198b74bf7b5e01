/** Where an element or attribute stands in a text: offsets in UTF-16 units. */
export interface TextPlace {
  /** What a mark goes under: the name in the start tag, the value of an attribute. */
  readonly mark: Span;
  /** Between the tags, where the element holds text alone. */
  readonly text: Span | undefined;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const piece =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<![^>[]*(?:\[[^\]]*\]\s*)?>|<\/[^>]*>|<([^\s/>!?"'=]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu;

/** Reads places of a well-formed document by paths of local names, as findings have them: `/a/b[2]`, `/a/@c`. Linear; of what is not well-formed as far as it goes. */
export const placesIn = (text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, TextPlace> => {
  const found = new Map<string, TextPlace>();
  const above = new Set([...wanted].flatMap(stepsOf));
  const open: Open[] = [{ path: '', counts: new Map(), mark: { start: 0, end: 0 }, begin: 0, isLeaf: false }];
  for (const match of text.matchAll(piece)) {
    const [whole, name, attributes = ''] = match;
    if (name !== undefined) begin({ wanted, above, found, open }, { name, attributes, at: match.index, whole });
    else if (whole.startsWith('</')) end({ wanted, found, open }, match.index);
  }
  return found;
};

/** A path, and those of all that it leads through. */
const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index));

interface Open {
  /** Undefined where nothing wanted is below. */
  readonly path: string | undefined;
  readonly counts: Map<string, number>;
  readonly mark: Span;
  /** Where its content begins. */
  readonly begin: number;
  isLeaf: boolean;
}

interface Reading {
  readonly wanted: ReadonlySet<string>;
  readonly found: Map<string, TextPlace>;
  readonly open: Open[];
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly at: number;
  readonly whole: string;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Searching extends Reading {
  /** All that is wanted, and what leads there. */
  readonly above: ReadonlySet<string>;
}

const below = ({ above }: Searching, path: string | undefined, step: string): string | undefined => {
  const own = path === undefined ? undefined : `${path}/${step}`;
  return own !== undefined && above.has(own) ? own : undefined;
};

const begin = (reading: Searching, { name, attributes, at, whole }: Tag): void => {
  const parent = reading.open.at(-1);
  if (parent === undefined) return;
  const local = localName(name);
  const count = (parent.counts.get(local) ?? 0) + 1;
  parent.counts.set(local, count);
  parent.isLeaf = false;
  const path = below(reading, parent.path, `${local}${count === 1 ? '' : `[${String(count)}]`}`);
  const mark = { start: at + 1, end: at + 1 + name.length };
  if (path !== undefined) keepAttributes(reading, path, attributesIn(attributes, mark.end));
  const element = { path, counts: new Map<string, number>(), mark, begin: at + whole.length, isLeaf: true };
  if (whole.endsWith('/>')) keep(reading, element, undefined);
  else reading.open.push(element);
};

const keepAttributes = ({ wanted, found }: Reading, path: string, all: ReturnType<typeof attributesIn>): void => {
  for (const { name, span } of all) {
    const own = `${path}/@${name}`;
    if (wanted.has(own)) found.set(own, { mark: span, text: undefined });
  }
};

const end = (reading: Reading, at: number): void => {
  const closed = reading.open.length > 1 ? reading.open.pop() : undefined;
  if (closed !== undefined) keep(reading, closed, closed.isLeaf ? { start: closed.begin, end: at } : undefined);
};

const keep = ({ wanted, found }: Reading, { path, mark }: Open, text: Span | undefined): void => {
  if (path !== undefined && wanted.has(path)) found.set(path, { mark, text });
};

const attribute = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

const attributesIn = (text: string, from: number): readonly { readonly name: string; readonly span: Span }[] =>
  [...text.matchAll(attribute)].map((match) => {
    const [whole, name = '', double, single] = match;
    const value = double ?? single ?? '';
    const start = from + match.index + whole.length - 1 - value.length;
    return { name: localName(name), span: { start, end: start + value.length } };
  });
