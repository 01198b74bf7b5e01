import type { Phrase } from './phrase.ts';

/** What is said of roles, uses, rules with their XPath, and examples. */
export const rulePhrases: readonly Phrase[] = [
  [
    "uses.{1} and uses.{2} are one place ({3}), and one value can't be both; bind each to a place of its own, or make one of them none",
    'uses.{1} en uses.{2} zijn dezelfde plaats ({3}), en een waarde kan niet beide zijn; bind elk aan een eigen plaats, of maak een van beide none',
  ],
  [
    'uses.{1} is bound to "{2}", and role {3} is none; make the use none too',
    'uses.{1} is gebonden aan "{2}", en rol {3} is none; maak het gebruik ook none',
  ],
  [
    'uses.{1} is bound to "{2}", and so is uses.{3}; bind each to a role of its own, or make one of them none',
    'uses.{1} is gebonden aan "{2}", en uses.{3} ook; bind elk aan een eigen rol, of maak een van beide none',
  ],
  ['uses.{1} is bound to "{2}", which is no role{3}', 'uses.{1} is gebonden aan "{2}", en dat is geen rol{3}'],
  [
    '; give the path of a role, or none where deliveries have no such thing',
    '; geef het pad van een rol, of none als aanleveringen zoiets niet hebben',
  ],
  [
    'role {1} is on the path of uses.{2}, and "{3}" is computed; {4}',
    'rol {1} staat op het pad van uses.{2}, en "{3}" wordt berekend; {4}',
  ],
  [
    '{1} has the code "{2}" for "{3}" and for "{4}"; give each its own',
    '{1} heeft de code "{2}" voor "{3}" en voor "{4}"; geef elk een eigen',
  ],
  [
    '{1} has a payload but does not decode one; add decode: zip, xml or file',
    '{1} heeft een payload maar decodeert er geen; voeg decode toe: zip, xml of file',
  ],
  ['{1} is "{2}", which is no role beside it{3}', '{1} is "{2}", en dat is geen rol ernaast{3}'],
  [
    '{1} decodes XML but does not say which; add a payload',
    '{1} decodeert XML maar zegt niet welke; voeg een payload toe',
  ],
  [
    'role "{1}" can\'t be the name of an element; rename it',
    'rol "{1}" kan geen naam van een element zijn; noem hem anders',
  ],
  [
    '{1} is the table "{2}", which has no kinds; add a column kind, or name its list',
    '{1} is de tabel "{2}", en die heeft geen soorten; voeg een kolom soort toe, of noem haar lijst',
  ],
  [
    '{1}.files has "{2}", which is no PDF or image, or stands there twice; name each file once, as besluit.pdf, foto.png or foto.jpg',
    '{1}.files heeft "{2}", en dat is geen pdf of afbeelding, of staat er twee keer; noem elk bestand een keer, zoals besluit.pdf, foto.png of foto.jpg',
  ],
  [
    '{1} has files beside its document, and only a zip holds several; add decode: zip',
    '{1} heeft bestanden naast het document, en alleen een zip heeft er meer dan een; voeg decode: zip toe',
  ],
  ['there is no table "{1}"{2}', 'er is geen tabel "{1}"{2}'],
  ['there is no code list "{1}"{2}', 'er is geen waardelijst "{1}"{2}'],
  [
    'code list "{1}" is empty; add its values as enumerations',
    'waardelijst "{1}" is leeg; voeg haar waarden toe als enumeraties',
  ],
  ['no value of {1} holds on {2}; add those that do', 'geen waarde van {1} geldt op {2}; voeg die toe die gelden'],
  [
    'rule {1} has no text in {2}; add the diagnostic "{3}"',
    'regel {1} heeft geen tekst in het {2}; voeg de diagnostic "{3}" toe',
  ],
  ['diagnostic "{1}" is empty; say what is wrong', 'diagnostic "{1}" is leeg; zeg wat er mis is'],
  ['rule id "{1}" is used twice; rename one', 'regel-id "{1}" komt twee keer voor; noem er een anders'],
  [
    'rule {1} does not name the diagnostic "{2}"; add it to diagnostics',
    'regel {1} noemt de diagnostic "{2}" niet; voeg die toe aan diagnostics',
  ],
  [
    'rule {1} has no text; add the diagnostics {2} and {3}',
    'regel {1} heeft geen tekst; voeg de diagnostics {2} en {3} toe',
  ],
  [
    'rule {1} has no ground; add g:standing and g:source',
    'regel {1} heeft geen grond; voeg g:standing en g:source toe',
  ],
  ['rule {1} has no role; give it error or warning', 'regel {1} heeft geen role; geef error of warning'],
  ['rule {1} has role "{2}"; give it error or warning', 'regel {1} heeft role "{2}"; geef error of warning'],
  ['variable "{1}" is defined twice; rename one', 'variabele "{1}" is twee keer gedefinieerd; noem er een anders'],
  [
    'context "{1}" does not begin at the root; begin it with / or //',
    'context "{1}" begint niet bij de wortel; begin met / of //',
  ],
  [
    'rule {1} names the {2} "{3}", which no role puts in the view{4}',
    'regel {1} noemt {2} "{3}", en geen rol zet dat in het beeld{4}',
  ],
  ['rule {1} names the {2} "{3}", which {4} does not have{5}', 'regel {1} noemt {2} "{3}", en dat heeft {4} niet{5}'],
  ['element', 'het element'],
  ['attribute', 'het attribuut'],
  ['{1} has no element "{2}" in {3}, did you mean "{4}"?', '{1} heeft geen element "{2}" in {3}, bedoelt u "{4}"?'],
  [
    '{1} has no element "{2}" in {3}; declare it in {4}, or rename the role',
    '{1} heeft geen element "{2}" in {3}; declareer het in {4}, of noem de rol anders',
  ],
  // Examples.
  ['the root of {1} is {2}, not {3}; make them equal', 'de wortel van {1} is {2}, en niet {3}; maak ze gelijk'],
  ['{1} is not valid, line {2}: {3}; correct it', '{1} is niet geldig, regel {2}: {3|libxml2}; verbeter het'],
  ["a payload can't be read: {1}; correct it", 'een payload is niet te lezen: {1|3pas}; verbeter die'],
  [
    'limits.messageBytes is {1}, and {2} has {3} bytes; raise the limit',
    'limits.messageBytes is {1}, en {2} heeft {3} bytes; verhoog de grens',
  ],
  [
    'the example is no SOAP 1.1 envelope with {1} in its Body; make it one',
    'het voorbeeld is geen envelop van SOAP 1.1 met {1} in de Body; maak dat ervan',
  ],
  [
    'the example is not valid: {1}; correct it, or have 3pas contract examples make it anew',
    'het voorbeeld is niet geldig: {1|libxml2}; verbeter het, of laat 3pas contract examples het opnieuw maken',
  ],
  ['the example is refused, {1}; correct it', 'het voorbeeld wordt geweigerd, {1}; verbeter het'],
  [
    'the example of {1} does not say of which document type it is: XPath "{2}" of role {3} finds nothing; correct it',
    'het voorbeeld van {1} zegt niet van welk documenttype het is: XPath "{2}" van rol {3} vindt niets; verbeter het',
  ],
  [
    'the example says document type "{1}", but stands at {2}; make them equal',
    'het voorbeeld zegt documenttype "{1}", maar staat bij {2}; maak ze gelijk',
  ],
  [
    'role {1}: XPath "{2}" finds nothing in {3}; correct it, or add an example that has it',
    'rol {1}: XPath "{2}" vindt niets in {3}; verbeter het pad, of voeg een voorbeeld toe dat het heeft',
  ],
  ['the example', 'het voorbeeld'],
  ['any of the {1} examples', 'een van de {1} voorbeelden'],
  [
    'there is no such folder; give the path of a contract folder',
    'die map is er niet; geef het pad van een contractmap',
  ],
  [
    'this is a file; give the path of the folder it stands in',
    'dit is een bestand; geef het pad van de map waar het in staat',
  ],
  [
    'the folder has no contract.yaml; give the folder that has it',
    'de map heeft geen contract.yaml; geef de map die er een heeft',
  ],
  ['make it a plain path of child and attribute steps', 'maak er een gewoon pad van kind- en attribuutstappen van'],
  [
    'uses.{1} is bound to "{2}", which {3}; {4}, or make it none where deliveries have no such thing',
    'uses.{1} is gebonden aan "{2}": {3}; {4}, of maak het none als aanleveringen zoiets niet hebben',
  ],
  [
    'uses.{1} is bound to "{2}", which {3}, or make it none where deliveries have no such thing',
    'uses.{1} is gebonden aan "{2}": {3}, of maak het none als aanleveringen zoiets niet hebben',
  ],
  ['is an attribute', 'dat is een attribuut'],
  ['is a number', 'dat is een getal'],
  ['is a date', 'dat is een datum'],
  ['is a list of values', 'dat is een waardelijst'],
  ['is binary data', 'daar staan binaire gegevens'],
  ['is elements without text', 'daar staan elementen zonder tekst'],
  ['bind it to a role that is free text', 'bind het aan een rol met vrije tekst'],
  ['bind it to a role that is free text or a number', 'bind het aan een rol met vrije tekst of een getal'],
  ['bind it to a role that is a date or free text', 'bind het aan een rol met een datum of vrije tekst'],
  [
    'bind it to a role that is free text or a number or a list of values',
    'bind het aan een rol met vrije tekst, een getal of een waardelijst',
  ],
  [
    'has no room for the sentence that says that it is a test',
    'daar is geen ruimte voor de zin die zegt dat het een test is',
  ],
  ['comes once at most', 'dat komt hooguit eenmaal voor'],
  [
    'bind it to an element with free text that may come many times',
    'bind het aan een element met vrije tekst dat vaak mag voorkomen',
  ],
  [
    'make it a plain path of child and attribute steps, local-name(path) for the name of an element, or path/@xsi:type for its type',
    'maak er een gewoon pad van, met kind- en attribuutstappen, of local-name(pad) voor de naam van een element, of pad/@xsi:type voor zijn type',
  ],
  ['it is not base64', 'het is geen base64'],
  ['it is not well-formed, {1}', 'het is niet welgevormd, {1|libxml2}'],
  ['; declare it in {1}, or rename the role', '; declareer het in {1}, of noem de rol anders'],
  ['; declare it in {1}, or correct the rule', '; declareer het in {1}, of verbeter de regel'],
  [
    '; call a role so in contract.yaml, or correct the rule',
    '; noem in contract.yaml een rol zo, of verbeter de regel',
  ],
  ['{1} has no id; add the attribute', '{1} heeft geen id; voeg het attribuut toe'],
  ['{1} has no {2}; add the attribute', '{1} heeft geen {2}; voeg het attribuut toe'],
  ['diagnostic "{1}" has xml:lang {2}; make it "{3}"', 'diagnostic "{1}" heeft xml:lang {2}; maak er "{3}" van'],
  ['absent', 'niet'],
  [
    'diagnostic id "{1}" ends in neither .nl nor .en; rename it',
    'diagnostic-id "{1}" eindigt niet op .nl of .en; noem het anders',
  ],
  ['queryBinding is {1}; only "xslt" is read', 'queryBinding is {1}; alleen "xslt" wordt gelezen'],
  [
    'attribute {1} of {2} is outside the subset; remove it',
    'attribuut {1} van {2} hoort niet bij wat gelezen wordt; haal het weg',
  ],
  ['{1} in {2} is outside the subset; say it without', '{1} in {2} hoort niet bij wat gelezen wordt; zeg het zonder'],
  ['the root is not sch:schema in {1}; make it so', 'de wortel is geen sch:schema in {1}; maak dat ervan'],
  [
    'uses.{1} is bound, and uses.{2}, whose kind it is, is not; bind both',
    'uses.{1} is gebonden, en uses.{2}, waar het de soort van is, niet; bind beide',
  ],
  [
    'uses.{1} is bound, and uses.{2} is certificate, so that no element says it; make uses.{3} none',
    'uses.{1} is gebonden, en uses.{2} is certificate, zodat geen element het zegt; maak uses.{3} none',
  ],
  [
    'uses.{1} is certificate, and a certificate says uses.authority alone; bind it to a role, or make it none',
    'uses.{1} is certificate, en een certificaat zegt alleen uses.authority; bind het aan een rol, of maak het none',
  ],
  [
    'uses.{1} is bound to "{2}", which is {3}; bind it to a role that is {4}',
    'uses.{1} is gebonden aan "{2}", en dat is {3}; bind het aan een rol die {4} is',
  ],
  [
    'uses.{1} is bound to "{2}", which is {3}; bind it to a role that is {4}, or make it none where deliveries have no such thing',
    'uses.{1} is gebonden aan "{2}", en dat is {3}; bind het aan een rol die {4} is, of maak het none als aanleveringen zoiets niet hebben',
  ],
  ['plain text', 'gewone tekst'],
  ['plain text or date', 'gewone tekst of een datum'],
  ['date', 'een datum'],
  [
    'uses.{1} is bound to "{2}", inside the payload of {3}; bind it to a role of the message itself',
    'uses.{1} is gebonden aan "{2}", in de payload van {3}; bind het aan een rol van het bericht zelf',
  ],
  [
    'uses.{1} is bound to "{2}", outside uses.content ("{3}"); bind it to the paragraphs inside that',
    'uses.{1} is gebonden aan "{2}", buiten uses.content ("{3}"); bind het aan de alinea’s daarin',
  ],
  [
    '{1} has the name __proto__, which means something else to JavaScript; choose another',
    '{1} heeft de naam __proto__, en die betekent in JavaScript iets anders; kies een andere',
  ],
  ['{1} (column {2}); correct the expression', '{1} (kolom {2}); verbeter de uitdrukking'],
  ['XPath "{1}": {2}', 'XPath "{1}": {2}'],
  ['the expression ends where {1} belongs', 'de uitdrukking eindigt waar {1} hoort te staan'],
  ['"{1}" stands where {2} belongs', '"{1}" staat waar {2} hoort te staan'],
  ['a step', 'een stap'],
  ['an operator or the end', 'een operator of het einde'],
  [
    '{1}() is not in the core library of XPath 1.0 that all engines share{2}',
    '{1}() staat niet in de kern van XPath 1.0 die alle verwerkers delen{2}',
  ],
  ["{1}() can't take {2} arguments", '{1}() neemt niet {2} argumenten'],
  ["{1}() can't take {2} argument", '{1}() neemt niet {2} argument'],
  [
    '"{1}" takes numbers only, since engines convert text in different ways: write number(...)',
    '"{1}" neemt alleen getallen, want verwerkers zetten tekst verschillend om: schrijf number(...)',
  ],
  [
    '"{1}" has a {2} on one side only, and engines convert the other in different ways: write {3}(...)',
    '"{1}" heeft maar aan een kant een {2}, en verwerkers zetten de andere verschillend om: schrijf {3}(...)',
  ],
  ['"|" joins nodes only', '"|" voegt alleen knopen samen'],
  ['"{1}" follows something that is not nodes', '"{1}" volgt op iets dat geen knopen zijn'],
  ['the namespace axis is not in every engine', 'de namespace-as heeft niet elke verwerker'],
  ['"{1}" is not an axis{2}', '"{1}" is geen as{2}'],
  ['variable {1} is unknown{2}', 'variabele {1} is onbekend{2}'],
];
