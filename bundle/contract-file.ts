import * as v from 'valibot';
import { jsonText } from '#contract/texts/json-text';

/** The contract in a package: a line for each file of its folder, so that who has another one sees what differs. Nothing of it is ever run. */
export const contractName = 'contract.ndjson';

/** A contract that takes more is left out. */
const most = { files: 500, bytes: 8 * 1024 * 1024 } as const;

const file = v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)), base64: v.string() });

type Files = ReadonlyMap<string, Uint8Array>;

/** The text for the files of a contract; undefined where they are too many or too large. */
export const contractText = (files: Files): string | undefined => {
  const bytes = [...files.values()].reduce((sum, one) => sum + one.length, 0);
  if (files.size > most.files || bytes > most.bytes) return undefined;
  return [...files]
    .map(([name, content]) => `${jsonText({ name, base64: Buffer.from(content).toString('base64') })}\n`)
    .join('');
};

/** The files that such a text holds; undefined for a text that is none. */
export const contractFilesIn = (text: string): Files | undefined => {
  const lines = text.split('\n').slice(0, -1);
  if (lines.length > most.files) return undefined;
  const files = new Map<string, Uint8Array>();
  for (const line of lines) {
    const said = parsed(line);
    if (!v.is(file, said) || files.has(said.name)) return undefined;
    const bytes = bytesIn(said.base64);
    if (bytes === undefined) return undefined;
    files.set(said.name, bytes);
  }
  return files;
};

/** With what browsers have too. */
const bytesIn = (base64: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Characters that a text of a contract has at most, with its names and in base64. */
export const longestContract = 2 * most.bytes;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
