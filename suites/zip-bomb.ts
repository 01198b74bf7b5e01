import { constants, crc32, deflateRawSync } from 'node:zlib';
import { zipArchive } from '#generators/payload/zip-archive';

const megabyte = 1024 * 1024;

const made = new Map<string, Uint8Array>();

/** A zip whose one entry unpacks to this many megabytes of spaces, made once and without ever holding them. */
export const zipOfSpaces = (name: string, megabytes: number): Uint8Array => {
  const key = `${String(megabytes)} ${name}`;
  const zip = made.get(key) ?? makeZip(name, megabytes);
  made.set(key, zip);
  return zip;
};

const makeZip = (name: string, megabytes: number): Uint8Array => {
  const block = Buffer.alloc(megabyte, ' ');
  const compressed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const data = Buffer.concat([...Array.from({ length: megabytes }, () => compressed), end]);
  let checksum = 0;
  for (let index = 0; index < megabytes; index += 1) checksum = crc32(block, checksum);
  const of = { name, localName: name, crc: checksum, localCrc: checksum };
  return zipArchive([{ ...of, flags: 0, method: 8, size: megabytes * megabyte, data }]);
};
