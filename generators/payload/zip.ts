import { zipSync, type Zippable } from 'fflate';

/** A file in a zip. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Compression = 'stored' | 'deflated';

/** A zip keeps local time, so the same local time anywhere gives the same bytes; 1980 is the first it can hold. */
const firstDay = new Date(1980, 0, 1);

/** A zip of the files in their order; the same files give the same bytes. */
export const zip = (files: readonly ZipFile[], compression: Compression): Uint8Array => {
  refuseTwice(files.map((file) => file.name));
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
