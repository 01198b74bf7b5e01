import { unzipSync } from 'fflate';
import { type Document, type Element, parseXmlDocument } from 'slimdom';
import type { Field, Part } from './drawn-fields.ts';
import type { DrawnFolder } from './drawn-folder.ts';

/** A delivery that arrived, as a reader sees it who knows nothing but the drawn folder. */
export interface ReadArrival {
  /** The bytes as text, whatever they are. */
  readonly text: string;
  /** Whether it is a delivery in an envelope whose content can be opened. */
  readonly isPlain: boolean;
  readonly of: (part: Part) => readonly string[];
  /** The first paragraph of each content, or of the message. */
  readonly notices: readonly string[];
  /** Every text of an element and every attribute, in the content too. */
  readonly all: readonly string[];
}

/** Reads one with the eyes of slimdom and fflate, which the product does not judge with. */
export const readArrival = (folder: DrawnFolder, body: Uint8Array): ReadArrival => {
  const text = decoded(body);
  const request = requestIn(text, folder.request);
  if (request === undefined) return { text, isPlain: false, of: () => [], notices: [], all: looseValues(text) };
  const held = valuesAt([request], fieldOf(folder, 'content'));
  const contents = held.map((one) => contentIn(folder, one));
  const roots = contents.flatMap((root) => root ?? []);
  const of = (part: Part): readonly string[] => {
    const field = fieldOf(folder, part);
    return valuesAt(field?.in === 'content' ? roots : [request], field);
  };
  const notice = fieldOf(folder, 'notice');
  const holders = notice?.in === 'content' ? roots : [request];
  return {
    ...{ text, isPlain: !contents.includes(undefined), of },
    notices: holders.flatMap((holder) => valuesAt([holder], notice).slice(0, 1)),
    all: [request, ...roots].flatMap(everyValue),
  };
};

const fieldOf = ({ fields }: DrawnFolder, part: Part): Field | undefined => fields.find((one) => one.part === part);

const decoded = (body: Uint8Array): string => {
  const [first, second] = body;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(body);
  return new TextDecoder().decode(body);
};

const parsed = (text: string): Document | undefined => {
  try {
    return parseXmlDocument(text.replace(/^\s*<\?xml.*?\?>/, ''));
  } catch {
    return undefined;
  }
};

const requestIn = (text: string, name: string): Element | undefined =>
  parsed(text)
    ?.documentElement?.children.find(({ localName }) => localName === 'Body')
    ?.children.find(({ localName }) => localName === name);

const valuesAt = (holders: readonly Element[], field: Field | undefined): readonly string[] => {
  if (field === undefined) return [];
  const found = field.path.reduce<readonly Element[]>(
    (open, name) => open.flatMap(({ children }) => children.filter(({ localName }) => localName === name)),
    holders,
  );
  return found.flatMap((one) =>
    field.attribute === undefined ? (one.textContent ?? '') : (one.getAttribute(field.attribute) ?? []),
  );
};

const mostBytes = 1_000_000;

const contentIn = ({ decode, root }: DrawnFolder, text: string): Element | undefined => {
  const bytes = Buffer.from(text, 'base64');
  const files = decode === 'xml' ? [bytes] : filesIn(bytes);
  const [only, ...more] = files.map((file) => parsed(decoded(file))?.documentElement ?? undefined);
  return more.length === 0 && only?.localName === root ? only : undefined;
};

const filesIn = (zip: Uint8Array): readonly Uint8Array[] => {
  try {
    return Object.values(unzipSync(zip, { filter: ({ originalSize }) => originalSize < mostBytes }));
  } catch {
    return [];
  }
};

const everyValue = (element: Element): readonly string[] => [
  ...element.attributes.map(({ value }) => value),
  ...(element.children.length === 0 ? [element.textContent ?? ''] : element.children.flatMap(everyValue)),
];

/** What stands between tags or quotes of a text that no parser reads. */
const looseValues = (text: string): readonly string[] =>
  Array.from(text.matchAll(/>([^<>]+)<|"([^"<>]*)"/g), ([, content, quoted]) => content ?? quoted ?? '');
