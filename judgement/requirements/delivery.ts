import { type Requirements, deliveryPhases } from './requirement.ts';

const vendorManual = 'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454)';

const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  scope: 'document-type',
  sends: 'valid',
} as const;

export const delivery = {
  'delivery.accepts-valid': {
    ...basics,
    source: 'koopoverheid.nl, DROP 3PAS: between phases it is seen whether the desired document types arrive correctly',
    text: {
      nl: 'Elke aanlevering die aan het contract voldoet, wordt aangenomen en krijgt een dossiernummer.',
      en: 'Every delivery that meets the contract is accepted and gets a dossier number.',
    },
    cause: {
      nl: 'Het endpoint eist meer dan het contract zegt, kent het documenttype niet, of struikelt over een teken in de tekst.',
      en: 'The endpoint demands more than the contract says, does not know the document type, or stumbles over a character in the text.',
    },
    remedy: {
      nl: 'Vergelijk het kleinste tegenvoorbeeld met de foutmelding; klopt het contract niet, pas dan de contractmap aan.',
      en: 'Compare the smallest counterexample with the error; if the contract is wrong, mend the contract folder.',
    },
  },
  'delivery.accepts-each-medium': {
    ...basics,
    source: `${vendorManual}: the five media (publicatiedoelen), one message for each`,
    needs: ['medium'],
    text: {
      nl: 'Voor elk medium dat bij het bevoegd gezag past, wordt een juiste aanlevering aangenomen.',
      en: 'A valid delivery is accepted for every medium that fits the competent authority.',
    },
    cause: {
      nl: 'Een medium heeft in het bericht een andere code dan in het contract, of is voor deze aansluiting niet opengesteld.',
      en: 'A medium has another name on the wire than in the contract, or is not opened for this connection.',
    },
    remedy: {
      nl: 'Vergelijk de codes van de media met de metadatabeschrijving van KOOP en pas de contractmap of het profiel aan.',
      en: "Compare the codes of the media with KOOP's metadata description and mend the contract folder or the profile.",
    },
  },
  'delivery.accepts-listed-values': {
    ...basics,
    source: 'The value lists of the contract, each with its own source: KOOP value lists and published notices',
    text: {
      nl: 'Elke waarde uit een waardelijst van het contract wordt aangenomen waar zij mag staan.',
      en: 'Each value of a list of the contract is accepted where it may stand.',
    },
    cause: {
      nl: 'Het endpoint kent een waarde niet, of schrijft haar anders: een oudere lijst, een andere spelling, een andere codering.',
      en: 'The endpoint does not know a value, or spells it otherwise: an older list, another spelling, another encoding.',
    },
    remedy: {
      nl: 'Vergelijk de lijst van het endpoint met die van het contract, waarde voor waarde; klopt de lijst van het contract niet, verbeter die dan.',
      en: 'Compare the list of the endpoint with that of the contract, value by value; if the list of the contract is wrong, mend it.',
    },
  },
  'delivery.accepts-numbers-at-bounds': {
    ...basics,
    source: 'XML Schema part 2, 4.3.7 and 4.3.10: an inclusive bound is itself a value',
    text: {
      nl: 'Een getal dat precies op zijn onder- of bovengrens ligt, wordt aangenomen.',
      en: 'A number that lies exactly at its lower or upper bound is accepted.',
    },
    cause: {
      nl: 'Het endpoint rekent de grens zelf niet mee, of heeft een andere grens dan het contract.',
      en: 'The endpoint does not count the bound itself in, or has another bound than the contract.',
    },
    remedy: {
      nl: 'Neem een getal op de grens aan; klopt de grens in het contract niet, verbeter die dan.',
      en: 'Accept a number at the bound; if the bound in the contract is wrong, mend it.',
    },
  },
  'delivery.accepts-special-days': {
    ...basics,
    source: 'XML Schema part 2, 3.2.9, and ISO 8601: a date is any day of the Gregorian calendar',
    text: {
      nl: 'Een aanlevering met een bijzondere dag wordt aangenomen: 29 februari, de eerste en de laatste dag van een jaar, de dag waarop de klok verzet wordt, een dag van voor 1970 of na 2038, morgen.',
      en: 'A delivery with a special day is accepted: 29 February, the first and the last day of a year, the day on which clocks change, a day before 1970 or after 2038, tomorrow.',
    },
    cause: {
      nl: 'Het endpoint rekent zelf met dagen, of rekent een datum om naar een tijdstip in een tijdzone.',
      en: 'The endpoint reckons with days by itself, or makes a date a moment in a time zone.',
    },
    remedy: {
      nl: 'Lees een datum als een dag zonder tijd, met de kalender van het platform.',
      en: 'Read a date as a day without a time, by the calendar of the platform.',
    },
  },
  'delivery.keeps-answers-apart': {
    ...basics,
    source:
      'RFC 9110, section 3.4: a client gets the response to its own request; RFC 9112, section 9.3, on one connection',
    scope: 'run',
    sends: 'violations',
    text: {
      nl: 'Van een juiste en een foute aanlevering die tegelijk komen, krijgt elke haar eigen antwoord: de foute geen dossiernummer.',
      en: 'Of a valid and a wrong delivery that come at the same time each gets its own answer: the wrong one no dossier number.',
    },
    cause: {
      nl: 'Het endpoint bewaart een bericht of zijn antwoord waar een ander verzoek erbij kan, of een proxy ervoor verwisselt antwoorden.',
      en: 'The endpoint keeps a message or its answer where another request can reach it, or a proxy before it swaps answers.',
    },
    remedy: {
      nl: 'Deel niets tussen verzoeken: geen statische velden, geen buffer voor alle, geen sessie die twee verzoeken tegelijk gebruiken.',
      en: 'Share nothing between requests: no static fields, no buffer for all, no session that two requests use at once.',
    },
  },
  'delivery.prepares-without-medium': {
    ...basics,
    source: `${vendorManual}: without a medium a dossier is only prepared (klaargezet)`,
    needs: ['status', 'medium'],
    text: {
      nl: 'Een aanlevering zonder medium wordt aangenomen en alleen klaargezet.',
      en: 'A delivery without a medium is accepted and only prepared (klaargezet).',
    },
    cause: {
      nl: 'Het endpoint eist een medium, of publiceert waar alleen klaarzetten is gevraagd.',
      en: 'The endpoint demands a medium, or publishes where only preparing was asked for.',
    },
    remedy: {
      nl: 'Neem de aanlevering aan met de status die het contract voor klaarzetten noemt.',
      en: 'Accept the delivery with the status that the contract has for prepared dossiers.',
    },
  },
  'delivery.status-follows-medium': {
    ...basics,
    source: `koopoverheid.nl, DROP 3PAS: what is delivered is published automatically through DROP; ${vendorManual}: only without a medium a dossier is prepared (klaargezet)`,
    needs: ['status', 'medium'],
    text: {
      nl: 'De status volgt het medium: met een medium is een aangenomen dossier nooit alleen klaargezet, zonder medium nooit gepubliceerd of ingepland.',
      en: 'The status follows the medium: with a medium an accepted dossier is never only prepared (klaargezet), without one never published or scheduled.',
    },
    cause: {
      nl: 'Het endpoint leest het medium niet, of geeft het antwoord van een andere aanlevering terug.',
      en: 'The endpoint does not read the medium, or returns the answer to another delivery.',
    },
    remedy: {
      nl: 'Antwoord met de status die bij deze aanlevering hoort; zonder medium is dat klaargezet.',
      en: 'Answer with the status that belongs to this delivery; without a medium that is prepared (klaargezet).',
    },
  },
  'delivery.waits-for-publication-date': {
    ...basics,
    ground: 'inferred',
    source:
      'Notices are published on the requested day in the morning (seen in records of officielebekendmakingen.nl); a status gepubliceerd before that day contradicts it',
    needs: ['status', 'publicationDate'],
    text: {
      nl: 'Een dossier met een publicatiedatum in de toekomst is bij het antwoord nog niet gepubliceerd.',
      en: 'A dossier with a date of publication in the future is not published yet when it is answered.',
    },
    cause: {
      nl: 'Het endpoint leest de publicatiedatum niet, of publiceert meteen.',
      en: 'The endpoint does not read the date of publication, or publishes at once.',
    },
    remedy: {
      nl: 'Plan de publicatie in, en antwoord met de status die het contract daarvoor noemt.',
      en: 'Schedule the publication, and answer with the status that the contract has for that.',
    },
  },
  'delivery.numbers-dossiers-uniquely': {
    ...basics,
    source: `${vendorManual}: the dossier number is what a dossier is looked up by`,
    text: {
      nl: 'Elk aangenomen dossier krijgt één dossiernummer, van zichzelf alleen.',
      en: 'Every accepted dossier gets one dossier number, of its own.',
    },
    cause: {
      nl: 'Het endpoint geeft een nummer opnieuw uit of geeft een vaste waarde terug.',
      en: 'The endpoint hands out a number again or returns a fixed value.',
    },
    remedy: {
      nl: 'Geef bij elke aangenomen aanlevering een nieuw nummer.',
      en: 'Give a new number for each accepted delivery.',
    },
  },
  'delivery.answers-by-schema': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    text: {
      nl: 'Het antwoord op een aangenomen aanlevering voldoet aan het schema van het contract.',
      en: 'The answer to an accepted delivery is valid by the schema of the contract.',
    },
    cause: {
      nl: 'Het antwoord heeft andere elementen dan het contract aanneemt.',
      en: 'The answer has other elements than the contract assumes.',
    },
    remedy: {
      nl: 'Leg het werkelijke antwoord naast het schema en pas de contractmap aan.',
      en: 'Put the real answer beside the schema and mend the contract folder.',
    },
  },
  'delivery.accepts-with-warning': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    scope: 'warning',
    sends: 'violations',
    text: {
      nl: 'Een aanlevering die alleen een waarschuwing verdient, wordt aangenomen.',
      en: 'A delivery that only deserves a warning is accepted.',
    },
    cause: {
      nl: 'Het endpoint weigert op een regel die volgens de openbare bronnen geen weigergrond is.',
      en: 'The endpoint refuses on a rule that public sources do not know as a reason to refuse.',
    },
    remedy: {
      nl: 'Is de regel wel bindend, maak hem dan in de contractmap een fout (role="error") met de bron erbij.',
      en: 'If the rule does bind, make it an error in the contract folder (role="error") and name the source.',
    },
  },
  'delivery.is-steady': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    scope: 'run',
    source: `${vendorManual}: a notice that failed is offered again as it is, so its outcome must not hang on chance`,
    text: {
      nl: 'Een aanlevering loopt bij elke poging gelijk af: wat de ene keer wordt aangenomen, wordt niet de andere keer geweigerd of niet beantwoord.',
      en: 'A delivery comes to the same at each try: what is accepted once is not refused or left without an answer another time.',
    },
    cause: {
      nl: 'Overbelasting, een onderdeel achter het endpoint dat niet altijd bereikbaar is, of toestand die een eerder verzoek achterliet.',
      en: 'Overload, a part behind the endpoint that can not always be reached, or state that an earlier request left behind.',
    },
    remedy: {
      nl: 'Zoek de getoonde uitwisselingen op in het logboek van het endpoint, naar tijdstip; onder een nieuw nummer ging hetzelfde goed.',
      en: 'Look the exchanges that are shown up in the log of the endpoint, by their time; under a new number the same went right.',
    },
  },
} as const satisfies Requirements;
