import { type Manifest, readManifest } from './manifest.ts';
import { compressionOf, isBundleName, manifestName, missingFrom, mostOf, signatureName } from './names.ts';
import type { BundleProblem } from './problem.ts';
import { type Signer, checkSignature } from './signature/check-signature.ts';
import type { Placed } from './zip/layout.ts';
import { type Source, readZip } from './zip/read-zip.ts';

/** Whether a package is what its signer signed, and who that is. */
export interface Integrity {
  /** Empty for a package that is unaltered. */
  readonly problems: readonly BundleProblem[];
  readonly signer: Signer | undefined;
  /** Undefined where it can't be read. */
  readonly manifest: Manifest | undefined;
  /** SHA-256 of `manifest.json`, hexadecimal: what tells one package from another. */
  readonly digest: string | undefined;
  /** Where the files are in the zip; none where it is no zip of ours. */
  readonly entries: readonly Placed[];
}

/** The means to check a package. */
export interface Checking {
  /** SHA-256 of a part of the source, hexadecimal. */
  readonly sha256: (at: number, length: number) => Promise<string>;
  /** DER; undefined where nobody said whom to trust. */
  readonly roots?: readonly Uint8Array<ArrayBuffer>[] | undefined;
}

/** More than any package needs once it is unpacked. */
const mostUnpacked = 2 * 1024 * 1024 * 1024;

/** Checks a package: that it is a zip as `3pas seal` writes it, to the byte; that each file is the one that was signed; and the signature. */
export const checkIntegrity = async (source: Source, checking: Checking): Promise<Integrity> => {
  const entries = readZip(source, isBundleName);
  if ('kind' in entries) return nothing([{ kind: 'zip', problem: entries }]);
  const missing = missingFrom(entries.map(({ name }) => name));
  if (missing.length > 0) return nothing(missing.map((file) => ({ kind: 'missing', file })));
  const bytesOf = (name: string): Uint8Array<ArrayBuffer> | undefined => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined || entry.size > mostOf(name)
      ? undefined
      : Uint8Array.from(source.read(entry.offset, entry.size));
  };
  const [content, signature] = [bytesOf(manifestName), bytesOf(signatureName)];
  if (content === undefined || signature === undefined) return nothing([{ kind: 'manifest' }]);
  const manifest = readManifest(new TextDecoder().decode(content));
  const { signer, problem } = await checkSignature({ content, signature, roots: checking.roots });
  const problems: BundleProblem[] = problem === undefined ? [] : [{ kind: 'signature', problem }];
  if (typeof manifest !== 'object')
    return { ...nothing([{ kind: manifest === undefined ? 'manifest' : 'version' }, ...problems]), signer };
  problems.push(...(await problemsOf({ manifest, entries }, checking)));
  return { problems, signer, manifest, digest: await digestOf(entries, checking), entries };
};

const nothing = (problems: readonly BundleProblem[]): Integrity => ({
  problems,
  signer: undefined,
  manifest: undefined,
  digest: undefined,
  entries: [],
});

interface Content {
  readonly manifest: Manifest;
  readonly entries: readonly Placed[];
}

const digestOf = async (entries: readonly Placed[], { sha256 }: Checking): Promise<string | undefined> => {
  const manifest = entries.find(({ name }) => name === manifestName);
  return manifest && sha256(manifest.offset, manifest.size);
};

const problemsOf = async ({ manifest, entries }: Content, checking: Checking): Promise<readonly BundleProblem[]> => {
  const files = new Map(manifest.files.map((file) => [file.name, file]));
  const own = entries.filter(({ name }) => name !== manifestName && name !== signatureName);
  const names = new Set(own.map(({ name }) => name));
  const ordered = [manifestName, signatureName, ...manifest.files.map(({ name }) => name)];
  const isInOrder = entries.map(({ name }) => name).join('\n') === ordered.join('\n');
  const found: BundleProblem[] = [
    ...[...files.keys()].flatMap((file) => (names.has(file) ? [] : [{ kind: 'not-there', file } as const])),
    ...[...names].flatMap((file) => (files.has(file) ? [] : [{ kind: 'unlisted', file } as const])),
    ...tooLargeIn(manifest),
  ];
  for (const { name, size, offset } of own) {
    const listed = files.get(name);
    if (listed === undefined || size > mostOf(name)) continue;
    if (listed.bytes !== size || listed.sha256 !== (await checking.sha256(offset, size)))
      found.push({ kind: 'changed', file: name });
  }
  return found.length > 0 || isInOrder ? found : [{ kind: 'order' }];
};

const tooLargeIn = ({ files }: Manifest): readonly BundleProblem[] => {
  const sizeOf = ({ bytes, unpacked = 0 }: Manifest['files'][number]): number => Math.max(bytes, unpacked);
  const odd = files.filter(
    (file) =>
      sizeOf(file) > mostOf(file.name) || (file.unpacked === undefined) !== (compressionOf(file.name) === undefined),
  );
  const sum = files.reduce((all, file) => all + sizeOf(file), 0);
  const largest = files.toSorted((one, other) => sizeOf(other) - sizeOf(one))[0];
  if (odd.length > 0) return odd.map(({ name }) => ({ kind: 'too-large', file: name }));
  return sum > mostUnpacked && largest !== undefined ? [{ kind: 'too-large', file: largest.name }] : [];
};
