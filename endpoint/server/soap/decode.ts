import type { Bilingual } from '#contract/texts/bilingual';
import { mediaTypeText } from '#contract/texts/media-type-text';
import { encodingProblem, placedText } from '#contract/texts/xml-problem';
import { decodeStrictly, encodingOfMark, encodingOfStart, type Encoding } from '../../encoding.ts';

/** A request body as text, or the problem with its media type or encoding. */
export type Decoded =
  | { readonly text: string }
  | { readonly problem: 'media-type' | 'charset' | 'bytes' | 'conflict'; readonly explanation: Bilingual };

/** Decodes by Content-Type and byte order mark; the XML declaration is ignored (SSBP 1.0 R1019). */
export const decodeBody = (body: Uint8Array, contentType: string | undefined): Decoded => {
  const type = parseContentType(contentType ?? '');
  if (type.mediaType !== 'text/xml') return { problem: 'media-type', explanation: mediaTypeText(type.mediaType) };
  const families = charsets[type.charset ?? ''] ?? (type.charset === undefined ? [...all] : undefined);
  if (families === undefined)
    return {
      problem: 'charset',
      explanation: {
        nl: 'De charset is geen utf-8 of utf-16. Stuur text/xml; charset=utf-8.',
        en: 'The charset is neither utf-8 nor utf-16. Send text/xml; charset=utf-8.',
      },
    };
  const encoding = encodingOfMark(body) ?? (families.includes('utf-8') ? 'utf-8' : utf16Of(body, families));
  if (!families.includes(encoding))
    return {
      problem: 'conflict',
      explanation: {
        nl: 'Charset en byte order mark noemen verschillende coderingen. Laat ze dezelfde noemen.',
        en: 'Charset and byte order mark name different encodings. Let both name one.',
      },
    };
  try {
    return { text: decodeStrictly(body, encoding).replace(/^\uFEFF/, '') };
  } catch {
    return {
      problem: 'bytes',
      explanation: encodingText(body, encoding),
    };
  }
};

const encodingText = (body: Uint8Array, encoding: Encoding): Bilingual => {
  const problem = encoding === 'utf-8' ? encodingProblem(body) : undefined;
  if (problem !== undefined) return placedText(problem);
  return {
    nl: `Het bericht is geen ${encoding}, terwijl charset of byte order mark dat zegt. Schrijf het in UTF-8.`,
    en: `The message is not ${encoding}, which its charset or byte order mark says it is. Write it in UTF-8.`,
  };
};

const all: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];

const charsets: Readonly<Record<string, readonly Encoding[]>> = {
  'utf-8': ['utf-8'],
  utf8: ['utf-8'],
  'utf-16': ['utf-16le', 'utf-16be'],
  'utf-16le': ['utf-16le'],
  'utf-16be': ['utf-16be'],
};

/** UTF-16 without a mark is big-endian by RFC 2781 section 4.3, unless its first character shows otherwise. */
const utf16Of = (body: Uint8Array, families: readonly Encoding[]): Encoding => {
  const [only, second] = families;
  if (only !== undefined && second === undefined) return only;
  return encodingOfStart(body) === 'utf-16le' ? 'utf-16le' : 'utf-16be';
};

interface ContentType {
  readonly mediaType: string;
  readonly charset: string | undefined;
}

const parseContentType = (value: string): ContentType => {
  const [mediaType = '', ...parameters] = value.split(';');
  const charset = parameters
    .map((one) => /^charset\s*=\s*(?:"([^"]*)"|([^\s"]*))$/i.exec(one.trim()))
    .find((match) => match !== null);
  return {
    mediaType: mediaType.trim().toLowerCase(),
    charset: (charset?.[1] ?? charset?.[2])?.toLowerCase(),
  };
};
