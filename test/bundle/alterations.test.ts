import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemText } from '#bundle/problem';
import { inFull } from '../samples/in-full.ts';
import { type File, aSigner, checked, filesIn, sealed, someTexts, withManifest, zipOf } from './sealed.ts';

/** An alteration of a package, by the bytes of one and of another of the same signer. */
type Alter = (files: readonly File[], draw: Draw) => Uint8Array | Promise<Uint8Array>;

interface Draw {
  readonly bundle: Uint8Array;
  readonly other: readonly File[];
  readonly at: number;
  readonly value: number;
}

const changedAt = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const place = at % bytes.length;
  return Uint8Array.from(bytes).fill((bytes[place] ?? 0) ^ (1 + (value % 255)), place, place + 1);
};
const signatureOf = (files: readonly File[]): File => {
  const found = files.find(({ name }) => name === 'manifest.p7s');
  if (found === undefined) throw new Error('no signature');
  return found;
};
const edited = (files: readonly File[], { at, value }: Draw): readonly File[] => {
  const place = 2 + (at % (files.length - 2));
  return files.map((file, index) => (index === place ? { ...file, bytes: changedAt(file.bytes, at, value) } : file));
};

const alterations: Readonly<Record<string, Alter>> = {
  'a byte changed': (_files, { bundle, at, value }) => changedAt(bundle, at, value),
  'cut off': (_files, { bundle, at }) => bundle.subarray(0, at % bundle.length),
  'bytes added at the end': (_files, { bundle, value }) => Buffer.concat([bundle, Buffer.alloc(1 + (value % 99))]),
  'bytes added at the start': (_files, { bundle, value }) => Buffer.concat([Buffer.alloc(1 + (value % 99)), bundle]),
  'a file dropped': (files, { at }) => zipOf(files.toSpliced(at % files.length, 1)),
  'a file dropped, and from the manifest': (files, { at }) =>
    withManifest(files.toSpliced(2 + (at % (files.length - 2)), 1), {}),
  'a file added': (files, { value }) =>
    zipOf([...files, { name: 'attestations.ndjson.gz', bytes: Uint8Array.of(value % 256) }]),
  'a file added, and to the manifest': (files, { value }) =>
    withManifest([...files, { name: 'attestations.ndjson.gz', bytes: Uint8Array.of(value % 256) }], {}),
  'a file twice': (files, { at }) => zipOf([...files, ...files.slice(at % files.length, (at % files.length) + 1)]),
  'two files swapped': (files) => {
    const [one, two] = [files[3]?.bytes, files[4]?.bytes];
    return zipOf(
      files.map((file, index) => ({
        ...file,
        bytes: (index === 3 ? two : index === 4 ? one : file.bytes) ?? file.bytes,
      })),
    );
  },
  'a file renamed': (files) =>
    zipOf(files.map((file) => (file.name === 'vendor.yaml' ? { ...file, name: 'attestations.ndjson.gz' } : file))),
  'files in another order': (files, { at }) => {
    const place = 1 + (at % (files.length - 1));
    return zipOf([...files.slice(place), ...files.slice(0, place)]);
  },
  'a file edited': (files, draw) => zipOf(edited(files, draw)),
  'a file edited with its digest': (files, draw) => withManifest(edited(files, draw), {}),
  'the manifest said otherwise': (files, { value }) =>
    withManifest(files, { change: (manifest) => ({ ...manifest, recipes: 1 + (value % 9) }) }),
  'a file under another name in the manifest': (files) =>
    withManifest(files, {
      change: (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) =>
          file.name === 'vendor.yaml' ? { ...file, name: 'attestations.ndjson.gz' } : file,
        ),
      }),
    }),
  'the signature of another package': (files, { other }) =>
    zipOf(files.map((file) => (file.name === 'manifest.p7s' ? signatureOf(other) : file))),
  'another run under this signature': (files, { other }) =>
    zipOf(other.map((file) => (file.name === 'manifest.p7s' ? signatureOf(files) : file))),
  'a file of another run': (files, { other, at }) => {
    const place = 2 + (at % (files.length - 2));
    return zipOf(files.map((file, index) => (index === place ? (other[index] ?? file) : file)));
  },
  'without its signature': (files) =>
    zipOf(files.map((file) => (file.name === 'manifest.p7s' ? { ...file, bytes: new Uint8Array() } : file))),
};

let bundle: Uint8Array;
let files: readonly File[];
let other: readonly File[];
beforeAll(async () => {
  const signing = await aSigner();
  bundle = await sealed(someTexts('een'), signing);
  files = await filesIn(bundle);
  other = await filesIn(await sealed(someTexts('twee'), signing));
});

test('a package as it was made is unaltered, and its files put together again are that package', async () => {
  expect((await checked(bundle)).problems).toEqual([]);
  expect(Buffer.compare(zipOf(files), bundle)).toBe(0);
  expect(Buffer.compare(await withManifest(files, {}), bundle)).toBe(0);
});

describe.each(Object.entries(alterations))('a package with %s', (_name, alter) => {
  test('is found out, and told in a sentence', async () => {
    const runs = inFull(120, 12);
    const place = fc.integer({ min: 0, max: 1_000_000 });
    await fc.assert(
      fc.asyncProperty(place, place, async (at, value) => {
        const altered = await alter(files, { bundle, other, at, value });
        if (Buffer.compare(altered, bundle) === 0) return;
        const { problems } = await checked(altered);
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problemText(problem).nl).toMatch(/^\S.+\S$/);
      }),
      { seed: 20_261_130, numRuns: runs },
    );
  });
});
