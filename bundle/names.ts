/** Version of what a package holds and how; it is raised when a reader of this one could not read it. */
export const bundleVersion = 1;

/** What is signed, and the signature: they come first. */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.p7s';

const [KiB, MiB] = [1024, 1024 * 1024];

/** Files of every package, and those that some have, with the bytes that each takes at most once it is unpacked: hundreds of times what it takes. */
const always = {
  [manifestName]: 64 * KiB,
  [signatureName]: 64 * KiB,
  'exchanges.bin.zst': 1024 * MiB,
  'exchanges.ndjson.gz': 256 * MiB,
  'journal.ndjson.gz': 1024 * MiB,
  'opruimlijst.csv': 64 * MiB,
  'required.json': 4 * MiB,
  'results.ndjson.gz': 128 * MiB,
  'run.json': 4 * MiB,
  'toetsverslag.en.html': 64 * MiB,
  'toetsverslag.html': 64 * MiB,
} as const;
const sometimes = {
  'attestations.ndjson.gz': 16 * MiB,
  'certificates.ndjson.gz': 4 * MiB,
  'contract.ndjson.gz': 16 * MiB,
  'vendor.yaml': 64 * KiB,
} as const;

const known: ReadonlyMap<string, number> = new Map(Object.entries({ ...always, ...sometimes }));

/** Whether a package may hold a file of this name: nothing else is read, and no path leads out of a folder. */
export const isBundleName = (name: string): boolean => known.has(name);

/** Bytes of a file once it is unpacked, at most. */
export const mostOf = (name: string): number => known.get(name) ?? 0;

/** Files that every package has, and these names lack. */
export const missingFrom = (names: readonly string[]): readonly string[] =>
  Object.keys(always).filter((name) => !names.includes(name));

/** How a file is compressed before it is stored; undefined for one that stays as it is. */
export const compressionOf = (name: string): 'gz' | 'zst' | undefined =>
  name.endsWith('.gz') ? 'gz' : name.endsWith('.zst') ? 'zst' : undefined;

/** How a file of a run is compressed for a package: texts so that a browser reads them, bytes so that what comes again after megabytes costs nothing. */
export const compressionFor = (name: string): 'gz' | 'zst' | undefined =>
  name.endsWith('.ndjson') ? 'gz' : name.endsWith('.bin') ? 'zst' : undefined;
