import type { Bilingual } from './bilingual.ts';
import { quoted } from './quoted.ts';

/** Why bytes are no well-formed XML, in words of ours for what libxml2 says; a sentence and what to do. */
export const parserText = (message: string): Bilingual => {
  for (const [pattern, text] of texts) {
    const match = pattern.exec(message);
    if (match !== null) return text(match[1] ?? '', match[2] ?? '');
  }
  return otherwise;
};

/** Kinds of mistake besides text that is glued together: something before the document, another format, a part missing, a character, a declaration. */
export type MarkupWhy = 'empty' | 'other-form' | 'before' | 'cut' | 'character' | 'declared' | 'behind';

/** What kind of mistake libxml2 tells of; undefined for what text glued together comes to. */
export const whyOf = (message: string): MarkupWhy | undefined => whys.find(([pattern]) => pattern.test(message))?.[1];

/** What libxml2 says of a declaration that is wrong. */
const declaration =
  /^Unsupported version|^parsing XML declaration|^Blank needed|^Malformed declaration|^Invalid XML encoding name|^standalone accepts|^String not (?:started|closed)/;

const whys: readonly (readonly [pattern: RegExp, why: MarkupWhy])[] = [
  [/^Document is empty|^Start tag expected|^XML declaration allowed only/, 'before'],
  [/^Premature end|^Couldn't find end of Start Tag|not terminated|^CData|^Unregistered error/i, 'cut'],
  [/har value \d+|^Invalid character|Char 0x0 out/, 'character'],
  [/^Unsupported encoding/, 'declared'],
  [declaration, 'declared'],
  [/^Extra content/, 'behind'],
];

type Text = (one: string, other: string) => Bilingual;

const plain =
  (nl: string, en: string): Text =>
  () => ({ nl, en });

const otherwise: Bilingual = {
  nl: 'Hier staat iets wat in XML niet mag. Laat dit door een XML-bibliotheek schrijven.',
  en: 'Something stands here that XML does not allow. Have an XML library write this.',
};

const character = (code: string): string => `U+${Number(code).toString(16).toUpperCase().padStart(4, '0')}`;

/** libxml2 leaves prefixes out, and names that are equal then differ in nothing else. */
const otherPrefix = (name: string): Bilingual => ({
  nl: `${name} wordt met een ander voorvoegsel gesloten dan waarmee het geopend is. Schrijf begin en eind gelijk.`,
  en: `${name} is closed with another prefix than it was opened with. Write start and end alike.`,
});

const texts: readonly (readonly [pattern: RegExp, text: Text])[] = [
  [
    /^Document is empty|^Start tag expected/,
    plain(
      'Hier hoort een element te beginnen. Zet er XML neer, zonder iets ervoor.',
      'An element is to begin here. Put XML there, with nothing before it.',
    ),
  ],
  [
    /^Premature end of data in tag (\S+) line (\d+)/,
    (name, line) => ({
      nl: `Het document houdt op terwijl ${name} (regel ${line}) nog open is. Maak het af.`,
      en: `The document ends while ${name} (line ${line}) is still open. Complete it.`,
    }),
  ],
  [
    /^Opening and ending tag mismatch: (\S+) line \d+ and (\S+)/,
    (open, closed) =>
      closed === open
        ? otherPrefix(open)
        : {
            nl: `${closed} wordt gesloten terwijl ${open} nog open is. Sluit elk element, in de juiste volgorde.`,
            en: `${closed} is closed while ${open} is still open. Close every element, in the right order.`,
          },
  ],
  [
    /^xmlParseEntityRef: no name|^EntityRef: expecting ';'/,
    plain('Een los &-teken. Schrijf &amp;.', 'A bare & character. Write &amp;.'),
  ],
  [
    /^Entity '([^']*)' not defined/,
    (name) => ({
      nl: `De entiteit &${name}; bestaat niet in XML. Schrijf het teken zelf.`,
      en: `The entity &${name}; does not exist in XML. Write the character itself.`,
    }),
  ],
  [
    /^StartTag: invalid element name/,
    plain(
      'Een los <-teken, of een naam die in XML niet mag. Schrijf &lt;.',
      'A bare < character, or a name that XML does not allow. Write &lt;.',
    ),
  ],
  [
    /^Unescaped '<'/,
    plain('Een los <-teken in een attribuut. Schrijf &lt;.', 'A bare < character in an attribute. Write &lt;.'),
  ],
  [
    /^AttValue:/,
    plain(
      'De waarde van een attribuut staat niet tussen aanhalingstekens. Zet ze erom.',
      'The value of an attribute is not in quotation marks. Put them around it.',
    ),
  ],
  [
    /^Specification mandates value for attribute (\S+)/,
    (name) => ({
      nl: `Het attribuut ${name} heeft geen waarde. Geef er een.`,
      en: `The attribute ${name} has no value. Give it one.`,
    }),
  ],
  [
    /^Attribute (\S+) redefined/,
    (name) => ({
      nl: `Het attribuut ${name} staat er twee keer. Laat er één weg.`,
      en: `The attribute ${name} stands there twice. Leave one out.`,
    }),
  ],
  [
    /^attributes construct error/,
    plain(
      'Tussen twee attributen ontbreekt een spatie, of er staat iets anders dan een attribuut. Verbeter de tag.',
      'A space is missing between two attributes, or something else than an attribute stands there. Correct the tag.',
    ),
  ],
  [
    /^Couldn't find end of Start Tag (\S+)/,
    (name) => ({
      nl: `De begintag van ${name} heeft geen einde. Sluit hem met >.`,
      en: `The start tag of ${name} has no end. Close it with >.`,
    }),
  ],
  [
    /^Namespace prefix (\S+) .*is not defined/,
    (prefix) => ({
      nl: `Het voorvoegsel ${prefix} is nergens aan een naamruimte gebonden. Zet xmlns:${prefix}="…" op dit element of erboven.`,
      en: `The prefix ${prefix} is bound to no namespace. Put xmlns:${prefix}="…" on this element or above it.`,
    }),
  ],
  [
    /^Sequence '\]\]>'/,
    plain(
      'De tekens ]]> staan in gewone tekst. Schrijf ]]&gt;.',
      'The characters ]]> stand in plain text. Write ]]&gt;.',
    ),
  ],
  [
    /invalid (?:xmlC|C)har value (\d+)/,
    (code) => ({
      nl: `Het teken ${character(code)} mag in XML niet voorkomen. Haal het weg.`,
      en: `The character ${character(code)} may not occur in XML. Remove it.`,
    }),
  ],
  [
    /^Invalid character|Char 0x0 out/,
    plain(
      'Hier staat een teken dat in XML niet mag voorkomen. Haal het weg, of zet de bytes om naar UTF-8.',
      'A character stands here that may not occur in XML. Remove it, or convert the bytes to UTF-8.',
    ),
  ],
  [
    /^Extra content at the end/,
    plain(
      'Na het hoofdelement staat nog iets. Laat dat weg: een document heeft één hoofdelement.',
      'Something follows the root element. Leave it out: a document has one root.',
    ),
  ],
  [
    /^XML declaration allowed only/,
    plain(
      'De XML-declaratie staat niet helemaal vooraan, of er zijn er twee. Haal weg wat ervoor staat.',
      'The XML declaration is not at the very start, or there are two. Remove what stands before it.',
    ),
  ],
  [
    /^Unsupported encoding:? ?(.*)$/,
    (name) => ({
      nl: `De codering ${quoted(name)} is onbekend. Schrijf het document in UTF-8.`,
      en: `The encoding ${quoted(name)} is not known. Write the document in UTF-8.`,
    }),
  ],
  [
    declaration,
    plain(
      'De XML-declaratie klopt niet. Schrijf <?xml version="1.0" encoding="UTF-8"?>.',
      'The XML declaration is wrong. Write <?xml version="1.0" encoding="UTF-8"?>.',
    ),
  ],
  [
    /hyphen within comment/,
    plain(
      'In commentaar staan twee streepjes achter elkaar. Haal er één weg.',
      'A comment holds two hyphens in a row. Remove one.',
    ),
  ],
  [
    /^Comment not terminated/,
    plain('Commentaar heeft geen einde. Sluit het met -->.', 'A comment has no end. Close it with -->.'),
  ],
  [
    /^CData|^Unregistered error/i,
    plain('Een CDATA-sectie heeft geen einde. Sluit haar met ]]>.', 'A CDATA section has no end. Close it with ]]>.'),
  ],
  [
    /[Ii]nvalid bytes|not proper UTF-8/,
    plain(
      'Hier staan bytes die niet bij de codering van het document horen. Schrijf het in de codering die het declareert, bij voorkeur UTF-8.',
      'Bytes stand here that do not belong to the encoding of the document. Write it in the encoding that it declares, UTF-8 for preference.',
    ),
  ],
  [
    /Empty XML namespace/,
    plain(
      'Een voorvoegsel is aan een lege naamruimte gebonden. Geef de naamruimte op.',
      'A prefix is bound to an empty namespace. Name the namespace.',
    ),
  ],
  [
    /^Failed to parse QName '([^']*)'/,
    (name) => ({
      nl: `${quoted(name)} is geen naam met hooguit één dubbele punt. Verbeter de naam.`,
      en: `${quoted(name)} is no name with one colon at most. Correct the name.`,
    }),
  ],
  [
    /^Excessive depth in document: (\d+)/,
    (levels) => ({
      nl: `Er staan meer dan ${levels} elementen in elkaar. Maak het document minder diep.`,
      en: `There are more than ${levels} elements inside one another. Make the document less deep.`,
    }),
  ],
  [
    /^Resource limit exceeded|too long|^xmlParse.*too big/,
    plain(
      'Een tekst, een naam of een waarde is langer dan gelezen wordt. Maak haar korter.',
      'A text, a name or a value is longer than is read. Make it shorter.',
    ),
  ],
  [
    /^(\S+): '([^']*)' is not a valid URI/,
    (name, uri) => ({
      nl: `De naamruimte ${quoted(uri)} van ${name} is geen URI. Verbeter die.`,
      en: `The namespace ${quoted(uri)} of ${name} is no URI. Correct it.`,
    }),
  ],
  [
    /^Invalid PI name/,
    plain(
      'Een verwerkingsinstructie mag niet XML heten, en een XML-declaratie begint met <?xml in kleine letters. Schrijf <?xml version="1.0" encoding="UTF-8"?>.',
      'A processing instruction may not be called XML, and an XML declaration begins with <?xml in small letters. Write <?xml version="1.0" encoding="UTF-8"?>.',
    ),
  ],
  [
    /^ParsePI|^xmlParsePI/,
    plain(
      'Een verwerkingsinstructie klopt niet of heeft geen einde. Laat haar weg.',
      'A processing instruction is wrong or has no end. Leave it out.',
    ),
  ],
];
