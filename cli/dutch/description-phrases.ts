import type { Phrase } from './phrase.ts';

/** What is said of tables and of `description.csv`. */
export const descriptionPhrases: readonly Phrase[] = [
  ['the file is UTF-16; save it as CSV UTF-8', 'het bestand is UTF-16; sla het op als CSV UTF-8'],
  [
    'the table has no column "value"; begin with a row that names the columns: value, and as far as there are any code, begin and end',
    'de tabel heeft geen kolom "value"; begin met een rij die de kolommen noemt: value, en voor zover die er zijn code, begin en end',
  ],
  ['the table is empty; add its values', 'de tabel is leeg; voeg haar waarden toe'],
  [
    'the {1} of {2} is "{3}", which is no date; write it as YYYY-MM-DD',
    'de {1} van {2} is "{3}", en dat is geen datum; schrijf die als JJJJ-MM-DD',
  ],
  ['"{1}" is no date; write it as YYYY-MM-DD', '"{1}" is geen datum; schrijf die als JJJJ-MM-DD'],
  ['"{1}" is no date in {2}; write it as YYYY-MM-DD', '"{1}" is geen datum in {2}; schrijf die als JJJJ-MM-DD'],
  ['the row has no value; add it', 'de rij heeft geen waarde; voeg die toe'],
  ['the column "{1}" is unknown{2}', 'de kolom "{1}" is onbekend{2}'],
  ['; the columns are {1}', '; de kolommen zijn {1}'],
  ['there are two columns for {1}; keep one', 'er zijn twee kolommen voor {1}; houd er een over'],
  [
    'the description has no column "path"; begin with a row that names the columns',
    'de beschrijving heeft geen kolom "pad"; begin met een rij die de kolommen noemt',
  ],
  [
    'a quote is not closed, or stands in the middle of a value; mend the row',
    'een aanhalingsteken is niet gesloten, of staat midden in een waarde; verbeter de rij',
  ],
  ['the row has no path; add it', 'de rij heeft geen pad; voeg het toe'],
  [
    '"{1}" is no path; write names with / between them, such as {2} or {3}',
    '"{1}" is geen pad; schrijf namen met / ertussen, zoals {2} of {3}',
  ],
  [
    '"{1}" does not say whether it is required; write ja, nee, nooit, or when it is: {2}',
    '"{1}" zegt niet of het verplicht is; schrijf ja, nee, nooit, of wanneer: {2}',
  ],
  [
    '"{1}" is no {2}; write a number such as 5, or 1-5 or 0-n',
    '"{1}" is geen {2}; schrijf een getal zoals 5, of 1-5 of 0-n',
  ],
  ['"{1}" ends before it begins; turn it round', '"{1}" eindigt voor het begin; draai het om'],
  ['length', 'lengte'],
  ['repeat', 'herhaling'],
  [
    '{1} is described on line {2} already; keep one of the rows',
    '{1} is al beschreven op regel {2}; houd een van de rijen over',
  ],
  [
    '{1} is described, and {2} says that {3} holds nothing; correct the path, or take the row out',
    '{1} is beschreven, en volgens {2} staat er in {3} niets; verbeter het pad, of haal de rij weg',
  ],
  [
    '{1} is described, and the schema has no {2} there ({3} has {4}){5}',
    '{1} is beschreven, en het schema heeft daar geen {2} ({3} heeft {4}){5}',
  ],
  ['; correct the path, or take the row out', '; verbeter het pad, of haal de rij weg'],
  ['nothing', 'niets'],
  [
    "{1} is of type {2} ({3}), which stands at other places too and has types derived from it, so it can't be narrowed here alone; narrow the schema itself",
    '{1} is van type {2} ({3}), dat ook elders staat en waarvan andere typen zijn afgeleid, en is dus niet hier alleen aan te scherpen; scherp het schema zelf aan',
  ],
  [
    "{1} is the global element {2} ({3}), which others can refer to, so it can't be narrowed here alone; narrow the schema itself",
    '{1} is het globale element {2} ({3}), waar andere naar kunnen verwijzen, en is dus niet hier alleen aan te scherpen; scherp het schema zelf aan',
  ],
  [
    "{1} can't be narrowed at {2}, where it stands in a group, a restriction, or twice on one line; narrow the schema itself",
    '{1} is niet aan te scherpen op {2}, waar het in een groep of een restriction staat, of twee keer op een regel; scherp het schema zelf aan',
  ],
  ['"{1}" is no regular expression of XSD; mend it', '"{1}" is geen reguliere expressie van XSD; verbeter die'],
  [
    '"{1}" is no type; write tekst, getal, geheel getal, datum, datumtijd, ja/nee, or a type of XSD such as xs:gYear',
    '"{1}" is geen type; schrijf tekst, getal, geheel getal, datum, datumtijd, ja/nee, of een type van XSD zoals xs:gYear',
  ],
  [
    "{1} is {2}, and its type {3} ({4}) says more than {5}, so the two can't be put together; leave the type out, and write a pattern",
    '{1} is {2}, en zijn type {3} ({4}) zegt meer dan {5}, zodat de twee niet samengaan; laat het type weg, en schrijf een patroon',
  ],
  [
    '{1} is xs:{2}, which has no length; leave the length out, or write a pattern',
    '{1} is xs:{2}, en dat heeft geen lengte; laat de lengte weg, of schrijf een patroon',
  ],
  [
    "{1} has text and attributes by a type of its own ({2}), so its text can't be narrowed here; narrow the schema itself",
    '{1} heeft tekst en attributen door een eigen type ({2}), zodat de tekst hier niet is aan te scherpen; scherp het schema zelf aan',
  ],
  [
    'the row has {1} fields, and the first row names {2} columns; put a value with a comma or semicolon in it between double quotes',
    'de rij heeft {1} velden, en de eerste rij noemt {2} kolommen; zet een waarde met een komma of puntkomma erin tussen dubbele aanhalingstekens',
  ],
  [
    '"{1}" begins with ^ or ends in $, and a pattern of XSD is always of the whole text; leave ^ and $ out',
    '"{1}" begint met ^ of eindigt op $, en een patroon van XSD gaat altijd over de hele tekst; laat ^ en $ weg',
  ],
  [
    '"{1}" is a list that stands elsewhere; write its values with | between them, or give the role of this place values: TABLE.csv in contract.yaml',
    '"{1}" is een lijst die elders staat; schrijf de waarden met | ertussen, of geef de rol van deze plaats in contract.yaml values: TABEL.csv',
  ],
  [
    '{1} may be {2} by this row, whose own length or pattern does not take that; correct one of them',
    '{1} mag volgens deze rij {2} zijn, en de lengte of het patroon van dezelfde rij laat dat niet toe; verbeter een van beide',
  ],
  [
    '{1} is required, and by line {2} {3} is never there; correct one of the rows',
    '{1} is verplicht, en volgens regel {2} is {3} er nooit; verbeter een van de rijen',
  ],
  [
    '{1} is required by what it says itself; name another place, or write ja or nee',
    '{1} is verplicht als het zelf iets zegt; noem een andere plaats, of schrijf ja of nee',
  ],
  [
    '{1} depends on {2} being {3}, and line {4} lists no such value; correct one of the rows',
    '{1} hangt ervan af of {2} {3} is, en regel {4} noemt die waarde niet; verbeter een van de rijen',
  ],
  [
    '{1} depends on {2}, and by line {3} {4} is never there; correct one of the rows',
    '{1} hangt af van {2}, en volgens regel {3} is {4} er nooit; verbeter een van de rijen',
  ],
  [
    '{1} is never there by this row, and role {2} ({3}) is found there; correct the row, or take the role out with its uses and rules',
    'volgens deze rij is {1} er nooit, en rol {2} ({3}) staat daar; verbeter de rij, of haal de rol weg met de uses en regels ervan',
  ],
  [
    'what the description adds to {1} makes no schema: {2}; correct its row',
    'wat de beschrijving aan {1} toevoegt, maakt geen schema: {2|libxml2}; verbeter de rij',
  ],
  [
    'no role finds {1}, and what is required at times is a rule, which speaks of roles; give it one under roles in contract.yaml',
    'geen rol vindt {1}, en wat soms verplicht is, is een regel, en die gaat over rollen; geef het er een onder roles in contract.yaml',
  ],
  [
    '{1} is no text to compare; write only whether it is there',
    '{1} is geen tekst om te vergelijken; schrijf alleen of het er is',
  ],
];
