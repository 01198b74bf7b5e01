import { type Requirements, deliveryPhases } from './requirement.ts';

const vendorManual = 'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454)';

const basics = {
  strength: 'MUST',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  scope: 'document-type',
} as const;

export const redelivery = {
  'redelivery.accepts-after-refusal': {
    ...basics,
    ground: 'public',
    source: `${vendorManual}: a delivery that failed is offered again`,
    sends: 'violations',
    text: {
      nl: 'Na een weigering wordt dezelfde aanlevering, verbeterd, aangenomen.',
      en: 'After a refusal the same delivery, mended, is accepted.',
    },
    cause: {
      nl: 'Het endpoint onthoudt het geweigerde bericht en ziet de herhaling als dubbel.',
      en: 'The endpoint remembers the refused message and takes the second one for a duplicate.',
    },
    remedy: {
      nl: 'Onthoud voor de controle op dubbele berichten alleen wat is aangenomen.',
      en: 'Remember only what was accepted when looking for duplicates.',
    },
  },
  'redelivery.refuses-after-success': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    sends: 'violations',
    needs: ['duplicate'],
    text: {
      nl: 'Een aanlevering die al een dossiernummer kreeg, wordt bij herhaling als dubbel geweigerd, ook in andere bytes.',
      en: 'A delivery that has got a dossier number is refused as a duplicate when it is sent again, in other bytes too.',
    },
    cause: {
      nl: 'Het endpoint kijkt niet of dezelfde aanlevering al eerder is aangenomen.',
      en: 'The endpoint does not look whether the same delivery was accepted before.',
    },
    remedy: {
      nl: 'Weiger een herhaling die gelijk is in alles wat service.duplicate.key van het contract noemt; of maak die sleutel none.',
      en: 'Refuse a repetition that is equal in all that service.duplicate.key of the contract names; or make that key none.',
    },
  },
  'redelivery.survives-lost-answer': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    sends: 'violations',
    needs: ['duplicate'],
    text: {
      nl: 'Ging het antwoord verloren, dan leidt opnieuw aanleveren niet tot een tweede dossier.',
      en: 'When the answer was lost, delivering again does not lead to a second dossier.',
    },
    cause: {
      nl: 'Het endpoint herkent de herhaling niet en neemt het dossier twee keer aan.',
      en: 'The endpoint does not recognise the repetition and accepts the dossier twice.',
    },
    remedy: {
      nl: 'Beantwoord een herhaling als dubbel, of geef het eerder uitgegeven dossiernummer terug.',
      en: 'Answer the repetition as a duplicate, or return the dossier number handed out before.',
    },
  },
  'redelivery.refuses-after-others': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    sends: 'violations',
    needs: ['duplicate'],
    text: {
      nl: 'Een aanlevering die al een dossiernummer kreeg, wordt ook na vele andere aanleveringen als dubbel geweigerd.',
      en: 'A delivery that has got a dossier number is refused as a duplicate after many other deliveries too.',
    },
    cause: {
      nl: 'Het endpoint onthoudt alleen de laatste aanleveringen, of vergeet ze na een tijd.',
      en: 'The endpoint remembers the last deliveries only, or forgets them after a while.',
    },
    remedy: {
      nl: 'Zoek dubbele aanleveringen tussen alle dossiers; of maak service.duplicate.key van het contract none.',
      en: 'Look for duplicates among all dossiers; or make service.duplicate.key of the contract none.',
    },
  },
  'redelivery.accepts-another-case': {
    ...basics,
    scope: 'run',
    ground: 'public',
    source: `${vendorManual}: each combination of case, notice kind (publicatietype) and medium (publicatiedoel) is a message of its own`,
    sends: 'valid',
    needs: ['reference', 'title', 'notice', 'caseApart'],
    text: {
      nl: 'Een zaak waarvan titel en medium gelijk zijn aan die van een andere zaak, wordt aangenomen.',
      en: 'A case whose title and medium are those of another case is accepted.',
    },
    cause: {
      nl: 'Het endpoint ziet een dubbele aanlevering aan de titel, of vergelijkt maar een deel van het zaaknummer (referentienummer).',
      en: 'The endpoint knows a duplicate by its title, or compares only a part of the case number (referentienummer).',
    },
    remedy: {
      nl: 'Vergelijk het hele zaaknummer, als tekst, en laat titels vrij: veel zaken heten hetzelfde.',
      en: 'Compare the whole case number, as a text, and leave titles free: many cases are called the same.',
    },
  },
  'redelivery.accepts-another-medium': {
    ...basics,
    ground: 'public',
    source: `${vendorManual}: each combination of case, notice kind (publicatietype) and medium (publicatiedoel) is a message of its own`,
    sends: 'valid',
    needs: ['reference', 'medium', 'mediumApart'],
    text: {
      nl: 'Een zaak die al voor een medium is aangeleverd, wordt ook voor een ander medium aangenomen.',
      en: 'A case that was delivered for one medium is accepted for another medium too.',
    },
    cause: {
      nl: 'Het endpoint neemt van elk zaaknummer (referentienummer) maar één bericht aan.',
      en: 'The endpoint takes one message only of each case number (referentienummer).',
    },
    remedy: {
      nl: 'Neem elke combinatie van zaak, documenttype en medium aan als een eigen bericht.',
      en: 'Accept each combination of case, document type and medium as a message of its own.',
    },
  },
  'redelivery.accepts-another-document-type': {
    ...basics,
    ground: 'public',
    source: `${vendorManual}: each combination of case, notice kind (publicatietype) and medium (publicatiedoel) is a message of its own`,
    sends: 'valid',
    needs: ['reference', 'documentType', 'typeApart'],
    text: {
      nl: 'Een zaak die al met een documenttype is aangeleverd, wordt ook met een ander documenttype aangenomen.',
      en: 'A case that was delivered as one document type is accepted as another document type too.',
    },
    cause: {
      nl: 'Het endpoint neemt van elk zaaknummer (referentienummer) maar één bericht aan.',
      en: 'The endpoint takes one message only of each case number (referentienummer).',
    },
    remedy: {
      nl: 'Neem elke combinatie van zaak, documenttype en medium aan als een eigen bericht.',
      en: 'Accept each combination of case, document type and medium as a message of its own.',
    },
  },
} as const satisfies Requirements;
