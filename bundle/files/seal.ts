import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import { type ListedFile, type Manifest, manifestText } from '../manifest.ts';
import { bundleVersion, compressionFor, manifestName, signatureName } from '../names.ts';
import { type Signing, signDetached } from '../signature/cms.ts';
import { eachChunk, writeZip } from '../zip/write-zip.ts';

/** What a package is made of: texts and packs in a folder, by the names that they have in it, `.ndjson` files not compressed yet. */
export interface Sealing extends Pick<Signing, 'key' | 'certificates' | 'at'> {
  readonly folder: string;
  readonly to: string;
  readonly facts: Pick<Manifest, 'suite' | 'of' | 'withoutPayloads' | 'recipes'>;
}

/** Makes a package of a folder's files: the manifest of them all, its signature, and a zip; returns the SHA-256 of the manifest. */
export const sealFolder = async ({ folder, to, facts, ...signing }: Sealing): Promise<string> => {
  const names = namesIn(folder).toSorted();
  const files: ListedFile[] = [];
  for (const name of names) files.push(await listed(folder, name));
  const manifest = manifestText({ format: '3pas-bundle', version: bundleVersion, ...facts, files });
  const content = Uint8Array.from(Buffer.from(manifest));
  writeFileSync(join(folder, manifestName), content);
  writeFileSync(join(folder, signatureName), await signDetached({ ...signing, content }));
  const all = [manifestName, signatureName, ...files.map(({ name }) => name)];
  writeZip(
    to,
    all.map((name) => ({ name, path: join(folder, name) })),
  );
  return createHash('sha256').update(content).digest('hex');
};

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());

const listed = async (folder: string, name: string): Promise<ListedFile> => {
  const compression = compressionFor(name);
  if (compression === undefined) return measured(folder, name);
  const [path, packed] = [join(folder, name), `${name}.${compression}`];
  await pipeline(createReadStream(path), compressors[compression](), createWriteStream(join(folder, packed)));
  const unpacked = statSync(path).size;
  rmSync(path);
  return { ...measured(folder, packed), unpacked };
};

/** Base-two logarithm of how far back the same bytes are found: 64 MiB, as far as the parents of violations lie apart. */
export const windowLog = 26;

const compressors = {
  gz: () => createGzip({ level: 9 }),
  zst: () =>
    createZstdCompress({
      params: { [constants.ZSTD_c_compressionLevel]: 9, [constants.ZSTD_c_windowLog]: windowLog },
    }),
};

const measured = (folder: string, name: string): ListedFile => {
  const hash = createHash('sha256');
  let bytes = 0;
  eachChunk(join(folder, name), (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  return { name, bytes, sha256: hash.digest('hex') };
};
