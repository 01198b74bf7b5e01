import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

type Headers = readonly (readonly [name: string, value: string])[];

/** A body as its message; `bare` where its headers name codings that it is no longer in. */
export interface Uncoded {
  readonly body: Uint8Array;
  readonly bare: boolean;
  /** The codings that a body is named to be in and could not be taken out of, as its headers write them. */
  readonly damaged?: string;
}

/**
 * A body out of the codings that its headers name (RFC 9112, section 7.1; RFC 9110, section 8.4.1), be they still there or taken
 * off by the tool that kept it; as it is where it is in none of them, and where it would be of more than `most` bytes.
 */
export const uncoded = (headers: Headers, body: Uint8Array, most = mostOfMessage): Uncoded => {
  const named = [...valuesOf(headers, 'content-encoding'), ...valuesOf(headers, 'transfer-encoding')];
  const codings = named.filter((name) => !/^(?:identity)?$/.test(name)).toReversed();
  if (codings.length === 0) return { body, bare: false };
  const plain = codings.reduce((rest, name) => (isXml(rest) ? rest : undone(name, rest, most)), body);
  const bare = plain !== body || isXml(body);
  const isDamaged = body.length > 0 && !(bare && isXml(plain));
  return { body: plain, bare, ...(isDamaged ? { damaged: named.join(', ') } : {}) };
};

/** The content coding of an answer that its request does not take (RFC 9110, section 12.5.3); undefined where it takes it, and where there is none. */
export const unaskedCoding = (asked: string | undefined, answered: string | undefined): string | undefined => {
  if (asked === undefined || answered === undefined) return undefined;
  const taken = valuesOf([['accept-encoding', asked]], 'accept-encoding')
    .filter((one) => !/;\s*q\s*=\s*0(?:\.0*)?$/.test(one))
    .map((one) => bareName(one.replace(/\s*;.*/, '')));
  if (taken.includes('*')) return undefined;
  const isTaken = (coding: string): boolean => coding === 'identity' || taken.includes(bareName(coding));
  return valuesOf([['content-encoding', answered]], 'content-encoding').every(isTaken) ? undefined : answered;
};

/** `x-gzip` is `gzip` (RFC 9110, section 8.4.1.3). */
const bareName = (coding: string): string => coding.replace(/^x-/, '');

/** Whether bytes begin as gzip does (RFC 1952, section 2.3.1), whatever headers say. */
export const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b;

/** Headers of a body that is out of its codings. */
export const isCodingHeader = (name: string): boolean => /^(?:content|transfer)-encoding$/i.test(name);

const valuesOf = (headers: Headers, wanted: string): readonly string[] =>
  headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .flatMap(([, value]) => value.split(',').map((one) => one.trim().toLowerCase()));

const isXml = (bytes: Uint8Array): boolean =>
  /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?[\s\0]*</.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));

/** A message of more bytes than this is none. */
const mostOfMessage = 64 * 1024 ** 2;

const undone = (coding: string, bytes: Uint8Array, most: number): Uint8Array => {
  if (coding === 'chunked') return withoutChunks(bytes) ?? bytes;
  for (const unpack of unpackers[coding] ?? [])
    try {
      return unpack(bytes, { maxOutputLength: most });
    } catch {
      // It is in another form, or in none.
    }
  return bytes;
};

/** What servers mean by `deflate` is zlib, and what some clients send without its head. */
const unpackers: Readonly<
  Record<string, readonly ((bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array)[]>
> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
  zstd: [zstdDecompressSync],
};

/** Undefined for what is not in chunks. */
const withoutChunks = (bytes: Uint8Array): Uint8Array | undefined => {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = Buffer.from(bytes.subarray(at, at + longestSize)).toString('latin1');
    const [line, size] = /^([\da-f]{1,8})[^\r\n]*\r?\n/i.exec(head) ?? [];
    if (line === undefined || size === undefined) return undefined;
    const start = at + line.length;
    const length = parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(start, start + length));
    at = start + length + (bytes[start + length] === 13 ? 2 : 1);
  }
  return undefined;
};

/** The line with the size of a chunk, and what may follow it there. */
const longestSize = 1024;
