import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { readCatalog } from '#xml/schema/catalog';
import { XmlError } from '#xml/xml-error';
import { readWithin } from '#xml/read-within';
import { DocumentError } from '../document-error.ts';

/** Finds files for locations and namespaces on this machine, never elsewhere. */
export interface OfflineCatalog {
  /** The folder in which its files stand. */
  readonly folder: string;
  /** The path of the file for a location or a namespace; undefined where the catalogue has none. */
  readonly find: (location: string) => string | undefined;
}

/** The name of an OASIS catalogue in a folder. */
const catalogFile = 'catalog.xml';

/**
 * Opens a catalogue: an OASIS XML catalogue, or a folder, whose `catalog.xml` is one, and in which files are found by the end of
 * their location as well. Throws `DocumentError`.
 */
export const openCatalog = (path: string): OfflineCatalog => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new DocumentError(`there is no catalogue ${path}; give a folder with schemas, or an OASIS XML catalogue`);
  if (!found.isDirectory()) return { folder: resolve(dirname(path)), find: listedIn(path) };
  const folder = resolve(path);
  const listed = readdirSync(folder).includes(catalogFile) ? listedIn(join(folder, catalogFile)) : () => undefined;
  return { folder, find: (location) => listed(location) ?? named(folder, location) };
};

const listedIn = (file: string): OfflineCatalog['find'] => {
  const catalog = parsed(file);
  return (location) => {
    const name = catalog(location);
    const path = name === undefined ? undefined : resolve(dirname(file), name);
    return path !== undefined && isFile(path) ? path : undefined;
  };
};

const parsed = (file: string): ReturnType<typeof readCatalog> => {
  try {
    return readCatalog(new Uint8Array(readWithin(file)), 'catalog.xml');
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new DocumentError(`${file} is no XML catalogue: ${error.message}; correct it`, { cause: error });
  }
};

/** The longest end of a location that is a file below the folder: `http://host/a/b.xsd` is `host/a/b.xsd`, `a/b.xsd` or `b.xsd`. */
const named = (folder: string, location: string): string | undefined => {
  const steps = location
    .replace(/^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/)?/, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps
    .map((_, index) => resolve(folder, ...steps.slice(index)))
    .flatMap((path) => [path, `${path}.xsd`])
    .find((path) => path.startsWith(folder + sep) && isFile(path));
};

/** Tells whether there is a file at a path. */
export const isFile = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
};
