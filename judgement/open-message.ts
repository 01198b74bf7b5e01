import { isUtf8 } from 'node:buffer';
import { declaredEncoding } from '#contract/texts/xml-problem';
import type { OpenDocument, Opener } from '#xml/document';

/** Opens a message; the declaration of an 8-bit one decides nothing (SSBP 1.0, R1019): what is not UTF-16 is to be UTF-8. */
export const openMessage = (message: Uint8Array, open: Opener): OpenDocument =>
  declaresForeignEncoding(message) && isUtf8(message) ? open(message, 'utf-8') : open(message);

/** Whether markup is written as in ASCII, and the declaration names another encoding than UTF-8. */
export const declaresForeignEncoding = (message: Uint8Array): boolean => {
  const encoding = declaredEncoding(message);
  return encoding !== undefined && encoding.toLowerCase() !== 'utf-8';
};
