/** Version of what a package holds and how; it is raised when a reader of this one could not read it. */
export const bundleVersion = 1;

/** What is signed, and the signature: they come first. */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.p7s';

/** Files of every package, and those that some have. */
const always = [
  'exchanges.ndjson.gz',
  'journal.ndjson.gz',
  'opruimlijst.csv',
  'results.ndjson.gz',
  'run.json',
] as const;
const sometimes = ['required.json', 'toetsverslag.en.html', 'toetsverslag.html', 'vendor.yaml'] as const;

const known: ReadonlySet<string> = new Set([manifestName, signatureName, ...always, ...sometimes]);

const pack = /^exchanges\/[1-9]\d{0,4}\.gz$/;

/** Whether a package may hold a file of this name: nothing else is read, and no path leads out of a folder. */
export const isBundleName = (name: string): boolean => known.has(name) || pack.test(name);

/** Files that every package has, and these names lack. */
export const missingFrom = (names: readonly string[]): readonly string[] =>
  [manifestName, signatureName, ...always].filter((name) => !names.includes(name));

/** Packs of bytes stay as they are; what else is compressed is a text. */
export const isPackedText = (name: string): boolean => name.endsWith('.ndjson.gz');
