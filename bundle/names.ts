/** Version of what a package holds and how; it is raised when a reader of this one could not read it. */
export const bundleVersion = 1;

/** What is signed, and the signature: they come first. */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.p7s';

/** Files of every package, and those that some have. */
const always = [
  'exchanges.bin.zst',
  'exchanges.ndjson.gz',
  'journal.ndjson.gz',
  'opruimlijst.csv',
  'required.json',
  'results.ndjson.gz',
  'run.json',
  'toetsverslag.en.html',
  'toetsverslag.html',
] as const;
const sometimes = ['attestations.ndjson.gz', 'contract.ndjson.gz', 'vendor.yaml'] as const;

const known: ReadonlySet<string> = new Set([manifestName, signatureName, ...always, ...sometimes]);

/** Whether a package may hold a file of this name: nothing else is read, and no path leads out of a folder. */
export const isBundleName = (name: string): boolean => known.has(name);

/** Files that every package has, and these names lack. */
export const missingFrom = (names: readonly string[]): readonly string[] =>
  [manifestName, signatureName, ...always].filter((name) => !names.includes(name));

/** How a file is compressed before it is stored; undefined for one that stays as it is. */
export const compressionOf = (name: string): 'gz' | 'zst' | undefined =>
  name.endsWith('.gz') ? 'gz' : name.endsWith('.zst') ? 'zst' : undefined;

/** How a file of a run is compressed for a package: texts so that a browser reads them, bytes so that what comes again after megabytes costs nothing. */
export const compressionFor = (name: string): 'gz' | 'zst' | undefined =>
  name.endsWith('.ndjson') ? 'gz' : name.endsWith('.bin') ? 'zst' : undefined;
