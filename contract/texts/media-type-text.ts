import type { Bilingual } from './bilingual.ts';
import { quoted } from './quoted.ts';

/** That a message does not come as SOAP 1.1 over HTTP does (SOAP 1.1, section 6), with the name of what it comes as. */
export const mediaTypeText = (mediaType: string): Bilingual => {
  if (mediaType.trim() === '')
    return {
      nl: 'De header Content-Type ontbreekt. Stuur text/xml; charset=utf-8.',
      en: 'The header Content-Type is missing. Send text/xml; charset=utf-8.',
    };
  const [, is] = known.find(([pattern]) => pattern.test(mediaType)) ?? [];
  return {
    nl: `De Content-Type is geen text/xml${is === undefined ? '' : `: ${is.nl}`}. Stuur text/xml; charset=utf-8.`,
    en: `The Content-Type is not text/xml${is === undefined ? '' : `: ${is.en}`}. Send text/xml; charset=utf-8.`,
  };
};

/** That the charset of a Content-Type is none that messages may have (SSBP 1.0, R1012 and R1018); undefined for one that is, and for none. */
export const charsetText = (contentType: string): Bilingual | undefined => {
  const charset = charsetIn(contentType);
  if (charset === undefined || /^utf-(?:8|16(?:le|be)?)$/i.test(charset)) return undefined;
  return {
    nl: `De charset in Content-Type is ${quoted(charset)}, en een bericht is in UTF-8 of UTF-16 (SSBP 1.0, R1012 en R1018). Stuur text/xml; charset=utf-8, en het bericht in UTF-8.`,
    en: `The charset in Content-Type is ${quoted(charset)}, and a message is in UTF-8 or UTF-16 (SSBP 1.0, R1012 and R1018). Send text/xml; charset=utf-8, and the message in UTF-8.`,
  };
};

/** That a message comes in a content coding, such as gzip; undefined for one that does not. */
export const codingText = (contentEncoding: string | undefined): Bilingual | undefined => {
  if (contentEncoding === undefined || /^(?:identity)?$/i.test(contentEncoding.trim())) return undefined;
  return {
    nl: `Het bericht komt met Content-Encoding ${quoted(contentEncoding)}, en de dienst pakt niets uit. Stuur het zoals het is.`,
    en: `The message comes with Content-Encoding ${quoted(contentEncoding)}, and the service unpacks nothing. Send it as it is.`,
  };
};

/** That bytes are in another encoding than the charset of their Content-Type names; undefined where they agree, and where it names none. */
export const charsetConflictText = (contentType: string, bytes: Uint8Array): Bilingual | undefined => {
  const charset = charsetIn(contentType)?.toLowerCase();
  const found = encodingSeen(bytes);
  if (charset === undefined || !/^utf-(?:8|16(?:le|be)?)$/.test(charset)) return undefined;
  const agrees = found === charset || (charset === 'utf-16' && found.startsWith('utf-16'));
  if (agrees || bytes.length === 0) return undefined;
  return {
    nl: `De charset in Content-Type is ${quoted(charset)}, en het bericht is in ${found}. Laat beide dezelfde codering noemen: text/xml; charset=utf-8, met het bericht in UTF-8.`,
    en: `The charset in Content-Type is ${quoted(charset)}, and the message is in ${found}. Let both name one encoding: text/xml; charset=utf-8, with the message in UTF-8.`,
  };
};

/** By the byte order mark, else by the first character, which is ASCII in XML. */
const encodingSeen = ([first, second]: Uint8Array): string => {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
};

const charsetIn = (contentType: string): string | undefined => /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];

const known: readonly (readonly [pattern: RegExp, is: Bilingual])[] = [
  [
    /^application\/soap\+xml/i,
    { nl: 'dit is SOAP 1.2, en de dienst is SOAP 1.1', en: 'this is SOAP 1.2, and the service is SOAP 1.1' },
  ],
  [
    /^multipart\/|^application\/xop\+xml/i,
    {
      nl: 'dit is MTOM of een bericht met bijlagen, en InhoudZip staat als base64 in het bericht zelf; zet MTOM uit',
      en: 'this is MTOM or a message with attachments, and InhoudZip stands in the message itself as base64; turn MTOM off',
    },
  ],
];
