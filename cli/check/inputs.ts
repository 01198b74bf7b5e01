import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { readZip } from '#judgement/zip';
import { UsageError } from '../usage-error.ts';
import type { KindOf } from './kind.ts';

/** A file that is to be judged, by the name it was found under. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is none of a delivery, and why. */
export interface Strange {
  readonly name: string;
  readonly why: Bilingual;
}

/** Largest file that is read, and largest archive of files; larger ones hold no deliveries. */
const most = { file: 256 * 1024 * 1024, archive: 1024 * 1024 * 1024, entries: 1_000_000 };

/** What is looked for in folders and archives; other files there are passed over. */
const endings = /\.(?:xml|soap|http|zip|mime)$/i;

/** The files under the paths that were given, folders and archives gone through; throws `UsageError` for a path that leads to none. */
export const inputsAt = function* (paths: readonly string[], kindOf: KindOf): Generator<Input | Strange> {
  for (const path of paths) {
    if (path === '-') yield* inputsIn('-', standardInput(), kindOf);
    else yield* inputsUnder(path, kindOf);
  }
};

const inputsUnder = function* (path: string, kindOf: KindOf): Generator<Input | Strange> {
  if (!stateOf(path).isDirectory()) {
    yield* inputsIn(path, readWhole(path), kindOf);
    return;
  }
  const names = filesIn(path);
  if (names.length === 0) throw new UsageError(emptyFolder(path));
  for (const name of names) yield* inputsIn(join(path, name), readWhole(join(path, name)), kindOf);
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
  if (stateOf(path).size > most.file)
    throw new UsageError({
      nl: `${path} is groter dan 256 MiB; dat is geen aanlevering`,
      en: `${path} is larger than 256 MiB; that is no delivery`,
    });
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(
      {
        nl: `${path} is niet te lezen; geef een bestand dat u mag lezen`,
        en: `${path} can't be read; give a file that you may read`,
      },
      { cause: error },
    );
  }
};

const standardInput = (): Uint8Array => {
  try {
    return readFileSync(0);
  } catch {
    return new Uint8Array();
  }
};

/** Sorted, so that the same folder is told in the same order anywhere. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .toSorted();

const emptyFolder = (path: string): Bilingual => ({
  nl: `in ${path} staat geen .xml of .zip; geef een map met aanleveringen`,
  en: `${path} holds no .xml or .zip; give a folder with deliveries`,
});

/** A zip of content is one input; a zip of deliveries is as many as it holds. */
const inputsIn = function* (name: string, bytes: Uint8Array, kindOf: KindOf): Generator<Input | Strange> {
  const kind = kindOf(bytes);
  if (kind === undefined) yield { name, why: whyNone(bytes) };
  else if (kind === 'zip') yield* unpacked({ name, bytes }, kindOf);
  else yield { name, bytes };
};

const unpacked = function* (archive: Input, kindOf: KindOf): Generator<Input | Strange> {
  const entries = readZip(archive.bytes, most.archive, most.entries);
  const files = typeof entries === 'string' ? [] : entries.filter(({ name }) => endings.test(name));
  const contents = files.flatMap(({ name, content }) =>
    typeof content === 'string' ? [] : [{ name, bytes: content }],
  );
  const kinds = contents.map(({ bytes }) => kindOf(bytes));
  const isArchive =
    kinds.some((kind) => kind !== undefined && kind !== 'content') ||
    kinds.filter((kind) => kind === 'content').length > 1;
  if (!isArchive) {
    yield archive;
    return;
  }
  for (const [index, { name, bytes }] of contents.entries()) {
    const inside = { name: `${archive.name}!${posix.normalize(name)}`, bytes };
    if (kinds[index] === undefined) yield { name: inside.name, why: whyNone(bytes) };
    else yield inside;
  }
};

const whyNone = (bytes: Uint8Array): Bilingual =>
  bytes.length === 0
    ? { nl: 'het bestand is leeg', en: 'the file is empty' }
    : {
        nl: 'dit is geen SOAP-bericht, dossier, inhoud.xml of zip daarvan',
        en: 'this is no SOAP message, dossier, inhoud.xml or zip of one',
      };
