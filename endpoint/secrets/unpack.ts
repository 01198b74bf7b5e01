import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Bytes that a compressed text may take: what takes more can't be searched. */
const most = 4 * 1024 * 1024;

const flush = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most };

/** What was unpacked of some bytes; `too-much` where it takes more than is searched. */
export type Unpacked = Uint8Array | 'too-much' | undefined;

/** What is in bytes that begin as gzip or zlib do, also where their end is missing. */
export const unpacked = (bytes: Uint8Array): Unpacked => {
  const [first, second = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return tried(() => gunzipSync(bytes, flush));
  if (first === 0x78 && (first * 256 + second) % 31 === 0) return tried(() => inflateSync(bytes, flush));
  return undefined;
};

/** What is in a body whose Content-Encoding says how it was packed, where its bytes do not. */
export const unpackedAs = (coding: string, bytes: Uint8Array): Unpacked => {
  if (/\bbr\b/i.test(coding))
    return tried(() =>
      brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: most }),
    );
  if (/\bdeflate\b/i.test(coding)) return tried(() => inflateRawSync(bytes, flush));
  return undefined;
};

const tried = (unpack: () => Uint8Array): Unpacked => {
  try {
    return unpack();
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : undefined;
  }
};
