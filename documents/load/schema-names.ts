import { dirname, posix, relative, sep } from 'node:path';
import type { SchemaFiles } from './schema-files.ts';

/** A link of a document that was found on disk. */
export interface Found {
  readonly location: string;
  readonly kind: 'location' | 'namespace';
  readonly path: string;
}

/** A document that was read from disk. */
export interface Loaded {
  readonly bytes: Uint8Array;
  readonly links: readonly Found[];
}

interface Start {
  readonly entry: string;
  readonly catalogFolder: string | undefined;
}

/**
 * Gives files names that say nothing of the machine: relative to the folder that the schema and its neighbours share, and
 * `catalog/…` for those of the catalogue. What a location leads to besides a relative name becomes the catalogue of the result.
 */
export const nameFiles = (documents: ReadonlyMap<string, Loaded>, start: Start): SchemaFiles => {
  const names = namesOf([...documents.keys()], start);
  const nameOf = (path: string): string => names.get(path) ?? path;
  const places = new Map<string, string>();
  for (const [path, { links }] of documents)
    for (const link of links) {
      const key = keyOf(nameOf(path), link);
      if (key !== nameOf(link.path)) places.set(key, nameOf(link.path));
    }
  return {
    entry: nameOf(start.entry),
    files: new Map([...documents].map(([path, { bytes }]) => [nameOf(path), bytes])),
    catalog: places.size === 0 ? undefined : (location) => places.get(location),
  };
};

/** The key under which the reader of schemas asks for a link. */
const keyOf = (from: string, { location, kind }: Found): string =>
  kind === 'namespace' || URL.canParse(location)
    ? location
    : posix.normalize(posix.join(posix.dirname(from), location));

const namesOf = (paths: readonly string[], { entry, catalogFolder }: Start): ReadonlyMap<string, string> => {
  const isBelow = (path: string, folder: string): boolean =>
    path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const home = dirname(entry);
  const isListed = (path: string): boolean =>
    catalogFolder !== undefined && !isBelow(path, home) && isBelow(path, catalogFolder);
  const own = paths.filter((path) => !isListed(path));
  const shared = own.map(dirname).reduce(commonFolder, home);
  const slashed = (path: string): string => path.split(sep).join('/');
  return new Map(
    paths.map((path) => [
      path,
      isListed(path) ? `catalog/${slashed(relative(catalogFolder ?? '', path))}` : slashed(relative(shared, path)),
    ]),
  );
};

const commonFolder = (one: string, other: string): string => {
  let common = one;
  while (common !== other && !other.startsWith(common.endsWith(sep) ? common : common + sep)) {
    const up = dirname(common);
    if (up === common) return common;
    common = up;
  }
  return common;
};
