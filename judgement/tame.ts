import { markupOf } from '#xml/markup';

/** Longer answers than this are read in the worker; those of the contract have some hundreds of bytes. */
const mostBytes = 64 * 1024;

/**
 * Whether no parser can be kept busy by these bytes: short, in UTF-8 or an encoding like it, without a document type
 * declaration, and not deep. True for bytes that are no XML at all, which every parser leaves at once.
 */
export const isTame = (bytes: Uint8Array): boolean => {
  if (bytes.length > mostBytes || bytes.includes(0)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!likeAscii.test(encodingIn(text))) return false;
  const { doctype, excess } = markupOf(text.replace(/^\u00ef\u00bb\u00bf/, ''));
  return !doctype && excess === undefined;
};

const encodingIn = (text: string): string => /^[^>]{0,100}\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8';

/** Encodings in which markup is written as in ASCII. */
const likeAscii = /^(?:utf-?8|(?:us-)?ascii|iso-8859-\d+|windows-125\d)$/i;
