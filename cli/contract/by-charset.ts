/** A document as UTF-8 by the charset of its Content-Type, which decides where there is no byte order mark, before what the document declares (RFC 7303, 3.2); as it came where it is not in that charset, or nobody knows it. */
export const byCharset = (bytes: Uint8Array, contentType = ''): Uint8Array => {
  const named = charsetIn(contentType);
  // What is in UTF-16 shows that itself, and its charset need not say in which order.
  if (named === '' || named === 'utf-16' || hasMark(bytes)) return bytes;
  const text = decoded(bytes, named);
  const isSaid = named === 'utf-8' && /^utf-8$/i.test(declaredIn(text));
  return text === undefined || isSaid ? bytes : Buffer.from(text.replace(declaration, '$1UTF-8'));
};

const charsetIn = (contentType: string): string =>
  /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1]?.toLowerCase() ?? '';

const declaration = /^(<\?xml\s[^>]*?\bencoding\s*=\s*["'])([^"']*)/;

const declaredIn = (text = ''): string => declaration.exec(text)?.[2] ?? 'utf-8';

const hasMark = ([first, second, third]: Uint8Array): boolean =>
  (first === 0xef && second === 0xbb && third === 0xbf) ||
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff);

const decoded = (bytes: Uint8Array, charset: string): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
