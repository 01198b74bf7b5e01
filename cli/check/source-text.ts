import { isUtf8 } from 'node:buffer';
import { declaredEncoding, foreignEncoding } from '#contract/texts/xml-problem';

/** The text of a file, with how it is encoded. */
export interface SourceText {
  readonly text: string;
  readonly encoding: string;
}

/** Decodes by byte order mark, first bytes and XML declaration; what is wrong is shown as U+FFFD, and UTF-32 and EBCDIC not at all. */
export const sourceText = (bytes: Uint8Array): SourceText => {
  if (foreignEncoding(bytes) !== undefined) return { text: '', encoding: 'utf-8' };
  const encoding = encodingOf(bytes);
  return { text: decode(bytes, encoding).replace(/^\uFEFF/, ''), encoding };
};

/** Whether bytes are in an encoding that messages may have (SSBP 1.0, R1012). */
export const isUnicode = ({ encoding }: SourceText): boolean => /^utf-(?:8|16le|16be)$/.test(encoding);

const encodingOf = (bytes: Uint8Array): string => {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const marked = encodings.find(([first]) => first.test(start))?.[1];
  if (marked !== undefined) return marked;
  const declared = declaredEncoding(bytes)?.toLowerCase() ?? 'utf-8';
  // A declaration decides nothing of what is UTF-8 all the same (SSBP 1.0, R1019).
  return declared.startsWith('utf') || isUtf8(bytes) ? 'utf-8' : declared;
};

/** By the byte order mark, or else by how a `<` begins. */
const encodings = [
  [/^(?:fffe|3c00)$/, 'utf-16le'],
  [/^(?:feff|003c)$/, 'utf-16be'],
] as const;

const decode = (bytes: Uint8Array, encoding: string): string => {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
