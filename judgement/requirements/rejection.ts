import { type Requirements, deliveryPhases } from './requirement.ts';

const basics = {
  strength: 'MUST',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  sends: 'violations',
} as const;

const manual = 'Open Wave, instellen_inrichten/drop: a delivery ends in an error or in a dossier number';

export const rejection = {
  'rejection.refuses-schema-violation': {
    ...basics,
    ground: 'public',
    source: manual,
    scope: 'schema-constraint',
    text: {
      nl: 'Een foutief bericht dat precies één bepaling van het schema schendt, wordt geweigerd, zonder dossiernummer.',
      en: 'A violation of exactly one constraint of the schema is refused, without a dossier number.',
    },
    cause: {
      nl: 'Het endpoint controleert deze bepaling niet, of de bepaling in het contract is strenger dan de werkelijkheid.',
      en: 'The endpoint does not check this constraint, or the contract is stricter here than reality.',
    },
    remedy: {
      nl: 'Controleer berichten tegen het schema voordat ze worden aangenomen; of verruim de bepaling in de contractmap.',
      en: 'Validate messages against the schema before accepting them; or relax the constraint in the contract folder.',
    },
  },
  'rejection.refuses-rule-violation': {
    ...basics,
    ground: 'public',
    source: manual,
    scope: 'rule',
    text: {
      nl: 'Een foutief bericht dat precies één regel over de velden heen schendt, wordt geweigerd, zonder dossiernummer.',
      en: 'A violation of exactly one rule across fields is refused, without a dossier number.',
    },
    cause: {
      nl: 'Het endpoint controleert deze regel niet, of de regel in het contract geldt niet.',
      en: 'The endpoint does not check this rule, or the rule in the contract does not hold.',
    },
    remedy: {
      nl: 'Voeg de controle toe; of maak de regel in de contractmap een waarschuwing als zij niet bindend blijkt.',
      en: 'Add the check; or make the rule a warning in the contract folder when it proves not to bind.',
    },
  },
  'rejection.refuses-damaged-zip': {
    ...basics,
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop: the content is a zip with one file, inhoud.xml; PKWARE APPNOTE, 4.3 and 4.4; XML Schema part 2, 3.2.16: what base64Binary is',
    scope: 'run',
    needs: ['zip'],
    text: {
      nl: 'Een beschadigde zip (onjuiste CRC, versleuteld, onbekende methode, afgebroken, of in een tekst die geen base64 is) wordt geweigerd.',
      en: 'A damaged zip (wrong CRC, encrypted, unknown method, cut off, or in a text that is no base64) is refused.',
    },
    cause: {
      nl: 'Het endpoint bewaart de zip zonder hem uit te pakken, of de bibliotheek waarmee het uitpakt, controleert de CRC niet, of slaat over wat in base64 niet hoort.',
      en: 'The endpoint stores the zip without unpacking it, or the library that unpacks it does not check the CRC, or skips what does not belong in base64.',
    },
    remedy: {
      nl: 'Pak de zip uit voordat de aanlevering wordt aangenomen, en vergelijk de CRC en de lengte van elk bestand. Controleer base64 tegen het schema.',
      en: 'Unpack the zip before the delivery is accepted, and compare CRC and length of each file. Validate base64 by the schema.',
    },
  },
  'rejection.refuses-misnamed-files': {
    ...basics,
    security: true,
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop: the content is a zip with one file, inhoud.xml; PKWARE APPNOTE, 4.4.17: no absolute paths',
    scope: 'run',
    needs: ['zip', 'notice'],
    text: {
      nl: 'Een zip waarin inhoud.xml twee keer staat, of een pad voor de naam heeft (/, ./, ../) of iets erachter (een spatie, een NUL), wordt geweigerd.',
      en: 'A zip that has inhoud.xml twice, or with a path before its name (/, ./, ../) or something behind it (a space, a NUL), is refused.',
    },
    cause: {
      nl: 'Het endpoint kijkt alleen naar het eind van de naam, of pakt uit naar een map.',
      en: 'The endpoint looks at the end of the name only, or unpacks into a folder.',
    },
    remedy: {
      nl: 'Neem alleen een zip met precies één bestand dat inhoud.xml heet, en pak nooit uit naar een pad uit de zip.',
      en: 'Take only a zip with exactly one file that is called inhoud.xml, and never unpack to a path from the zip.',
    },
  },
  'rejection.refuses-ambiguous-zip': {
    ...basics,
    security: true,
    ground: 'inferred',
    source:
      'PKWARE APPNOTE, 4.3.7 and 4.3.12: both headers of a file hold its name and CRC; which of two to believe is not said',
    scope: 'run',
    needs: ['zip'],
    text: {
      nl: 'Een zip waarvan de twee kopregels van een bestand iets anders zeggen, wordt geweigerd.',
      en: 'A zip whose two headers of a file say different things is refused.',
    },
    cause: {
      nl: 'Het endpoint leest alleen de inhoudsopgave van de zip, of juist alleen wat voor de bestanden staat.',
      en: 'The endpoint reads only the directory of the zip, or only what stands before the files.',
    },
    remedy: {
      nl: 'Vergelijk beide kopregels: wie na u de zip leest, kan er iets anders in zien.',
      en: 'Compare both headers: who reads the zip after you may see something else in it.',
    },
  },
  'rejection.keeps-nothing': {
    ...basics,
    ground: 'inferred',
    source: 'Follows from an error without a dossier number: there is nothing to look up',
    scope: 'document-type',
    seenAt: ['mock'],
    needs: ['reference'],
    text: {
      nl: 'Van een geweigerde aanlevering blijft niets achter.',
      en: 'Nothing is kept of a delivery that was refused.',
    },
    cause: {
      nl: 'Het endpoint bewaart het dossier voordat het oordeel bekend is.',
      en: 'The endpoint stores the dossier before the verdict is known.',
    },
    remedy: {
      nl: 'Bewaar pas na het oordeel, of draai terug bij een weigering.',
      en: 'Store after the verdict, or roll back on refusal.',
    },
  },
  'rejection.names-element': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    scope: 'document-type',
    needs: ['faultDetail'],
    text: {
      nl: 'De foutmelding bij een foutief bericht noemt een foutcode, een tekst en het element waar het om gaat.',
      en: 'The error for a violation names an error code, a text and the element that is concerned.',
    },
    cause: {
      nl: 'De fout is algemeen, of heeft een andere vorm dan het contract aanneemt.',
      en: 'The error is general, or has another form than the contract assumes.',
    },
    remedy: {
      nl: 'Geef in het detail van de Fault aan welk element fout is; of pas de vorm van de Fault in de contractmap aan.',
      en: 'Say in the detail of the Fault which element is wrong; or mend the form of the Fault in the contract folder.',
    },
  },
  'rejection.tells-elements-apart': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    scope: 'document-type',
    needs: ['faultElement'],
    text: {
      nl: 'De foutmelding noemt bij fouten in verschillende elementen niet steeds hetzelfde element.',
      en: 'The error does not name one and the same element for errors in different elements.',
    },
    cause: {
      nl: 'De naam van het element staat vast in de tekst van de fout.',
      en: 'The name of the element is fixed in the text of the error.',
    },
    remedy: {
      nl: 'Noem in het detail van de Fault het element waar de fout is gevonden.',
      en: 'Name in the detail of the Fault the element where the error was found.',
    },
  },
  'rejection.names-the-element-itself': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    scope: 'run',
    needs: ['faultElement'],
    text: {
      nl: 'De foutmelding bij een foute waarde noemt het element met die waarde, en niet het element eromheen of een ander; die bij een foute opbouw noemt een element dat daarmee te maken heeft.',
      en: 'The error for a wrong value names the element with that value, and not the one around it or another; that for a wrong structure names an element that has to do with it.',
    },
    cause: {
      nl: 'Het endpoint kent alleen de plek waar het met lezen was, of noemt het element dat het zelf controleert.',
      en: 'The endpoint knows only where it was in reading, or names the element that it checks itself.',
    },
    remedy: {
      nl: 'Noem in het detail van de Fault de naam van het element waarvan de waarde fout is, of het pad ernaartoe.',
      en: 'Name in the detail of the Fault the element whose value is wrong, or the path to it.',
    },
  },
  'rejection.tells-kinds-apart': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    scope: 'run',
    needs: ['faultDetail'],
    text: {
      nl: 'De foutcode onderscheidt een fout tegen het schema, een fout tegen een regel en een dossier dat er al was, is niet die van een ander soort fout, en is niet elke keer een andere.',
      en: 'The error code tells apart an error against the schema, an error against a rule, and a dossier that was there already, is not that of another kind of error, and is not another one each time.',
    },
    cause: {
      nl: 'Eén code dient voor alle fouten, of twee soorten fouten komen in dezelfde afhandeling terecht.',
      en: 'One code serves all errors, or two kinds of errors end in the same handler.',
    },
    remedy: {
      nl: 'Geef elk soort fout de code die het koppelvlak ervoor kent: een afnemer handelt ernaar.',
      en: 'Give each kind of error the code that the interface has for it: a client acts on it.',
    },
  },
} as const satisfies Requirements;
