import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sealFolder } from '#bundle/files/seal';
import { type Integrity, checkIntegrity } from '#bundle/integrity';
import { type Manifest, manifestText } from '#bundle/manifest';
import { manifestName, signatureName } from '#bundle/names';
import { type Signing, signDetached } from '#bundle/signature/cms';
import { directory, localHeader } from '#bundle/zip/layout';
import { readSigner } from '#cli/seal/signer';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { temporaryFolder } from '../run/three-pas.ts';
import { makeSigner } from './signers.ts';

/** A file in a package, or in what somebody made of one. */
export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const at = new Date('2026-11-30T12:00:00Z');

/** A key and certificate to sign with. */
export const aSigner = async (): Promise<Pick<Signing, 'key' | 'certificates'>> => {
  const { key, certificate } = await makeSigner(temporaryFolder());
  return readSigner({ key, cert: certificate }, at);
};

const facts = { suite: '0.1.0', of: 'run', withoutPayloads: false, recipes: 0 } as const;

/** The bytes of a package of these texts. */
export const sealed = async (
  texts: Readonly<Record<string, string>>,
  signing: Pick<Signing, 'key' | 'certificates'>,
): Promise<Uint8Array> => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const to = join(temporaryFolder(), 'bundle.zip');
  await sealFolder({ folder, to, facts, at, ...signing });
  return readFileSync(to);
};

/** Texts such as a small run leaves. */
export const someTexts = (run: string): Readonly<Record<string, string>> => ({
  'journal.ndjson': `{"type":"party","run":"${run}"}\n`.repeat(40),
  'exchanges.ndjson': '{}\n',
  'exchanges.bin': `bytes of ${run}`,
  'vendor.yaml': `vendor: ${run}\n`,
  'opruimlijst.csv': 'dossiernummer\r\n',
  'required.json': `{"run":"${run}"}\n`,
  'toetsverslag.html': `<h1>${run}</h1>`,
  'toetsverslag.en.html': `<h1>${run}</h1>`,
  'results.ndjson': `{"verdict":"failed","run":"${run}"}\n`,
  'run.json': `{"runId":"${run}"}\n`,
});

/** The files of a package, in its order. */
export const filesIn = async (bundle: Uint8Array): Promise<readonly File[]> => {
  const { entries } = await checked(bundle);
  return entries.map(({ name, offset, size }) => ({ name, bytes: bundle.subarray(offset, offset + size) }));
};

/** A zip as this suite writes it. */
export const zipOf = (files: readonly File[]): Uint8Array => {
  const entries = files.map(({ name, bytes }) => ({ name, size: bytes.length, crc: crc32(bytes) }));
  const parts = files.flatMap(({ bytes }, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [localHeader(entry), bytes];
  });
  return Buffer.concat([...parts, directory(entries)]);
};

/** The same files with a manifest that fits them, and the signature given or one of its own. */
export const withManifest = async (
  files: readonly File[],
  {
    change = (same) => same,
    signing,
  }: { readonly change?: (manifest: Manifest) => Manifest; readonly signing?: Pick<Signing, 'key' | 'certificates'> },
): Promise<Uint8Array> => {
  const find = (wanted: string): Uint8Array => files.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();
  const said = JSON.parse(Buffer.from(find(manifestName)).toString()) as Manifest;
  const rest = files.filter(({ name }) => name !== manifestName && name !== signatureName);
  const listed = rest.map(({ name, bytes }) => {
    const unpacked = said.files.find((one) => one.name === name)?.unpacked;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes: bytes.length, sha256, ...(unpacked === undefined ? {} : { unpacked }) };
  });
  const content = Uint8Array.from(Buffer.from(manifestText(change({ ...said, files: listed }))));
  const signature = signing === undefined ? find(signatureName) : await signDetached({ ...signing, content, at });
  return zipOf([{ name: manifestName, bytes: content }, { name: signatureName, bytes: signature }, ...rest]);
};

/** What a check of these bytes comes to. */
export const checked = async (bundle: Uint8Array): Promise<Integrity> =>
  checkIntegrity(
    {
      size: bundle.length,
      read: (from, length) => {
        if (from < 0 || from + length > bundle.length) throw new RangeError('beyond the end');
        return bundle.subarray(from, from + length);
      },
    },
    {
      sha256: (from, length) =>
        Promise.resolve(
          createHash('sha256')
            .update(bundle.subarray(from, from + length))
            .digest('hex'),
        ),
    },
  );
