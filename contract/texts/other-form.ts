import type { Bilingual } from './bilingual.ts';

/** What bytes that are no XML are instead, by how they begin; undefined where that does not show. */
export const otherForm = (bytes: Uint8Array): Bilingual | undefined => {
  const start = Buffer.from(bytes.subarray(0, shown))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^\{\s*["}]|^\[\s*[[{"\]]/.test(start)) return { nl: 'JSON', en: 'JSON' };
  if (/^"\s*<(?:\?xml|\w)/.test(start))
    return { nl: 'XML als tekst in JSON, tussen aanhalingstekens', en: 'XML as a text in JSON, in quotation marks' };
  if (isZip(start)) return { nl: 'een zip', en: 'a zip' };
  if (!/^[A-Za-z\d+/]{16}[A-Za-z\d+/=\s]*$/.test(start)) return undefined;
  const decoded = Buffer.from(start, 'base64').toString('latin1');
  if (isZip(decoded)) return { nl: 'de base64 van een zip', en: 'the base64 of a zip' };
  return /^(?:\xef\xbb\xbf)?\s*<[\w?!]/.test(decoded)
    ? { nl: 'de base64 van XML', en: 'the base64 of XML' }
    : undefined;
};

/** Bytes that are looked at. */
const shown = 400;

const isZip = (start: string): boolean => /^PK\x03\x04/.test(start);
