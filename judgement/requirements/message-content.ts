import { type Requirements, allPhases } from './requirement.ts';

const basics = {
  role: 'vendor',
  seenAt: ['receiver'],
  phases: allPhases,
  scope: 'run',
  sends: 'nothing',
} as const;

/** What the content of the deliveries of a vendor's system must be. */
export const messageContent = {
  'message.content-can-be-unpacked': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): InhoudZip is a zip, base64-coded; PKWARE APPNOTE 6.3.9',
    needs: ['zip'],
    text: {
      nl: 'Elke InhoudZip is base64 van een zip die zonder wachtwoord en zonder fouten is uit te pakken.',
      en: 'Each InhoudZip is base64 of a zip that unpacks without a password and without errors.',
    },
    cause: {
      nl: 'De zip is versleuteld, beschadigd of anders ingepakt dan met deflate, of het is geen zip.',
      en: 'The zip is encrypted, damaged or packed otherwise than by deflate, or it is no zip.',
    },
    remedy: {
      nl: 'Maak de zip opnieuw: één deel, deflate, geen wachtwoord.',
      en: 'Make the zip again: one part, deflate, no password.',
    },
  },
  'message.content-holds-the-right-files': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): a zip with one file, inhoud.xml',
    needs: ['zip'],
    text: {
      nl: 'Elke InhoudZip bevat alleen het bestand dat bij het documenttype hoort, zonder map.',
      en: 'Each InhoudZip holds only the file that goes with the document type, without a folder.',
    },
    cause: {
      nl: 'Het bestand staat in een map of heet anders, of het besturingssysteem voegt bestanden toe (__MACOSX).',
      en: 'The file is in a folder or has another name, or the operating system adds files (__MACOSX).',
    },
    remedy: {
      nl: 'Zet alleen inhoud.xml in de zip, zonder map.',
      en: 'Put inhoud.xml and nothing else in the zip, without a folder.',
    },
  },
  'message.content-is-well-formed': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): inhoud.xml is XML; XML 1.0, section 2.1',
    text: {
      nl: 'Elk XML-bestand in de inhoud is welgevormd.',
      en: 'Each XML file in the content is well-formed.',
    },
    cause: {
      nl: 'Het bestand is aan elkaar geplakte tekst: een & of < is niet vervangen.',
      en: 'The file is text glued together: a & or < is not escaped.',
    },
    remedy: {
      nl: 'Laat een XML-bibliotheek het bestand schrijven.',
      en: 'Have an XML library write the file.',
    },
  },
  'message.content-is-in-its-encoding': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'XML 1.0, section 4.3.3',
    text: {
      nl: 'Elk XML-bestand in de inhoud heeft de codering die het declareert, zonder declaratie UTF-8.',
      en: 'Each XML file in the content has the encoding that it declares, UTF-8 without a declaration.',
    },
    cause: {
      nl: 'De tekst is windows-1252 of ISO-8859-1, en de declaratie zegt UTF-8 of ontbreekt.',
      en: 'The text is windows-1252 or ISO-8859-1, and the declaration says UTF-8 or is absent.',
    },
    remedy: {
      nl: 'Schrijf het bestand in UTF-8.',
      en: 'Write the file in UTF-8.',
    },
  },
  'message.content-is-utf-8': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: 'XML 1.0, section 4.3.3',
    text: {
      nl: 'Elk XML-bestand in de inhoud is UTF-8 of UTF-16, die elke XML-lezer kent.',
      en: 'Each XML file in the content is UTF-8 or UTF-16, which every reader of XML knows.',
    },
    cause: {
      nl: 'Het bestand declareert windows-1252, ISO-8859-1 of een andere codering.',
      en: 'The file declares windows-1252, ISO-8859-1 or another encoding.',
    },
    remedy: {
      nl: 'Schrijf het bestand in UTF-8.',
      en: 'Write the file in UTF-8.',
    },
  },
  'message.content-keeps-public-schema': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): example of inhoud.xml; TPOD BOPA 1.0.0, section 2.4.2.2',
    text: {
      nl: 'Elk XML-bestand in de inhoud houdt zich aan wat openbare bronnen over zijn elementen zeggen.',
      en: 'Each XML file in the content keeps what public sources say of its elements.',
    },
    cause: {
      nl: 'Een verplicht element ontbreekt, of het bestand begint met een ander element.',
      en: 'A required element is absent, or the file begins with another element.',
    },
    remedy: {
      nl: 'Verbeter de elementen die genoemd zijn; 3pas check wijst de plaats aan.',
      en: 'Correct the elements that are named; 3pas check shows the place.',
    },
  },
  'message.content-agrees-with-metadata': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): the title stands in the message and at kop/titel',
    text: {
      nl: 'De inhoud zegt hetzelfde als de metadata, zoals de titel.',
      en: 'The content says the same as the metadata, such as the title.',
    },
    cause: {
      nl: 'Titel en kop/titel komen uit verschillende velden, of één van beide is ingekort.',
      en: 'Title and kop/titel come from different fields, or one of them was shortened.',
    },
    remedy: {
      nl: 'Vul beide uit dezelfde bron.',
      en: 'Fill both from the same source.',
    },
  },
} as const satisfies Requirements;
