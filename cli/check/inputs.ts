import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { readZip } from '#judgement/zip';
import { readZipDirectory } from '#judgement/zip-directory';
import { UsageError } from '../usage-error.ts';
import { fileWithin } from './file-within.ts';
import type { KindOf } from './kind.ts';
import { otherKind } from './other-kind.ts';
import { standardInput } from './standard-input.ts';

/** A file that is to be judged, by the name it was found under. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is none of a delivery, and why. */
export interface Strange {
  readonly name: string;
  readonly why: Bilingual;
  /** Set of an answer of the service, which may lie beside the deliveries. */
  readonly isAnswer?: true;
}

/** Tells what files are: of a delivery, an answer, or none of both. */
export interface Sorter {
  readonly kindOf: KindOf;
  readonly isAnswer: (bytes: Uint8Array) => boolean;
}

/** Largest file that is read; larger ones are no deliveries. */
export const mostOfFile = 256 * 1024 * 1024;

/** The same, the largest file in an archive of files, and the largest archive, unpacked. */
const most = { file: mostOfFile, entry: 64 * 1024 * 1024, archive: 1024 * 1024 * 1024, entries: 1_000_000 };

/** What is looked for in folders and archives; other files there are passed over. */
const endings = /\.(?:xml|soap|http|zip|mime)$/i;

/** The files under the paths that were given, folders and archives gone through; throws `UsageError` for a path that leads to none. */
export const inputsAt = function* (paths: readonly string[], sorter: Sorter): Generator<Input | Strange> {
  for (const path of paths) {
    if (path === '-') yield* inputsIn({ name: '-', bytes: standardInput(most.file, tooLarge('-')) }, sorter);
    else yield* inputsUnder(path, sorter);
  }
};

const inputsUnder = function* (path: string, sorter: Sorter): Generator<Input | Strange> {
  if (!stateOf(path).isDirectory()) {
    yield* inputsIn({ name: path, bytes: readWhole(path) }, sorter);
    return;
  }
  let isEmpty = true;
  for (const found of foundIn(path)) {
    isEmpty = false;
    if ('why' in found) yield found;
    else yield* inputsIn(found, sorter);
  }
  if (isEmpty) throw new UsageError(emptyFolder(path));
};

/** What lies in a folder, in the same order anywhere; one file that can't be read keeps none of the others from being judged. */
const foundIn = function* (folder: string): Generator<Input | Strange> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry);
    const state = statSync(path, { throwIfNoEntry: false });
    // A linked folder may lead back to this one.
    if (state?.isDirectory() === true && !lstatSync(path).isSymbolicLink()) yield* subfolder(path);
    else if (endings.test(entry) && (state === undefined || state.isFile())) yield attempted(path);
  }
};

const subfolder = function* (path: string): Generator<Input | Strange> {
  try {
    yield* foundIn(path);
  } catch {
    yield { name: path, why: { nl: 'deze map is niet te lezen', en: "this folder can't be read" } };
  }
};

const entriesOf = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    throw new UsageError(unreadable(folder), { cause: error });
  }
};

const attempted = (path: string): Input | Strange => {
  try {
    return { name: path, bytes: readWhole(path) };
  } catch (error) {
    if (error instanceof UsageError) return { name: path, why: notRead };
    throw error;
  }
};

const notRead: Bilingual = {
  nl: 'dit bestand is niet te lezen, is een link naar niets, of is groter dan 256 MiB',
  en: "this file can't be read, is a link to nothing, or is larger than 256 MiB",
};

const stateOf = (path: string) => {
  try {
    return statSync(path);
  } catch (error) {
    throw new UsageError(
      {
        nl: `${path} is er niet, of is niet te lezen; geef een bestand, map of zip, of - voor wat binnenkomt`,
        en: `${path} is not there, or can't be read; give a file, folder or zip, or - for what comes in`,
      },
      { cause: error },
    );
  }
};

const readWhole = (path: string): Uint8Array => {
  try {
    return fileWithin(path, most.file, tooLarge(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(unreadable(path), { cause: error });
  }
};

/** What is said of a larger one. */
export const tooLarge = (path: string): Bilingual => ({
  nl: `${path} is groter dan 256 MiB; dat is geen aanlevering`,
  en: `${path} is larger than 256 MiB; that is no delivery`,
});

const unreadable = (path: string): Bilingual => ({
  nl: `${path} is niet te lezen; geef wat u mag lezen`,
  en: `${path} can't be read; give what you may read`,
});

const emptyFolder = (path: string): Bilingual => ({
  nl: `in ${path} staat geen .xml of .zip; geef een map met aanleveringen`,
  en: `${path} holds no .xml or .zip; give a folder with deliveries`,
});

/** A zip of content is one input; a zip of deliveries is as many as it holds, also in zips of its own. */
const inputsIn = function* (input: Input, sorter: Sorter, depth = 0): Generator<Input | Strange> {
  const kind = sorter.isAnswer(input.bytes) ? undefined : sorter.kindOf(input.bytes);
  if (kind === undefined) yield strangeOf(input, sorter);
  else if (kind === 'zip' && depth < deepest) yield* unpacked(input, sorter, depth + 1);
  else yield input;
};

const strangeOf = ({ name, bytes }: Input, { isAnswer }: Sorter): Strange => {
  const other = otherKind(bytes, isAnswer);
  return { name, why: other.why, ...(other.isAnswer ? { isAnswer: true } : {}) };
};

/** Zips in each other that are opened. */
const deepest = 3;

const unpacked = function* (archive: Input, sorter: Sorter, depth: number): Generator<Input | Strange> {
  const directory = readZipDirectory(archive.bytes, most.entries);
  // What holds so much is judged as the content of a message, which is too large, and not unpacked.
  const isWithin = typeof directory === 'string' || directory.headers.every(({ size }) => size <= most.entry);
  const entries = isWithin ? readZip(archive.bytes, most.archive, most.entries) : 'te-groot';
  const files = typeof entries === 'string' ? [] : entries.filter(({ name }) => endings.test(name));
  const contents = files.flatMap(({ name, content }) =>
    typeof content === 'string' ? [] : [{ name, bytes: content }],
  );
  const kinds = contents.map(({ bytes }) => sorter.kindOf(bytes));
  const isArchive =
    kinds.some((kind) => kind !== undefined && kind !== 'content') ||
    kinds.filter((kind) => kind === 'content').length > 1;
  if (!isArchive) {
    yield archive;
    return;
  }
  for (const { name, bytes } of contents)
    yield* inputsIn({ name: `${archive.name}!${posix.normalize(name)}`, bytes }, sorter, depth);
};
