import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWithin } from '#xml/read-within';
import type { Bilingual } from '../texts/bilingual.ts';
import { fileErrorText } from '../texts/file-error-text.ts';
import { ContractError, wholeFile } from './contract-error.ts';

/** What the description of a contract is called. */
export const descriptionFile = 'contract.yaml';

/** A folder with more than this is not a contract but a mistake in `--contract`. */
const limits = { files: 1000, bytes: 64 * 1024 * 1024 } as const;

/** Reads every file of the folder, by its name relative to it with forward slashes, sorted; hidden files are left out. */
export const readFolder = (directory: string): ReadonlyMap<string, Uint8Array> => {
  try {
    return readAll(directory);
  } catch (error) {
    if (error instanceof ContractError) throw error;
    const { nl, en } = fileErrorText(error) ?? both(error instanceof Error ? error.message : String(error));
    const said = { nl: `de map is niet te lezen: ${nl}`, en: `the folder can't be read: ${en}` };
    throw unusable(directory, said, error);
  }
};

const readAll = (directory: string): ReadonlyMap<string, Uint8Array> => {
  mustBeContractFolder(directory);
  const names = list(directory, '').sort();
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of names) {
    const content = new Uint8Array(readWithin(join(directory, name), limits.bytes));
    bytes += content.length;
    if (bytes > limits.bytes) throw tooMuch(directory, `${String(limits.bytes)} bytes`);
    files.set(name, content);
  }
  return files;
};

const mustBeContractFolder = (directory: string): void => {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found === undefined) throw unusable(directory, 'there is no such folder; give the path of a contract folder');
  if (!found.isDirectory()) throw unusable(directory, 'this is a file; give the path of the folder it stands in');
  if (statSync(join(directory, descriptionFile), { throwIfNoEntry: false })?.isFile() !== true)
    throw unusable(directory, `the folder has no ${descriptionFile}; give the folder that has it`);
};

const list = (directory: string, below: string): string[] => {
  const names = readdirSync(join(directory, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => namesOf(entry, directory, below));
  if (names.length > limits.files) throw tooMuch(directory, `${String(limits.files)} files`);
  return names;
};

const namesOf = (entry: Dirent, directory: string, below: string): string[] => {
  const name = below === '' ? entry.name : `${below}/${entry.name}`;
  const found = statSync(join(directory, name), { throwIfNoEntry: false });
  if (found?.isFile() === true) return [name];
  // A link to a folder is not followed: it can lead round in a circle.
  return entry.isDirectory() ? list(directory, name) : [];
};

const tooMuch = (directory: string, what: string): ContractError =>
  unusable(directory, `the folder holds more than ${what}; give the folder of the contract alone`);

const both = (text: string): Bilingual => ({ nl: text, en: text });

const unusable = (directory: string, sentence: string | Bilingual, cause?: unknown): ContractError =>
  new ContractError(wholeFile(directory), sentence, cause);
