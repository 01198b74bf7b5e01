import { crc32, deflateRawSync } from 'node:zlib';
import { type ZipFlaw, zipFlaws } from '#judgement/zip-flaws';
import { type ZipEntry, zipArchive } from './zip-archive.ts';
import type { ZipFile } from './zip.ts';

const entryOf = ({ name, bytes }: ZipFile): ZipEntry => {
  const crc = crc32(bytes);
  const deflated = { flags: 0, method: 8, size: bytes.length, data: deflateRawSync(bytes) };
  return { name, localName: name, crc, localCrc: crc, ...deflated };
};

const named = (entry: ZipEntry, name: string): ZipEntry => ({ ...entry, name, localName: name });

type Miscoded = (typeof zipFlaws.miscoded)[number];

const isMiscoded = (flaw: ZipFlaw): flaw is Miscoded => zipFlaws.miscoded.some((one) => one === flaw);

type Flawed = (entry: ZipEntry) => readonly ZipEntry[];

const flawed: Readonly<Record<Exclude<ZipFlaw, 'zip-cut-off' | Miscoded>, Flawed>> = {
  'zip-wrong-sum': (one) => [{ ...one, crc: one.crc ^ 1, localCrc: one.crc ^ 1 }],
  'zip-encrypted': (one) => [{ ...one, flags: 1 }],
  // APPNOTE 4.4.5: 99 stands for encryption by AES, and no method has 98 but PPMd.
  'zip-unknown-method': (one) => [{ ...one, method: 98 }],
  'zip-twice': (one) => [one, one],
  'zip-absolute-path': (one) => [named(one, `/${one.name}`)],
  'zip-parent-folder': (one) => [named(one, `../${one.name}`)],
  'zip-windows-path': (one) => [named(one, `..\\${one.name}`)],
  'zip-current-folder': (one) => [named(one, `./${one.name}`)],
  'zip-space-behind': (one) => [named(one, `${one.name} `)],
  'zip-nul-behind': (one) => [named(one, `${one.name}\0.exe`)],
  'zip-other-local-name': (one) => [
    { ...one, localName: one.name.replace(/^./, (first) => (first === 'x' ? 'y' : 'x')) },
  ],
  'zip-other-local-sum': (one) => [{ ...one, localCrc: one.crc ^ 1 }],
};

/**
 * The files as a zip with one flaw, in its first entry; the same files give the same bytes.
 *
 * @internal
 */
export const flawedZip = (files: readonly ZipFile[], flaw: ZipFlaw): Uint8Array => {
  const [first, ...others] = files.map(entryOf);
  if (first === undefined) throw new Error('a zip without files has nothing to make wrong');
  if (flaw === 'zip-cut-off') return cutOff(zipArchive([first, ...others]));
  return zipArchive([...(isMiscoded(flaw) ? [first] : flawed[flaw](first)), ...others]);
};

/** The same in base64, which may be what has the flaw: xs:base64Binary (XML Schema part 2, 3.2.16) has no such text. */
export const flawedBase64 = (files: readonly ZipFile[], flaw: ZipFlaw): string => {
  const zip = flawedZip(files, flaw);
  if (!isMiscoded(flaw)) return Buffer.from(zip).toString('base64');
  return miscoded[flaw](Buffer.from(unevenly(zip)).toString('base64'));
};

const miscoded: Readonly<Record<Miscoded, (text: string) => string>> = {
  'base64-stray': (text) => `${text.slice(0, 8)}*${text.slice(8)}`,
  'base64-unpadded': (text) => text.replace(/=+$/, ''),
  'base64-of-urls': (text) => text.replaceAll('+', '-').replaceAll('/', '_'),
};

/** A zip with a comment that base64 writes with a plus and a slash, and pads at its end. */
const unevenly = (zip: Uint8Array): Uint8Array => {
  const comment = `${' '.repeat((3 - (zip.length % 3)) % 3)}>>>??? `;
  const whole = Buffer.concat([zip, Buffer.from(comment)]);
  whole.writeUInt16LE(comment.length, zip.length - 2);
  return whole;
};

/** Without the last of its end record. */
const cutOff = (whole: Uint8Array): Uint8Array => whole.subarray(0, -10);
