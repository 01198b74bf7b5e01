import { zipSync, type Zippable } from 'fflate';
import { streamedZip } from './streamed-zip.ts';
import type { ZipFile } from './zip-file.ts';

/** How the files of a zip are packed; streamed has their sizes behind the data. */
export type Compression = 'stored' | 'deflated' | 'streamed-signed' | 'streamed-bare';

/** A zip keeps local time, so the same local time anywhere gives the same bytes; 1980 is the first it can hold. */
const firstDay = new Date(1980, 0, 1);

/** A zip of the files in their order; the same files give the same bytes. */
export const zip = (files: readonly ZipFile[], compression: Compression): Uint8Array => {
  refuseTwice(files.map((file) => file.name));
  if (compression === 'streamed-signed') return streamedZip(files, 'signed');
  if (compression === 'streamed-bare') return streamedZip(files, 'bare');
  const level = compression === 'stored' ? 0 : 6;
  const entries = files.map(({ name, bytes }): [string, Zippable[string]] => [
    name,
    [bytes, { level, mtime: firstDay }],
  ]);
  return zipSync(Object.fromEntries(entries));
};

const refuseTwice = (names: readonly string[]): void => {
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again !== undefined) throw new Error(`two files are named '${again}': give each file of a zip a name of its own`);
};
