import { type Requirements, deliveryPhases } from './requirement.ts';

const basics = {
  strength: 'MUST',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
} as const;

const attack = { ...basics, scope: 'run', sends: 'attacks', security: true } as const;

export const robustness = {
  'robustness.takes-odd-text': {
    ...basics,
    ground: 'public',
    source: 'XML 1.0, fifth edition, section 2.2: the characters that a document may hold',
    scope: 'document-type',
    sends: 'valid',
    text: {
      nl: 'Elke tekst die XML en het schema toelaten, wordt aangenomen: accenten, emoji, rechts-naar-links, vaste spaties, witruimte, en woorden die op null, SQL of opmaak lijken.',
      en: 'Every text that XML and the schema allow is accepted: diacritics, emoji, right-to-left, no-break spaces, white space, and words that resemble null, SQL or markup.',
    },
    cause: {
      nl: 'Het endpoint bewaart of verwerkt tekst in een codering die niet alle tekens kent, of een filter ervoor houdt woorden tegen.',
      en: 'The endpoint stores or handles text in an encoding that does not know all characters, or a filter before it keeps words out.',
    },
    remedy: {
      nl: 'Gebruik overal Unicode, ook in de database (in MySQL utf8mb4, in SQL Server nvarchar), en neem elke tekst als tekst.',
      en: 'Use Unicode throughout, in the database too (utf8mb4 in MySQL, nvarchar in SQL Server), and take each text for a text.',
    },
  },
  'robustness.takes-every-letter': {
    ...basics,
    ground: 'public',
    source: 'XML 1.0, fifth edition, section 2.2: the characters that a document may hold',
    scope: 'document-type',
    sends: 'valid',
    text: {
      nl: 'Elke letter waarmee namen in Nederlandse registers geschreven worden, wordt in vrije tekst aangenomen.',
      en: 'Each letter that names in Dutch registers are written with is accepted in free text.',
    },
    cause: {
      nl: 'Het endpoint kent een letter niet: een tekentabel met minder tekens, zoals Latin-1, of een eigen lijst van toegelaten tekens.',
      en: 'The endpoint does not know a letter: a character set with fewer of them, such as Latin-1, or a list of its own of letters that are allowed.',
    },
    remedy: {
      nl: 'Gebruik overal Unicode, en sta in vrije tekst alle letters toe.',
      en: 'Use Unicode throughout, and allow all letters in free text.',
    },
  },
  'robustness.takes-longest-texts': {
    ...basics,
    ground: 'inferred',
    source:
      'XML Schema part 2, 4.3.3: a text of the greatest length is a value as any other; part 1, 3.9.1: as many of an element as maxOccurs allows are valid',
    scope: 'document-type',
    sends: 'valid',
    text: {
      nl: 'Een aanlevering waarin alle velden tegelijk hun grootste lengte hebben, of wat herhaald mag worden vele keren voorkomt, wordt aangenomen.',
      en: 'A delivery in which all fields have their greatest length at once, or what may be repeated comes many times, is accepted.',
    },
    cause: {
      nl: 'Een kolom of buffer is kleiner dan het contract toelaat, telt bytes in plaats van tekens, of is te klein voor alle velden samen; of er is plaats voor enkele herhalingen.',
      en: 'A column or buffer is smaller than the contract allows, counts bytes instead of characters, or is too small for all fields together; or there is room for some repetitions.',
    },
    remedy: {
      nl: 'Geef elk veld de lengte die het contract noemt, in tekens; bewaar elke herhaling in een eigen rij. Klopt de lengte in het contract niet, verbeter die dan.',
      en: 'Give each field the length that the contract names, in characters; store each repetition in a row of its own. If the length in the contract is wrong, mend it.',
    },
  },
  'robustness.takes-long-content': {
    ...basics,
    ground: 'inferred',
    source:
      'A notice has any number of paragraphs (Open Wave, instellen_inrichten/drop: 1..n al); no limit is published',
    scope: 'document-type',
    sends: 'valid',
    needs: ['notice'],
    text: {
      nl: 'Een aanlevering met een lange kennisgeving (een bericht van meer dan 64 KB) wordt aangenomen.',
      en: 'A delivery with a long notice (a message of more than 64 KB) is accepted.',
    },
    cause: {
      nl: 'Een standaardgrens op de berichtgrootte: WCF weigert boven 65.536 bytes met 413.',
      en: 'A default limit on the size of messages: WCF refuses above 65,536 bytes with 413.',
    },
    remedy: {
      nl: 'Verhoog de grens (in WCF maxReceivedMessageSize).',
      en: 'Raise the limit (maxReceivedMessageSize in WCF).',
    },
  },
  'robustness.refuses-deep-nesting': {
    ...attack,
    ground: 'public',
    source: 'The schema of the message allows no such elements; SOAP 1.1, section 4.4',
    text: {
      nl: 'Een bericht met duizenden geneste elementen wordt geweigerd en het endpoint blijft werken.',
      en: 'A message with thousands of nested elements is refused and the endpoint keeps working.',
    },
    cause: {
      nl: 'De parser volgt de nesting recursief, zonder grens.',
      en: 'The parser follows the nesting recursively, without a bound.',
    },
    remedy: {
      nl: 'Begrens de diepte van het document in de parser.',
      en: 'Bound the depth of documents in the parser.',
    },
  },
  'robustness.refuses-document-type-declaration': {
    ...attack,
    ground: 'public',
    source: 'WS-I Basic Profile 1.1, R1008: an envelope holds no document type declaration',
    text: {
      nl: 'Een bericht met een DTD wordt geweigerd.',
      en: 'A message with a document type declaration is refused.',
    },
    cause: {
      nl: 'De parser leest DTD’s; dat opent de deur voor XXE en entiteitenbommen.',
      en: 'The parser reads document type declarations, which opens the door to XXE and entity bombs.',
    },
    remedy: {
      nl: 'Zet DTD-verwerking uit (in .NET DtdProcessing.Prohibit, in Java disallow-doctype-decl).',
      en: 'Switch DTD processing off (DtdProcessing.Prohibit in .NET, disallow-doctype-decl in Java).',
    },
  },
  'robustness.refuses-entity-expansion': {
    ...attack,
    ground: 'public',
    source: 'WS-I Basic Profile 1.1, R1008; XML 1.0, section 4.1',
    text: {
      nl: 'Een bericht dat met entiteiten tot een veelvoud uitdijt, wordt geweigerd en het endpoint blijft werken.',
      en: 'A message that grows manifold through entities is refused and the endpoint keeps working.',
    },
    cause: {
      nl: 'De parser vouwt entiteiten uit zonder grens.',
      en: 'The parser expands entities without a bound.',
    },
    remedy: {
      nl: 'Zet DTD-verwerking uit.',
      en: 'Switch DTD processing off.',
    },
  },
  'robustness.refuses-external-entity': {
    ...attack,
    ground: 'public',
    source: 'WS-I Basic Profile 1.1, R1008; XML 1.0, section 4.2.2',
    text: {
      nl: 'Een bericht met een externe entiteit wordt geweigerd en toont niets van het bestand waarnaar het verwijst.',
      en: 'A message with an external entity is refused and shows nothing of the file that it points to.',
    },
    cause: {
      nl: 'De parser leest externe entiteiten (XXE).',
      en: 'The parser reads external entities (XXE).',
    },
    remedy: {
      nl: 'Zet DTD-verwerking en het ophalen van externe bronnen uit.',
      en: 'Switch DTD processing and the resolving of external sources off.',
    },
  },
  'robustness.refuses-zip-bomb': {
    ...attack,
    ground: 'public',
    source: 'Open Wave, instellen_inrichten/drop: the content is a zip with one file, inhoud.xml',
    needs: ['zip'],
    text: {
      nl: 'Een zip die tot honderden megabytes uitpakt, wordt geweigerd en het endpoint blijft werken.',
      en: 'A zip that unpacks to hundreds of megabytes is refused and the endpoint keeps working.',
    },
    cause: {
      nl: 'De zip wordt zonder grens in het geheugen uitgepakt.',
      en: 'The zip is unpacked in memory without a bound.',
    },
    remedy: {
      nl: 'Begrens de uitgepakte grootte tijdens het uitpakken.',
      en: 'Bound the unpacked size while unpacking.',
    },
  },
  'robustness.shows-no-internals': {
    ...basics,
    security: true,
    ground: 'public',
    source:
      'OWASP ASVS 4.0.3, V7.4.1: a generic message on an error, and V14.3.3: no versions of components; NIST SP 800-53, SI-11: error messages tell nothing that can be exploited, and IA-6: what authenticates is not shown; CWE-209',
    scope: 'run',
    sends: 'valid',
    text: {
      nl: 'Geen antwoord toont iets van het systeem zelf: stacktraces, bronbestanden, SQL, verbindingsreeksen, paden, interne adressen of (in SOAP) versies van software; of het wachtwoord.',
      en: 'No answer shows anything of the system itself: stack traces, source files, SQL, connection strings, paths, internal addresses or (in SOAP) versions of software; or the password.',
    },
    cause: {
      nl: 'De tekst van een exceptie komt in de Fault terecht (in WCF includeExceptionDetailInFaults).',
      en: 'The text of an exception ends up in the Fault (includeExceptionDetailInFaults in WCF).',
    },
    remedy: {
      nl: 'Antwoord met een algemene tekst en een kenmerk, en zet de bijzonderheden in een logboek dat alleen de beheerder leest.',
      en: 'Answer with a general text and an id, and put the details in a log that only the operator reads.',
    },
  },
} as const satisfies Requirements;
