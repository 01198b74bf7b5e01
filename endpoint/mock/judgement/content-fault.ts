import type { Bilingual } from '#contract/texts/bilingual';
import type { Complaint } from '../../server/soap/complaint.ts';

/** Why content can't be read; the words are those of the view's `fout`. */
export type ContentFault = 'base64' | 'zip' | 'xml' | 'dtd' | 'pdf' | 'te-groot' | 'versleuteld' | 'methode' | 'crc';

/** Unreadable content as a reason to refuse. */
export const contentFault = (fault: ContentFault, at: string): Complaint => ({
  case: fault === 'te-groot' ? 'size' : 'content',
  id: undefined,
  at,
  text: texts[fault],
});

const texts: Readonly<Record<ContentFault, Bilingual>> = {
  base64: {
    nl: 'De inhoud is geen base64. Codeer de bytes opnieuw.',
    en: 'The content is not base64. Encode the bytes again.',
  },
  zip: {
    nl: 'De inhoud is geen zip-bestand. Pak de bestanden opnieuw in, zonder splitsing.',
    en: 'The content is not a zip file. Pack the files again, in one part.',
  },
  xml: {
    nl: 'Het bestand is geen welgevormde XML. Maak er welgevormde XML van.',
    en: 'The file is not well-formed XML. Make it well-formed XML.',
  },
  dtd: {
    nl: 'Het bestand heeft een documenttypedeclaratie (DTD). Laat die weg.',
    en: 'The file has a document type declaration (DTD). Leave it out.',
  },
  pdf: {
    nl: 'Het bestand is geen PDF. Lever een PDF aan, of geef het bestand een andere naam.',
    en: 'The file is not a PDF. Deliver a PDF, or give the file another name.',
  },
  'te-groot': {
    nl: 'De uitgepakte inhoud is te groot. Lever minder of kleinere bestanden aan.',
    en: 'The unpacked content is too large. Deliver fewer or smaller files.',
  },
  versleuteld: {
    nl: 'Het bestand is versleuteld. Pak het in zonder wachtwoord.',
    en: 'The file is encrypted. Pack it without a password.',
  },
  methode: {
    nl: 'Het bestand is op een onbekende manier ingepakt. Gebruik deflate, of pak het ongecomprimeerd in.',
    en: 'The file is packed in an unknown way. Use deflate, or store it.',
  },
  crc: {
    nl: 'Het bestand is beschadigd: lengte of controlegetal klopt niet. Pak het opnieuw in.',
    en: 'The file is damaged: its length or checksum is wrong. Pack it again.',
  },
};
