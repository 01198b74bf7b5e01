import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unaskedCoding, uncoded } from './codings.ts';

const message = '<s:Envelope>é</s:Envelope>';
const chunked = (bytes: Uint8Array, end = '\r\n'): Buffer =>
  Buffer.concat([
    Buffer.from(`5;a=b${end}`),
    bytes.subarray(0, 5),
    Buffer.from(`${end}${(bytes.length - 5).toString(16)}${end}`),
    bytes.subarray(5),
    Buffer.from(`${end}0${end}${end}`),
  ]);

test.each<[string, Record<string, string>, Uint8Array]>([
  ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(message)],
  ['deflate', { 'content-encoding': 'Deflate' }, deflateSync(message)],
  ['deflate without the head of zlib', { 'content-encoding': 'deflate' }, deflateRawSync(message)],
  ['Brotli', { 'content-encoding': 'br' }, brotliCompressSync(message)],
  ['Zstandard', { 'content-encoding': 'zstd' }, zstdCompressSync(message)],
  ['chunks', { 'Transfer-Encoding': 'chunked' }, chunked(Buffer.from(message))],
  ['chunks with line ends of Unix', { 'transfer-encoding': 'chunked' }, chunked(Buffer.from(message), '\n')],
  ['chunks of gzip', { 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' }, chunked(gzipSync(message))],
  ['none any more, whatever its headers say', { 'content-encoding': 'gzip' }, Buffer.from(message)],
])('a body in %s is its message', (_, headers, body) => {
  const { body: plain, bare } = uncoded(Object.entries(headers), body);

  expect([Buffer.from(plain).toString(), bare]).toEqual([message, true]);
});

test('a body without codings stays the very same', () => {
  const body = gzipSync(message);

  expect(uncoded([], body)).toEqual({ body, bare: false });
});

test.each<[string, Record<string, string>, Uint8Array]>([
  ['in a coding that nobody knows', { 'content-encoding': 'zip' }, gzipSync(message)],
  ['that is not in its coding', { 'content-encoding': 'gzip' }, Buffer.from('x')],
  ['that ends early', { 'content-encoding': 'gzip' }, gzipSync(message).subarray(0, 20)],
  ['whose chunks end early', { 'transfer-encoding': 'chunked' }, Buffer.from('5\r\nab')],
])('a body %s stays the very same, and is named as damaged', (_, headers, body) => {
  expect(uncoded(Object.entries(headers), body)).toEqual({ body, bare: false, damaged: Object.values(headers)[0] });
});

test('a body that would be of more bytes than are wanted stays in its coding', () => {
  const body = gzipSync(Buffer.alloc(5000, '<'));

  expect(uncoded([['content-encoding', 'gzip']], body, 4000)).toMatchObject({ body, damaged: 'gzip' });
  expect(uncoded([['content-encoding', 'gzip']], body, 5000).body).toHaveLength(5000);
});

test.each<[string | undefined, string | undefined, string | undefined]>([
  ['identity', 'gzip', 'gzip'],
  ['deflate, gzip;q=0', 'gzip', 'gzip'],
  ['', 'br', 'br'],
  ['gzip', 'gzip, br', 'gzip, br'],
  ['GZIP;q=0.5, deflate', 'x-gzip', undefined],
  ['*', 'br', undefined],
  ['identity', 'identity', undefined],
  ['identity', undefined, undefined],
  [undefined, 'gzip', undefined],
])('a request with Accept-Encoding "%s" that is answered in "%s" did not ask for "%s"', (asked, answered, unasked) => {
  expect(unaskedCoding(asked, answered)).toBe(unasked);
});
