import { createHash } from 'node:crypto';
import type { WireRequest } from '#contract/wire/exchange';
import { codingText } from '#contract/texts/media-type-text';
import { foreignEncoding } from '#contract/texts/xml-problem';
import { withoutCredentials } from './without-credentials.ts';

/** The body of a request as it is recorded: without credentials, and of what can't be searched for them its first bytes, its size and its SHA-256. */
export const recordedBody = (
  { body, headers }: Pick<WireRequest, 'body' | 'headers'>,
  passwordNames?: readonly string[],
): Uint8Array => {
  const kept = keptOf(body, headers);
  return kept === undefined ? withoutCredentials(body, passwordNames) : digested(body, kept);
};

/** How many bytes are kept, which say what it is: of text none that bears anything; undefined for a message that can be read. */
const keptOf = (body: Uint8Array, headers: WireRequest['headers']): number | undefined => {
  if (body.length === 0) return undefined;
  if (codingText(headers['content-encoding']) !== undefined) return 2;
  if (foreignEncoding(body) !== undefined) return 4;
  const start = Buffer.from(body.subarray(0, mostBlank)).toString('latin1');
  if (/^[\s\0\xef\xbb\xbf\xfe\xff]*</.test(start)) return undefined;
  const isForm = /json|x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
  return isForm || /^[\s\0\xef\xbb\xbf\xfe\xff]*[{[]/.test(start) ? 1 : undefined;
};

/** Bytes in which the first character is looked for. */
const mostBlank = 1000;

const digested = (body: Uint8Array, kept: number): Uint8Array => {
  const digest = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([body.subarray(0, kept), Buffer.from(`*** ${String(body.length)} bytes, sha256:${digest}`)]);
};
