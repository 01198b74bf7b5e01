import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Contract } from '../contract.ts';
import { withPlainLineEnds } from '../folder/line-ends.ts';

/** The file with the code of a contract, as it was read with its folder. */
export interface FacesFile {
  /** Relative to the folder, with forward slashes. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
}

/** The `rules.mjs` of a contract; undefined for one without. */
export const facesFile = ({ directory, faces, files }: Contract): FacesFile | undefined => {
  if (faces === undefined) return undefined;
  const name = relative(directory, faces).split(sep).join('/');
  const bytes = files.get(name);
  return bytes && { name, path: faces, bytes, digest: sha256(bytes) };
};

/** SHA-256 of a text, whatever its line ends, hexadecimal. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(withPlainLineEnds(bytes)).digest('hex');
