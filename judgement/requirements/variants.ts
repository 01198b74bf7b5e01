import type { Bilingual } from '#contract/texts/bilingual';
import { type Requirement, deliveryPhases } from './requirement.ts';

/** A way to write the same message in other bytes: what is changed, and who says that it means the same. */
interface Rewriting extends Bilingual {
  readonly source: string;
  readonly ground: Requirement['ground'];
  readonly needs?: Requirement['needs'];
}

const xml = 'XML 1.0, fifth edition';

const rewritings = {
  'other-prefixes': {
    source: 'Namespaces in XML 1.0, section 3: a prefix is only a stand-in for its namespace',
    ground: 'public',
    nl: 'met andere namespace-prefixen',
    en: 'with other namespace prefixes',
  },
  'default-namespace': {
    source: 'Namespaces in XML 1.0, section 6.2: a default namespace replaces a prefix',
    ground: 'public',
    nl: 'met een default namespace in plaats van een prefix',
    en: 'with a default namespace in place of a prefix',
  },
  'own-declarations': {
    source: 'Namespaces in XML 1.0, section 6.1: a prefix is declared on any element and holds within it',
    ground: 'public',
    nl: 'met een eigen namespace-declaratie op elk element',
    en: 'with a namespace declaration of its own on each element',
  },
  'declarations-in-body': {
    source:
      'Namespaces in XML 1.0, section 6.1: a declaration that nothing uses says nothing; .NET writes xsi and xsd in the Body',
    ground: 'public',
    nl: 'met namespace-declaraties in de Body die niets gebruikt, zoals .NET ze schrijft',
    en: 'with namespace declarations in the Body that nothing uses, as .NET writes them',
  },
  'attribute-on-body': {
    source:
      'SOAP 1.1, section 4.1.1: elements of an envelope may have attributes with a namespace; WSS4J of Java writes wsu:Id on the Body',
    ground: 'public',
    nl: 'met een attribuut wsu:Id op de Body, zoals Java het schrijft',
    en: 'with an attribute wsu:Id on the Body, as Java writes it',
  },
  'schema-attributes': {
    source:
      'XML Schema part 1, sections 2.6.1, 2.6.3 and 3.3.4: any element may say its own type, and where its schema is; .NET writes xsi:type, and Java xsi:schemaLocation',
    ground: 'public',
    nl: 'met xsi:type op elk element dat een benoemd type heeft, en xsi:schemaLocation op het verzoek, zoals .NET en Java ze schrijven',
    en: 'with xsi:type on each element that has a named type, and xsi:schemaLocation on the request, as .NET and Java write them',
  },
  'equal-values': {
    source:
      'XML Schema part 2, 3.2.3, 3.3.13 and 4.3.6: a number may have a plus and zeros in front, and white space around a number, a date or base64 is no part of it; that these are such values is our reading',
    ground: 'inferred',
    nl: 'met witruimte om getallen, datums en base64, en een plus of een nul voor hele getallen,',
    en: 'with white space around numbers, dates and base64, and a plus or a zero in front of whole numbers,',
  },
  'attribute-order': {
    source: `${xml}, sections 2.3 and 3.1: the order of attributes has no meaning, nor have their quotes and the space in a tag; an empty element may have two tags`,
    ground: 'public',
    nl: 'met attributen in een andere volgorde en tussen enkele aanhalingstekens, witruimte in de tags, en lege elementen als begin- en eindtag,',
    en: 'with attributes in another order and in single quotes, white space in the tags, and empty elements as a start tag and an end tag,',
  },
  'character-references': {
    source: `${xml}, section 4.1: a character reference stands for its character`,
    ground: 'public',
    nl: 'met tekens als decimale en hexadecimale verwijzingen',
    en: 'with characters as decimal and hexadecimal references',
  },
  cdata: {
    source: `${xml}, section 2.7: a CDATA section is character data`,
    ground: 'public',
    nl: 'met tekst in CDATA-secties',
    en: 'with text in CDATA sections',
  },
  comments: {
    source: `${xml}, section 2.5: comments are no part of the character data`,
    ground: 'public',
    nl: 'met commentaar tussen de elementen en midden in tekst',
    en: 'with comments between the elements and amid text',
  },
  'white-space': {
    source: `${xml}, section 2.10, and XML Schema part 1, 3.4.4: white space in element-only content has no meaning`,
    ground: 'public',
    nl: 'met witruimte tussen de elementen',
    en: 'with white space between the elements',
  },
  'windows-line-ends': {
    source: `${xml}, section 2.11: a line that ends in CR LF is read as one that ends in LF`,
    ground: 'public',
    nl: 'met regeleinden van Windows (CR LF)',
    en: 'with line ends of Windows (CR LF)',
  },
  'utf-16-little-endian': {
    source: `WS-I Simple SOAP Binding Profile 1.0, R1012: envelopes are in UTF-8 or UTF-16; ${xml}, section 4.3.3, of the content`,
    ground: 'public',
    nl: 'in UTF-16 met de kleinste byte eerst, in het bericht en in de inhoud,',
    en: 'in UTF-16, little-endian, in message and content,',
  },
  'utf-16-big-endian': {
    source: `WS-I Simple SOAP Binding Profile 1.0, R1012: envelopes are in UTF-8 or UTF-16; ${xml}, section 4.3.3, of the content`,
    ground: 'public',
    nl: 'in UTF-16 met de grootste byte eerst, in het bericht en in de inhoud,',
    en: 'in UTF-16, big-endian, in message and content,',
  },
  'byte-order-mark': {
    source: `WS-I Simple SOAP Binding Profile 1.0, R4001: receivers take a byte order mark; ${xml}, section 4.3.3, of the content`,
    ground: 'public',
    nl: 'in UTF-8 met een byte order mark, in het bericht en in de inhoud,',
    en: 'in UTF-8 with a byte order mark, in message and content,',
  },
  'xml-declaration': {
    source: `WS-I Simple SOAP Binding Profile 1.0, R1010: receivers take an XML declaration; ${xml}, section 2.8, of the content`,
    ground: 'public',
    nl: 'met een XML-declaratie, in het bericht en in de inhoud,',
    en: 'with an XML declaration, in message and content,',
  },
  'charset-in-quotes': {
    source:
      'RFC 9110, sections 5.6.6 and 8.3.1: a parameter is a token or a quoted string, and the names of a media type and a charset have no case',
    ground: 'public',
    nl: 'met de charset in de Content-Type tussen aanhalingstekens, of met mediatype of charset in hoofdletters',
    en: 'with the charset in the Content-Type in quotes, or with the media type or the charset in capitals',
  },
  chunked: {
    source: 'RFC 9112, section 7.1: every HTTP/1.1 recipient takes the chunked coding',
    ground: 'public',
    nl: 'in delen verstuurd (chunked)',
    en: 'in chunked transfer coding',
  },
  'expect-continue': {
    source:
      'RFC 9110, section 10.1.1: a server answers 100-continue at once, with leave or with a final status; .NET asks before each body',
    ground: 'public',
    nl: 'met de vraag vooraf of het bericht mag komen (Expect: 100-continue)',
    en: 'after asking whether the message may come (Expect: 100-continue)',
  },
  'base64-in-lines': {
    source:
      'XML Schema part 2, 3.2.16: base64Binary may hold white space; RFC 2045, section 6.8: lines of 76 characters',
    ground: 'public',
    needs: ['content'],
    nl: 'met base64 in regels van 76 tekens',
    en: 'with base64 in lines of 76 characters',
  },
  'zip-stored': {
    source: 'The zip format (PKWARE APPNOTE, 4.4.5) knows stored entries; that 3PAS takes them is our reading',
    ground: 'inferred',
    needs: ['zip'],
    nl: 'met een zip zonder compressie',
    en: 'with a zip without compression',
  },
  'zip-deflated': {
    source: 'Open Wave, instellen_inrichten/drop: the content is zipped; deflate is the usual method',
    ground: 'inferred',
    needs: ['zip'],
    nl: 'met een zip met compressie (deflate)',
    en: 'with a zip that is compressed (deflate)',
  },
  'zip-streamed': {
    source: 'PKWARE APPNOTE 6.3.9, 4.3.9: sizes may stand behind the data; ZipOutputStream of Java writes zips so',
    ground: 'inferred',
    needs: ['zip'],
    nl: 'met een zip die in één keer is geschreven, met de lengten achter de gegevens',
    en: 'with a zip that was written as a stream, with sizes behind the data',
  },
  'zip-annotated': {
    source:
      'PKWARE APPNOTE 6.3.9, 4.3.16 and 4.5: extra fields and comments, which a reader skips; Info-ZIP, 7-Zip and Java write them',
    ground: 'inferred',
    needs: ['zip'],
    nl: 'met een zip met extra velden en commentaar, zoals andere programma’s ze schrijven',
    en: 'with a zip with extra fields and comments, as other programs write them',
  },
} as const satisfies Readonly<Record<string, Rewriting>>;

export type VariantKind = keyof typeof rewritings;

const requirementOf = (one: Rewriting): Requirement => ({
  strength: 'MUST',
  ground: one.ground,
  source: one.source,
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  scope: 'document-type',
  sends: 'variants',
  needs: one.needs ?? [],
  text: {
    nl: `Dezelfde aanlevering ${one.nl} wordt net zo aangenomen.`,
    en: `The same delivery ${one.en} is accepted just the same.`,
  },
  cause: {
    nl: 'Het endpoint leest de bytes in plaats van de betekenis: een eigen parser, een reguliere expressie of een vaste codering.',
    en: 'The endpoint reads the bytes and not the meaning: a parser of its own, a regular expression or a fixed encoding.',
  },
  remedy: {
    nl: 'Lees berichten met een gewone XML-parser die namespaces, coderingen en entiteiten kent.',
    en: 'Read messages with an ordinary XML parser that knows namespaces, encodings and references.',
  },
});

/** One requirement for each way of writing the same message: `variants.accepts-cdata`. */
export const variants = Object.fromEntries(
  Object.entries(rewritings).map(([kind, one]) => [`variants.accepts-${kind}`, requirementOf(one)]),
) as Readonly<Record<`variants.accepts-${VariantKind}`, Requirement>>;
