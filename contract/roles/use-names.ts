import type { Bilingual } from '../texts/bilingual.ts';
import type { Use } from '../use.ts';

/** What people call what a use stands for. */
export const useNames: Readonly<Record<Use, Bilingual>> = {
  documentType: { nl: 'het documenttype', en: 'the document type' },
  reference: { nl: 'het referentienummer', en: 'the reference' },
  title: { nl: 'de titel', en: 'the title' },
  authority: { nl: 'het bevoegd gezag', en: 'the competent authority' },
  authorityKind: { nl: 'de soort van het bevoegd gezag', en: 'the kind of the competent authority' },
  publisher: { nl: 'de uitgever', en: 'the publisher' },
  publisherKind: { nl: 'de soort van de uitgever', en: 'the kind of the publisher' },
  medium: { nl: 'het medium', en: 'the medium' },
  publicationDate: { nl: 'de publicatiedatum', en: 'the publication date' },
  rectifies: { nl: 'de gerectificeerde publicatie', en: 'the rectified publication' },
  content: { nl: 'de inhoud', en: 'the content' },
  notice: { nl: 'de alinea’s van de inhoud', en: 'the paragraphs of the content' },
};
