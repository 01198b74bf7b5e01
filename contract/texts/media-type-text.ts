import type { Bilingual } from './bilingual.ts';

/** That a message does not come as SOAP 1.1 over HTTP does (SOAP 1.1, section 6), with the name of what it comes as. */
export const mediaTypeText = (mediaType: string): Bilingual => {
  const [, is] = known.find(([pattern]) => pattern.test(mediaType)) ?? [];
  return {
    nl: `De Content-Type is geen text/xml${is === undefined ? '' : `: ${is.nl}`}. Stuur text/xml; charset=utf-8.`,
    en: `The Content-Type is not text/xml${is === undefined ? '' : `: ${is.en}`}. Send text/xml; charset=utf-8.`,
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
