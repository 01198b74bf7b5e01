import { memoryPages, validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { isPaddedDate } from './padded-date.ts';

/** What xmllint says of one document: it validates, it does not, it is no XML, or xmllint can't tell. */
export type BatchVerdict = 'valid' | 'invalid' | 'not-well-formed' | 'undecided';

/** A verdict with what xmllint says beside it. */
export interface BatchResult {
  readonly verdict: BatchVerdict;
  readonly messages: readonly string[];
}

/** A schema to validate against: the entry, and the files that it includes or imports by relative name. */
export interface BatchSchema {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly entry: string;
}

/** Starting xmllint costs as much as a few hundred documents; more than this many at once takes memory for nothing. */
const atOnce = 1000;

/** Validates whole documents with xmllint, a second build of libxml2 in a process memory of its own; results are in the order of the documents. */
export const validateBatch = async (
  documents: readonly Uint8Array[],
  schema: BatchSchema,
): Promise<readonly BatchResult[]> => {
  const results: BatchResult[] = [];
  for (let first = 0; first < documents.length; first += atOnce)
    results.push(...(await validateSome(documents.slice(first, first + atOnce), schema)));
  return results;
};

const validateSome = async (documents: readonly Uint8Array[], schema: BatchSchema): Promise<readonly BatchResult[]> => {
  const named = documents.map((contents, index): XMLFileInfo => ({ fileName: nameOf(index), contents }));
  const lines = (await outputOf(named, schema)).split('\n').filter((line) => line !== '');
  const told = new Map<string, string[]>();
  for (const line of lines) {
    const [name = ''] = /^document-\d+\.xml/.exec(line) ?? [];
    told.set(name, [...(told.get(name) ?? []), line.slice(name.length).replace(/^:\s*/, '').trim()]);
  }
  return documents.map((_, index) => resultOf(told.get(nameOf(index)) ?? []));
};

const nameOf = (index: number): string => `document-${String(index)}.xml`;

const outputOf = async (xml: readonly XMLFileInfo[], { files, entry }: BatchSchema): Promise<string> => {
  const all = [...files].map(([fileName, contents]): XMLFileInfo => ({ fileName, contents }));
  const schema = all.filter(({ fileName }) => fileName === entry);
  if (schema.length === 0) throw new Error(`no such schema: ${entry}; give it among the files`);
  const preload = all.filter(({ fileName }) => fileName !== entry);
  try {
    const { rawOutput } = await validateXML({ xml, schema, preload, maxMemoryPages: 2 * memoryPages.GiB });
    return rawOutput;
  } catch (error) {
    // One document that is no XML makes xmllint end with code 1; its output still tells of them all.
    if (error instanceof Error && 'code' in error && error.code === 1) return error.message;
    throw error;
  }
};

const resultOf = (messages: readonly string[]): BatchResult => {
  const last = messages.at(-1) ?? '';
  const said = messages.filter((message) => message !== 'validates' && message !== 'fails to validate');
  if (said.some((message) => message.includes('XML_PARSE_HUGE'))) return { verdict: 'undecided', messages: said };
  if (said.some((message) => unreadable.test(message))) return { verdict: 'not-well-formed', messages: said };
  if (last === 'validates') return { verdict: 'valid', messages: said };
  // Of a value with line ends in it the first line alone is known to be of this document.
  const sure = said.filter((message) => message.endsWith('.') && !isPaddedDate({ message }));
  if (said.length > 0 && sure.length === 0)
    return { verdict: said.every((message) => message.endsWith('.')) ? 'valid' : 'undecided', messages: said };
  return { verdict: last === 'fails to validate' ? 'invalid' : 'undecided', messages: said };
};

const unreadable = /^\d+: (?:parser|namespace) error/;
