import type { Place } from '#xml/place';
import { ContractError } from './contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';

/** The files of a folder by their relative names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The bytes of a file that the contract names; throws `ContractError` when it is not in the folder. */
export const bytesOf = (name: string, files: Files, place: Place): Uint8Array => {
  if (isOutside(name)) throw new ContractError(place, `"${name}" leads out of the folder; name a file inside it`);
  const bytes = files.get(name);
  if (bytes !== undefined) return bytes;
  const near = didYouMean(name, [...files.keys()]) || '; add the file, or correct the name';
  throw new ContractError(place, `there is no file "${name}" in the folder${near}`);
};

/** Absolute, or up a folder, in the way of any system. */
const isOutside = (name: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(name) || name.includes('\\') || name.split('/').includes('..');
