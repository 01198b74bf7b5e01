import { type Requirements, allPhases } from './requirement.ts';

const basics = {
  role: 'vendor',
  seenAt: ['receiver'],
  phases: allPhases,
  scope: 'run',
  sends: 'nothing',
} as const;

/** What the deliveries of a vendor's system must say. */
export const messageDelivery = {
  'message.keeps-public-schema': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'XML Schema part 1; Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454) and metadata of published notices, named at each declaration of the contract',
    text: {
      nl: 'Elk verzoek houdt zich aan wat openbare bronnen over zijn elementen zeggen.',
      en: 'Each request keeps what public sources say of its elements.',
    },
    cause: {
      nl: 'Een verplicht element ontbreekt, of een waarde heeft een andere vorm dan openbaar is.',
      en: 'A required element is absent, or a value has another form than is public.',
    },
    remedy: {
      nl: 'Verbeter de elementen die genoemd zijn; 3pas check wijst de plaats aan.',
      en: 'Correct the elements that are named; 3pas check shows the place.',
    },
  },
  'message.uses-listed-values': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'KOOP value lists (waardelijsten) of organisations; configuration names (OVERHEIDop.configuratie) of published notices',
    text: {
      nl: 'Elke waarde van een openbare lijst, zoals een organisatie of documenttype, is gespeld als in die lijst.',
      en: 'Each value of a public list, such as an organisation or document type, is spelt as in that list.',
    },
    cause: {
      nl: 'De waarde komt uit eigen stamgegevens, waar zij anders geschreven wordt: Den Haag voor ’s-Gravenhage, Gemeente voor gemeente.',
      en: 'The value comes from data of one’s own, which write it otherwise: Den Haag for ’s-Gravenhage, Gemeente for gemeente.',
    },
    remedy: {
      nl: 'Neem de waarde uit de lijst over, teken voor teken.',
      en: 'Take the value from the list, character by character.',
    },
  },
  'message.uses-observed-values': {
    ...basics,
    strength: 'SHOULD',
    ground: 'observed',
    source: 'metadata of published notices: the values of rubriek, onderwerp, activiteit and locatietype',
    text: {
      nl: 'Elke waarde van een lijst die alleen in publicaties is gezien, komt daarin voor.',
      en: 'Each value of a list that was seen in publications only occurs in it.',
    },
    cause: {
      nl: 'De waarde is nieuw, verouderd of anders gespeld dan in publicaties.',
      en: 'The value is new, outdated or spelt otherwise than in publications.',
    },
    remedy: {
      nl: 'Vergelijk de waarde met de lijst van KOOP; staat zij daarin, laat haar dan zo.',
      en: 'Compare the value with the list of KOOP; where it stands in that, leave it.',
    },
  },
  'message.writes-dates-as-days': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: 'published notices: dates without a time or time zone; XML Schema part 2, section 3.2.9',
    text: {
      nl: 'Elke datum is een bestaande dag, geschreven als jjjj-mm-dd, zonder tijd en tijdzone.',
      en: 'Each date is a day that exists, written as yyyy-mm-dd, without a time or time zone.',
    },
    cause: {
      nl: 'Een dateTime wordt als datum geschreven, of de serializer zet er een tijdzone achter.',
      en: 'A dateTime is written as a date, or the serializer puts a time zone behind it.',
    },
    remedy: {
      nl: 'Schrijf alleen de dag: 2026-03-01.',
      en: 'Write the day alone: 2026-03-01.',
    },
  },
  'message.names-one-medium': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): each combination of case, notice kind (publicatietype) and medium (publicatiedoel) is a message of its own',
    needs: ['medium'],
    text: {
      nl: 'Elk bericht noemt ten hoogste één medium.',
      en: 'Each message names one medium at most.',
    },
    cause: {
      nl: 'Een zaak voor twee bladen gaat in één bericht.',
      en: 'A case for two gazettes goes in one message.',
    },
    remedy: {
      nl: 'Stuur voor elk medium een eigen bericht.',
      en: 'Send a message of its own for each medium.',
    },
  },
  'message.keeps-public-rules': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454), TPOD BOPA 1.0.0 and metadata of published notices, named at each rule of the contract',
    text: {
      nl: 'Elke aanlevering houdt zich aan de regels over meer velden die openbaar zijn.',
      en: 'Each delivery keeps the rules across fields that are public.',
    },
    cause: {
      nl: 'Velden spreken elkaar tegen, zoals een naam die niet in de lijst van zijn soort staat.',
      en: 'Fields contradict each other, such as a name that is not in the list of its kind.',
    },
    remedy: {
      nl: 'Verbeter de velden die genoemd zijn.',
      en: 'Correct the fields that are named.',
    },
  },
  'message.keeps-inferred-rules': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: 'published notices and the law, named at each rule of the contract',
    text: {
      nl: 'Elke aanlevering houdt zich aan de regels over meer velden die uit publicaties of de wet zijn afgeleid.',
      en: 'Each delivery keeps the rules across fields that follow from publications or the law.',
    },
    cause: {
      nl: 'Velden passen niet bij elkaar, zoals een rubriek die niet bij het documenttype hoort.',
      en: 'Fields do not fit together, such as a rubriek that does not go with the document type.',
    },
    remedy: {
      nl: 'Bekijk de velden die genoemd zijn; klopt de aanlevering toch, laat haar dan zo.',
      en: 'Look at the fields that are named; where the delivery is right all the same, leave it.',
    },
  },
  'message.keeps-what-is-assumed': {
    ...basics,
    strength: 'MAY',
    ground: 'assumed',
    source: '',
    text: {
      nl: 'Elke aanlevering houdt zich aan wat het contract aanneemt zonder bron: volgorde, lengtes, grootte.',
      en: 'Each delivery keeps what the contract assumes without a source: order, lengths, size.',
    },
    cause: {
      nl: 'De aanlevering wijkt af van het gereconstrueerde contract; of KOOP haar weigert, is niet bekend.',
      en: 'The delivery differs from the reconstructed contract; whether KOOP refuses it is not known.',
    },
    remedy: {
      nl: 'Houd u aan het contract tot KOOP iets anders zegt.',
      en: 'Keep to the contract until KOOP says otherwise.',
    },
  },
  'message.closes-rings': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): what is not closed is sent as a line',
    text: {
      nl: 'Elke ring van een vlak eindigt waar hij begint.',
      en: 'Each ring of an area ends where it begins.',
    },
    cause: {
      nl: 'De laatste positie wordt weggelaten, of afgerond tot een andere dan de eerste.',
      en: 'The last position is left out, or rounded to another one than the first.',
    },
    remedy: {
      nl: 'Herhaal de eerste positie als laatste, of lever een lijn aan.',
      en: 'Repeat the first position as the last, or deliver a line.',
    },
  },
  'message.draws-right-geometry': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: 'OGC 06-103r4, section 6.1; EPSG:28992',
    text: {
      nl: 'Elke geometrie is die van haar soort, geldig als simple feature, en binnen Nederland in RD.',
      en: 'Each geometry is of its kind, a valid simple feature, and within the Netherlands in RD.',
    },
    cause: {
      nl: 'Graden in plaats van RD, x en y verwisseld, een vlak waar een lijn hoort, een rand die zichzelf snijdt, een gat buiten zijn vlak of vlakken die elkaar overlappen.',
      en: 'Degrees in place of RD, x and y swapped, an area where a line belongs, an edge that crosses itself, a hole outside its area, or areas that overlap.',
    },
    remedy: {
      nl: 'Lever de geometrie aan in RD (EPSG:28992) en van de soort van de markering, en herstel wat de bevinding noemt.',
      en: 'Deliver the geometry in RD (EPSG:28992) and of the kind of the marker, and mend what the finding names.',
    },
  },
  'message.has-whole-characters': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: 'Unicode 15.0, section 23.8 (U+FFFD stands for a character that was lost)',
    text: {
      nl: 'Geen tekst bevat een vervangteken of UTF-8 die als windows-1252 is gelezen.',
      en: 'No text holds a replacement character, or UTF-8 that was read as windows-1252.',
    },
    cause: {
      nl: 'Een tekst is op bytes ingekort, of in de verkeerde codering gelezen.',
      en: 'A text was shortened to bytes, or read in the wrong encoding.',
    },
    remedy: {
      nl: 'Kort in op tekens, en lees de bron in haar eigen codering.',
      en: 'Shorten by characters, and read the source in its own encoding.',
    },
  },
} as const satisfies Requirements;
