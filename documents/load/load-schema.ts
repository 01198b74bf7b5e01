import { dirname, resolve } from 'node:path';
import { readWithin } from '#xml/read-within';
import { DocumentError } from '../document-error.ts';
import { isFile, openCatalog, type OfflineCatalog } from './offline-catalog.ts';
import type { SchemaFiles } from './schema-files.ts';
import { nameFiles, type Found, type Loaded } from './schema-names.ts';
import { linksIn, type Link } from './schema-links.ts';

/** A schema from disk, and the locations and namespaces that nothing was found for. */
export interface LoadedSchema extends SchemaFiles {
  readonly missing: readonly string[];
}

/** More than this is no schema but a mistake. */
const limits = { files: 5000, bytes: 256 * 1024 * 1024 } as const;

/**
 * Reads a schema and what it includes, imports and redefines from disk: relative locations beside the document that names them,
 * others by the catalogue. Nothing is fetched; what is not found is left to the reader of the schema to tell. Throws `DocumentError`.
 */
export const loadSchema = (file: string, catalog?: string): LoadedSchema => {
  const entry = resolve(file);
  if (!isFile(entry)) throw new DocumentError(`there is no schema ${file}; give the path of an XSD file`);
  const offline = catalog === undefined ? undefined : openCatalog(catalog);
  const documents = new Map<string, Loaded>();
  const missing = new Set<string>();
  const queue = [entry];
  let room = limits.bytes;
  for (const path of queue) {
    if (documents.has(path)) continue;
    const bytes = bytesOf(path);
    room -= bytes.length;
    if (room < 0 || documents.size >= limits.files)
      throw new DocumentError(
        `${file} leads to more than ${String(limits.files)} files or ${String(limits.bytes)} bytes`,
      );
    const links = linksIn(bytes).flatMap((link): readonly Found[] => {
      const found = find(path, link, offline);
      if (found === undefined) missing.add(link.location);
      return found === undefined ? [] : [{ location: link.location, kind: link.kind, path: found }];
    });
    documents.set(path, { bytes, links });
    queue.push(...links.map((link) => link.path));
  }
  return { ...nameFiles(documents, { entry, catalogFolder: offline?.folder }), missing: [...missing] };
};

const bytesOf = (path: string): Uint8Array => {
  try {
    return new Uint8Array(readWithin(path, limits.bytes));
  } catch (error) {
    throw new DocumentError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

/** A relative location is looked for beside the document first. */
const find = (from: string, { location, kind }: Link, offline: OfflineCatalog | undefined): string | undefined => {
  if (kind === 'namespace' || URL.canParse(location)) return offline?.find(location);
  const beside = resolve(dirname(from), `./${location}`);
  return isFile(beside) ? beside : offline?.find(location);
};
