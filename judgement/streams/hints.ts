import type { Why } from '../finding.ts';
import { contentHints } from './content-hints.ts';
import { geometryHints } from './geometry-hints.ts';
import { type Hint, hint } from './hint.ts';

const structure = hint(
  ['Het bericht is met de hand of naar een ander schema gemaakt.', 'The message is made by hand or by another schema.'],
  [
    'Maak de klassen uit de WSDL en het schema, of schrijf de elementen zoals die ze noemen.',
    'Make the classes from the WSDL and the schema, or write the elements as those name them.',
  ],
);

const missing = hint(
  [
    'Het veld is leeg in het eigen systeem, of de koppeling slaat het over.',
    'The field is empty in the own system, or the mapping leaves it out.',
  ],
  [
    'Vul het bij elke aanlevering, en vraag ernaar waar de zaak wordt ingevoerd.',
    'Fill it in every delivery, and ask for it where the case is entered.',
  ],
);

/** By what kind of mistake it is. */
export const causeHints: Readonly<Record<Why, Hint>> = {
  ...geometryHints,
  'no-value': missing,
  escaped: hint(
    [
      'De XML is als tekst (string) aan de SOAP-bibliotheek gegeven, en die escapet tekst.',
      'The XML was given to the SOAP library as a text (string), and it escapes texts.',
    ],
    [
      'Geef de bibliotheek de elementen of objecten zelf, zoals de klassen uit de WSDL.',
      'Give the library the elements or objects themselves, such as the classes of the WSDL.',
    ],
  ),
  misplaced: structure,
  unwrapped: hint(
    [
      'De SOAP-bibliotheek kreeg het dossier zonder het element van de operatie eromheen (document/literal wrapped).',
      'The SOAP library was given the dossier without the element of the operation around it (document/literal wrapped).',
    ],
    [
      'Roep de operatie uit de WSDL aan, of zet haar element om het dossier heen.',
      'Call the operation of the WSDL, or put its element around the dossier.',
    ],
  ),
  code: hint(
    [
      'Een code of identificatie is verstuurd in plaats van de naam.',
      'A code or identification was sent in place of the name.',
    ],
    [
      'Zoek bij de code de naam op zoals de lijst die heeft, en schrijf die.',
      'Look up by the code the name as the list has it, and write that.',
    ],
  ),
  'no-zip': hint(
    [
      'De inhoud is als bestand in het element gezet, anders ingepakt dan als zip, of twee keer gecodeerd.',
      'The content is put into the element as a file, packed otherwise than as a zip, or encoded twice.',
    ],
    [
      'Pak het bestand in met een zip-bibliotheek, en codeer de bytes van de zip één keer als base64.',
      'Pack the file by a zip library, and encode the bytes of the zip as base64 once.',
    ],
  ),
  'date-with-time': hint(
    [
      'Een dateTime wordt als datum geschreven, of de serializer zet er een tijdzone achter.',
      'A dateTime is written as a date, or the serializer puts a time zone behind it.',
    ],
    ['Schrijf alleen de dag: 2026-03-01.', 'Write the day alone: 2026-03-01.'],
  ),
  'date-form': hint(
    [
      'De datum is als tekst overgenomen, in de notatie van een scherm, een land of een database.',
      'The date is taken over as text, in the notation of a screen, a country or a database.',
    ],
    [
      'Laat het programma de datum als jjjj-mm-dd schrijven (ISO 8601), en lees hem in de notatie die de bron heeft.',
      'Have the program write the date as yyyy-mm-dd (ISO 8601), and read it in the notation of its source.',
    ],
  ),
  'no-day': hint(
    [
      'Dag en maand zijn verwisseld, of de datum is berekend of ingetypt zonder controle.',
      'Day and month are swapped, or the date is calculated or typed without a check.',
    ],
    ['Verbeter de datum in de bron.', 'Correct the date in its source.'],
  ),
  'look-alike': hint(
    [
      'De waarde is uit een tekstverwerker, webpagina of ander systeem geplakt, met tekens die er net zo uitzien.',
      'The value was pasted from a word processor, web page or other system, with characters that look the same.',
    ],
    [
      'Zet de tekst om naar NFC, en vervang andere spaties door gewone voordat u vergelijkt of verstuurt.',
      'Convert the text to NFC, and replace other spaces by plain ones before you compare or send.',
    ],
  ),
  number: hint(
    [
      'Het getal is als tekst overgenomen, in de notatie van een land, of met iets erbij dat in een ander veld hoort.',
      'The number is taken over as text, in the notation of a country, or with something that belongs in another field.',
    ],
    [
      'Schrijf het getal los van de landinstelling (in .NET met InvariantCulture), zonder iets erbij.',
      'Write the number apart from the settings of the country (in .NET with InvariantCulture), without anything else.',
    ],
  ),
  axes: hint(
    [
      'De bron geeft breedte voor lengte of y voor x, zoals GeoServer bij EPSG-namen doet.',
      'The source gives latitude before longitude or y before x, as GeoServer does by EPSG names.',
    ],
    ['Schrijf van elke positie eerst x, dan y.', 'Write x first of each position, then y.'],
  ),
  degrees: hint(
    [
      'De coördinaten komen van een kaart of GPS, en zijn niet omgerekend.',
      'The coordinates come from a map or GPS, and are not converted.',
    ],
    [
      'Reken om naar Rijksdriehoekscoördinaten, met RDNAPTRANS of een bibliotheek als PROJ.',
      'Convert to Rijksdriehoek coordinates, by RDNAPTRANS or a library such as PROJ.',
    ],
  ),
  position: hint(
    [
      'De coördinaten zijn van een ander stelsel, of nullen voor een plaats die niet bekend is.',
      'The coordinates are of another reference system, or zeros for a place that is not known.',
    ],
    [
      'Lever de geometrie aan in RD (EPSG:28992), en geen waar de plaats niet bekend is.',
      'Deliver the geometry in RD (EPSG:28992), and none where the place is not known.',
    ],
  ),
  empty: hint(
    [
      'Het bestand is ingepakt voordat het geschreven was, of een stroom is vanaf het einde gelezen.',
      'The file was packed before it was written, or a stream was read from its end.',
    ],
    [
      'Sluit het bestand voordat u het inpakt, of zet de stroom terug naar het begin.',
      'Close the file before you pack it, or set the stream back to its beginning.',
    ],
  ),
  'other-form': hint(
    [
      'De client staat op een ander formaat dan XML, of codeert of verpakt wat hij hoort te sturen zoals het is.',
      'The client is set to another format than XML, or encodes or packs what it should send as it is.',
    ],
    [
      'Laat een SOAP- of XML-bibliotheek schrijven, en stuur die bytes zoals ze zijn.',
      'Have a SOAP or XML library write, and send those bytes as they are.',
    ],
  ),
  before: hint(
    [
      'Voor het begin is iets geschreven: een regeleinde, een tweede byte order mark of de uitvoer van iets anders.',
      'Something was written before the beginning: a line end, a second byte order mark, or output of something else.',
    ],
    [
      'Begin met de XML-declaratie of met het hoofdelement, zonder iets ervoor.',
      'Begin with the XML declaration or the root, with nothing before it.',
    ],
  ),
  behind: hint(
    [
      'Twee documenten zijn achter elkaar geschreven, of een buffer is niet geleegd.',
      'Two documents were written one behind the other, or a buffer was not cleared.',
    ],
    ['Schrijf elk document apart.', 'Write each document by itself.'],
  ),
  cut: hint(
    [
      'Het document is afgekapt: een lengte is in tekens geteld in plaats van bytes, of een stroom is niet geleegd of gesloten.',
      'The document was cut off: a length was counted in characters in place of bytes, or a stream was not flushed or closed.',
    ],
    [
      'Tel Content-Length in bytes, en sluit de schrijver voordat u verstuurt.',
      'Count Content-Length in bytes, and close the writer before you send.',
    ],
  ),
  character: hint(
    [
      'Een stuurteken uit de bron is meegekomen, zoals een NUL of een verticale tab.',
      'A control character of the source came along, such as a NUL or a vertical tab.',
    ],
    [
      'Haal stuurtekens uit teksten voordat u ze schrijft; tab en regeleinde mogen blijven.',
      'Take control characters out of texts before you write them; tab and line end may stay.',
    ],
  ),
  declared: hint(
    [
      'De declaratie en de bytes zijn niet door hetzelfde geschreven, of de schrijver staat op een andere codering.',
      'The declaration and the bytes were not written by the same thing, or the writer is set to another encoding.',
    ],
    [
      'Schrijf <?xml version="1.0" encoding="UTF-8"?>, en de bytes als UTF-8.',
      'Write <?xml version="1.0" encoding="UTF-8"?>, and the bytes as UTF-8.',
    ],
  ),
};

const tooMany = hint(
  ['Een lijst wordt geschreven waar één waarde hoort.', 'A list is written where one value belongs.'],
  ['Schrijf er één, of stuur voor elk een eigen bericht.', 'Write one, or send a message of its own for each.'],
);

const value = hint(
  [
    'De waarde is uit eigen gegevens overgenomen zoals zij daar staat.',
    'The value is taken over from one’s own data as it stands there.',
  ],
  [
    'Breng de waarde in de genoemde vorm voordat u haar schrijft.',
    'Bring the value into the form that is named before you write it.',
  ],
);

/** By the aspect of a schema that is broken. */
export const aspectHints: Readonly<Record<string, Hint>> = {
  ...Object.fromEntries(['minOccurs', 'use'].map((aspect) => [aspect, missing])),
  maxOccurs: tooMany,
  ...Object.fromEntries(
    ['type', 'pattern', 'minLength', 'maxLength', 'length', 'fixed', 'enumeration'].map((aspect) => [aspect, value]),
  ),
  ...Object.fromEntries(
    ['content', 'order', 'choice', 'text', 'root', 'wildcard', 'attributes', 'prohibited', 'nil', 'xsi-type'].map(
      (aspect) => [aspect, structure],
    ),
  ),
};

/** By the constraint itself. */
export const constraintHints: Readonly<Record<string, Hint>> = {
  ...contentHints,
  'soap#unknown-header': hint(
    [
      'De client staat op WS-Addressing of een ander WS-*-onderdeel, zoals wsHttpBinding in WCF doet.',
      'The client is set to WS-Addressing or another part of WS-*, as wsHttpBinding of WCF does.',
    ],
    [
      'Zet dat uit (basicHttpBinding in WCF), of laat mustUnderstand weg.',
      'Turn that off (basicHttpBinding in WCF), or leave mustUnderstand out.',
    ],
  ),
  'soap#no-body': hint(
    [
      'Het verzoek is niet in de envelop gezet, of staat in de Header of in een Body zonder de namespace van SOAP.',
      'The request was not put into the envelope, or stands in the Header or in a Body without the namespace of SOAP.',
    ],
    [
      'Zet een Body van SOAP 1.1 direct in Envelope, met het verzoek erin.',
      'Put a Body of SOAP 1.1 directly in Envelope, with the request in it.',
    ],
  ),
  'soap#excess': hint(
    [
      'De schrijver herhaalt iets in een lus, of zet elementen in elkaar in plaats van naast elkaar.',
      'The writer repeats something in a loop, or puts elements in each other instead of beside each other.',
    ],
    [
      'Bekijk het bericht zoals het verstuurd wordt, en herstel wat zich herhaalt.',
      'Look at the message as it is sent, and mend what repeats itself.',
    ],
  ),
};

/** Of a rule about one field, and of one that a field be there. */
export const [ruleHint, absentHint] = [value, missing];

/** Of a rule that a value differ from those beside it. */
export const repeatedHint = hint(
  [
    'De waarde komt uit een teller of sjabloon dat bij elk onderdeel opnieuw begint, of een onderdeel is gekopieerd.',
    'The value comes from a counter or template that begins anew for each part, or a part was copied.',
  ],
  [
    'Laat het systeem elk onderdeel een eigen waarde geven, zoals een teller die doorloopt.',
    'Have the system give each part a value of its own, such as a counter that goes on.',
  ],
);

/** Of a rule that holds a date against the calendar or today. */
export const dayHint = hint(
  [
    'De datum is berekend of ingetypt zonder blik op de kalender, of uit een oud concept overgenomen.',
    'The date is calculated or typed without a look at the calendar, or taken over from an old draft.',
  ],
  [
    'Kies een dag die mag, en laat het systeem dat al bij het invoeren vragen.',
    'Choose a day that is allowed, and have the system ask for that where it is entered.',
  ],
);
