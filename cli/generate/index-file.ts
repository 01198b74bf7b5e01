import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';

/** Files of an output folder, with one JSON line each in its index. */
export interface IndexFile {
  readonly path: string;
  /** Writes the bytes, when there are any, under the entry's `file`, and the entry as a line. */
  readonly add: (entry: { readonly file?: string }, bytes: Uint8Array | undefined) => void;
  readonly close: () => void;
}

/** Opens `index.ndjson` in a folder. */
export const openIndex = (out: string): IndexFile => {
  const path = join(out, 'index.ndjson');
  const handle = openSync(path, 'a');
  const folders = new Set<string>();
  const put = (file: string, bytes: Uint8Array): void => {
    const whole = join(out, file);
    const folder = dirname(whole);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(whole, bytes);
  };
  return {
    path,
    add: (entry, bytes) => {
      if (entry.file !== undefined && bytes !== undefined) put(entry.file, bytes);
      writeSync(handle, `${jsonText(entry)}\n`);
    },
    close: () => {
      closeSync(handle);
    },
  };
};
