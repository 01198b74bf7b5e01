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
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];
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
