import type { ErrorCode } from 'yaml';
import type { Bilingual } from '../texts/bilingual.ts';

const problem = (nl: string, en: string): Bilingual => ({ nl, en });

/** What a YAML file is wrong by, in words of ours for each code of the library. */
export const yamlProblems: Readonly<Record<Exclude<ErrorCode, 'DUPLICATE_KEY'>, Bilingual>> = {
  ALIAS_PROPS: problem(
    'een verwijzing (*naam) kan zelf geen anker of tag hebben',
    'an alias (*name) can have no anchor or tag of its own',
  ),
  BAD_ALIAS: problem('een verwijzing (*naam) heeft geen goede naam', 'an alias (*name) has no proper name'),
  BAD_COLLECTION_TYPE: problem(
    'een tag (!naam) past niet bij de waarde erachter',
    'a tag (!name) does not fit the value behind it',
  ),
  BAD_DIRECTIVE: problem(
    'een regel begint met % en is geen instructie die YAML kent',
    'a line begins with % and is no directive that YAML knows',
  ),
  BAD_DQ_ESCAPE: problem(
    'tussen dubbele aanhalingstekens staat \\ voor iets waar het niet voor mag staan: gebruik enkele, of schrijf \\\\',
    'between double quotes \\ stands before what it may not stand before: use single ones, or write \\\\',
  ),
  BAD_INDENT: problem(
    'de inspringing past niet bij de regels erboven, of een haak is niet gesloten',
    'the indentation does not fit the lines above it, or a bracket is not closed',
  ),
  BAD_PROP_ORDER: problem(
    'een anker of tag staat op de verkeerde plaats',
    'an anchor or tag stands in the wrong place',
  ),
  BAD_SCALAR_START: problem(
    'een waarde begint met een teken waarmee dat niet mag, zoals @ of `: zet haar tussen aanhalingstekens',
    'a value begins with a character that none may begin with, such as @ or `: write it between quotes',
  ),
  BLOCK_AS_IMPLICIT_KEY: problem(
    'achter een sleutel staat nog een sleutel: zet een waarde met een dubbele punt tussen aanhalingstekens',
    'behind a key stands another one: write a value with a colon between quotes',
  ),
  BLOCK_IN_FLOW: problem(
    'tussen haken staat iets wat over regels is geschreven: schrijf alles tussen haken, of niets',
    'between brackets stands something that is written in lines: write all of it in brackets, or nothing',
  ),
  IMPOSSIBLE: problem('dit is niet te lezen', 'this can not be read'),
  KEY_OVER_1024_CHARS: problem('een sleutel is langer dan 1024 tekens', 'a key is longer than 1,024 characters'),
  MISSING_CHAR: problem(
    'er ontbreekt een teken: een aanhalingsteken of haak die sluit, een komma, of de spatie achter een dubbele punt',
    'a character is missing: a quote or bracket that closes, a comma, or the space behind a colon',
  ),
  MULTILINE_IMPLICIT_KEY: problem(
    'een sleutel loopt over meer dan één regel: er ontbreekt een dubbele punt, of een aanhalingsteken of haak die sluit',
    'a key goes on over more than one line: a colon is missing, or a quote or bracket that closes',
  ),
  MULTIPLE_ANCHORS: problem('een waarde heeft twee ankers', 'a value has two anchors'),
  MULTIPLE_DOCS: problem(
    'het bestand bevat meer dan één document: laat weg wat na --- komt',
    'the file holds more than one document: leave out what follows ---',
  ),
  MULTIPLE_TAGS: problem('een waarde heeft twee tags', 'a value has two tags'),
  NON_STRING_KEY: problem('een sleutel is geen tekst', 'a key is no text'),
  RESOURCE_EXHAUSTION: problem(
    'de verwijzingen (*naam) staan samen voor te veel: schrijf uit wat ze noemen',
    'the aliases (*name) together stand for too much: write out what they name',
  ),
  TAB_AS_INDENT: problem(
    'inspringen gaat met spaties, en hier staat een tab',
    'a tab stands where lines are indented by spaces',
  ),
  TAG_RESOLVE_FAILED: problem('een tag (!naam) is onbekend', 'a tag (!name) is not known'),
  UNEXPECTED_TOKEN: problem('hier staat iets wat er niet hoort', 'something stands here that does not belong there'),
};

/** The same of a code that a later version of the library may have. */
export const yamlProblem = (code: string): Bilingual =>
  code in yamlProblems ? yamlProblems[code as keyof typeof yamlProblems] : yamlProblems.IMPOSSIBLE;
