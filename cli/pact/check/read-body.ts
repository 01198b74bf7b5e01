import * as v from 'valibot';
import { decodeBase64 } from '#judgement/base64';
import { bodyShape } from './pact-shape.ts';

/** A body in a pact: none that is asked for, none at all, bytes, or data in JSON. */
export type PactBody =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'data' };

/** Reads a body as its specification writes it: since 4 with how it is encoded, before that as text or as base64. Where none is named its form tells. */
export const readBody = (body: unknown, version: number | undefined): PactBody => {
  if (body === undefined) return { kind: 'absent' };
  if (version !== undefined && version < 4) return contentOf(body, 'unknown');
  if (body === null) return { kind: 'empty' };
  const read = v.safeParse(bodyShape, body);
  if (!read.success) return contentOf(body, 'unknown');
  const { content, encoded = false } = read.output;
  if (content === undefined) return { kind: version === undefined ? 'data' : 'absent' };
  if (encoded === false) return contentOf(content, 'text');
  return contentOf(content, String(encoded).toLowerCase() === 'json' ? 'text' : 'base64');
};

type Encoding = 'text' | 'base64' | 'unknown';

const contentOf = (content: unknown, encoding: Encoding): PactBody => {
  if (content === null || content === '') return { kind: 'empty' };
  if (typeof content !== 'string') return { kind: 'data' };
  const decoded = encoding === 'text' || content.trimStart().startsWith('<') ? undefined : decodeBase64(content);
  return { kind: 'bytes', bytes: decoded ?? Buffer.from(content) };
};
