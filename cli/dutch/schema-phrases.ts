import type { Phrase } from './phrase.ts';

/** What is said of a schema that can't be used, or of which nothing can be made, by the reader and the engine. */
export const schemaPhrases: readonly Phrase[] = [
  // What is read of a schema.
  ["it has no 'name' or 'ref'", "het heeft geen 'name' of 'ref'"],
  ['it has no xs:restriction, xs:list or xs:union', 'het heeft geen xs:restriction, xs:list of xs:union'],
  ['it has no xs:restriction or xs:extension', 'het heeft geen xs:restriction of xs:extension'],
  ['it has no member types', 'het heeft geen membertypen'],
  ["it has no '{1}'", "het heeft geen '{1}'"],
  ['it has more than {1} attributes', 'het heeft meer dan {1} attributen'],
  ["attribute '{1}' stands in it twice", "attribuut '{1}' staat er tweemaal in"],
  ['the wildcards of its groups can not be joined', 'de wildcards van zijn groepen zijn niet te combineren'],
  ['it has more than {1} particles', 'het heeft meer dan {1} deeltjes (particles)'],
  ['it has more than {1} member types', 'het heeft meer dan {1} membertypen'],
  ['with those before it has too many particles', 'met die ervoor zijn het te veel deeltjes (particles)'],
  ['it is defined by itself', 'het is met zichzelf gedefinieerd'],
  ['it leads over more than {1} elements', 'het leidt over meer dan {1} elementen'],
  ['it is derived in more than {1} steps', 'het is in meer dan {1} stappen afgeleid'],
  ['its base has no simple content', 'zijn basistype heeft geen enkelvoudige inhoud'],
  ['its base is a simple type', 'zijn basistype is een enkelvoudig type'],
  ["its base has the attribute '{1}' already", "zijn basistype heeft het attribuut '{1}' al"],
  [
    'it can not be joined with the wildcard of the base type',
    'het is niet te combineren met de wildcard van het basistype',
  ],
  ['nested too deep', 'het is te diep genest'],
  ["'{1}' has another target namespace; import it", "'{1}' heeft een andere doelnaamruimte; importeer het"],
  ["'{1}' has the target namespace '{2}', and not '{3}'", "'{1}' heeft de doelnaamruimte '{2}', en niet '{3}'"],
  [
    "no such file: '{1}'; put it beside the schema or mend the name",
    "er is geen bestand '{1}'; zet het naast het schema of verbeter de naam",
  ],
  ['not an XML Schema; its root must be xs:schema', 'dit is geen XML-schema; de wortel moet xs:schema zijn'],
  [
    'a schema that relies on its document type is not read: {1}; remove it',
    'een schema dat steunt op zijn documenttypedeclaratie (DTD) wordt niet gelezen: {1}; haal die weg',
  ],
  [
    "'{1}' is the target namespace here; include what has it",
    "'{1}' is hier de doelnaamruimte; neem met xs:include op wat die heeft",
  ],
  ['without a namespace it is for schemas that have one', 'zonder naamruimte is het voor schema’s die er een hebben'],
  ['it needs an xs:selector and an xs:field', 'het heeft een xs:selector en een xs:field nodig'],
  ['it is defined already, {1}', 'het is al gedefinieerd, {1}'],
  ['it is defined already', 'het is al gedefinieerd'],
  ["there is no key or unique '{1}'", "er is geen key of unique '{1}'"],
  ["it has another number of fields than '{1}'", "het heeft een ander aantal velden dan '{1}'"],
  ["'{1}' is no path for an identity constraint", "'{1}' is geen pad voor een sleutel of uniciteitsregel"],
  [
    'its prefix is not declared; declare it with xmlns',
    'het voorvoegsel is niet gedeclareerd; declareer het met xmlns',
  ],
  ['its maxOccurs is less than its minOccurs', 'maxOccurs is kleiner dan minOccurs'],
  [
    'a group of kind xs:all stands alone in a content model (part 1, 3.8.6, All Group Limited)',
    'een groep van soort xs:all staat alleen in een inhoudsmodel (deel 1, 3.8.6, All Group Limited)',
  ],
  ['it is empty', 'het is leeg'],
  ['xs:sequence, xs:choice or xs:all is needed here', 'hier hoort xs:sequence, xs:choice of xs:all'],
  ['it may not stand in a content model', 'het mag niet in een inhoudsmodel staan'],
  ["XSD 1.0 has no type '{1}'", "XSD 1.0 heeft geen type '{1}'"],
  ['definitions lean on one another too deep', 'definities steunen te diep op elkaar'],
  [
    'a redefined type must be derived from itself (part 1, 4.2.2)',
    'een geherdefinieerd type moet van zichzelf zijn afgeleid (deel 1, 4.2.2)',
  ],
  [
    'a redefined group may hold itself once, and occurring once (part 1, 4.2.2)',
    'een geherdefinieerde groep mag zichzelf eenmaal bevatten, en dan eenmaal voorkomend (deel 1, 4.2.2)',
  ],
  [
    "'{1}' is a complex type where a simple one is needed",
    "'{1}' is een samengesteld type, waar een enkelvoudig hoort",
  ],
  ['it stands twice in one restriction', 'het staat tweemaal in één restriction'],
  [
    'not a construct of XSD 1.0; remove it or put it in xs:appinfo',
    'dit is geen constructie van XSD 1.0; haal het weg of zet het in xs:appinfo',
  ],
  ['it is redefined already (part 1, 3.15.6 clause 2)', 'het is al geherdefinieerd (deel 1, 3.15.6 clausule 2)'],
  [
    "there is no {1} '{2}'; mend the name, or add the import that brings it",
    "er is geen {1} '{2}'; verbeter de naam, of voeg de import toe die het brengt",
  ],
  ['{1} is not imported here; add an xs:import of it', '{1} is hier niet geïmporteerd; voeg er een xs:import van toe'],
  ['what has no namespace', 'wat geen naamruimte heeft,'],
  [
    'it redefines something that the redefined schema does not have',
    'het herdefinieert iets wat het geherdefinieerde schema niet heeft',
  ],
  ["its {1} is '{2}'", "{1} is hier '{2}'"],
  ['its declarations come from {1}', 'zijn declaraties komen uit {1}'],
  ['it gives {1} the attribute {2}', 'hij geeft {1} het attribuut {2}'],
  ['it can not be read', 'hij is niet te lezen'],
  [
    'it uses the entity {1}, which it gives no value of its own',
    'hij gebruikt de entiteit {1}, en geeft die zelf geen waarde',
  ],
  [
    'its entity {1} is made of itself, or of too many others',
    'zijn entiteit {1} bestaat uit zichzelf, of uit te veel andere',
  ],
  ['its entities grow to more than {1} characters', 'zijn entiteiten groeien tot meer dan {1} tekens'],
  // What can be made of a schema.
  [
    'it needs {1} children, more than are made ({2}); give it a smaller minOccurs in a copy of the schema',
    'het heeft {1} kinderen nodig, meer dan er gemaakt worden ({2}); geef het in een kopie van het schema een kleinere minOccurs',
  ],
  [
    'a length of {1} is more than is made ({2}); give it a smaller minLength in a copy of the schema',
    'een lengte van {1} is meer dan er gemaakt wordt ({2}); geef in een kopie van het schema een kleinere minLength',
  ],
  ['none of its branches can be made', 'geen van zijn takken is te maken'],
  ['it can not be made: it is abstract, or never complete', 'het is niet te maken: het is abstract, of nooit volledig'],
  [
    'its smallest document has more elements than are made',
    'zijn kleinste document heeft meer elementen dan er gemaakt worden',
  ],
  ['its documents can be more than {1} elements deep', 'zijn documenten kunnen meer dan {1} elementen diep zijn'],
  ['no document with this root is ever complete', 'geen document met deze wortel is ooit volledig'],
  [
    'no document was found that keeps its identity constraints, ID and IDREF',
    'er is geen document gevonden dat zich houdt aan zijn sleutels, ID en IDREF',
  ],
  [
    'no document was found that keeps its identity constraints, ID and IDREF; an ID that a union has is one for some validators only, so that nothing refers to it',
    'er is geen document gevonden dat zich houdt aan zijn sleutels, ID en IDREF; een ID in een union geldt niet bij elke validator, dus er wordt niet naar verwezen',
  ],
  [
    'no value of its enumeration keeps its other facets',
    'geen waarde van zijn enumeration houdt zich aan de andere facetten',
  ],
  [
    'no value was found that keeps all its facets; it may have none',
    'er is geen waarde gevonden die zich aan alle facetten houdt; misschien is er geen',
  ],
  [
    'no value is allowed that every validator must take (18 digits, the years 0001 to 9999, milliseconds: part 2, 3.2.3 and 3.2.7); ask for those that go further with --beyond-minimal',
    'geen waarde mag die elke validator moet aannemen (18 cijfers, de jaren 0001 tot en met 9999, milliseconden: deel 2, 3.2.3 en 3.2.7); vraag met --beyond-minimal om waarden die verder gaan',
  ],
  ['no element is known that it takes', 'er is geen element bekend dat het aanneemt'],
  ['{1} was not broken: {2}', '{1} is niet gebroken: {2}'],
  ['{1} was not broken: ', '{1} is niet gebroken: '],
  ['libxml2 finds what was tried valid ({1}); {2}', 'libxml2 vindt geldig wat geprobeerd is ({1}); {2|libxml2}'],
  ['libxml2 finds what was tried valid ({1})', 'libxml2 vindt geldig wat geprobeerd is ({1})'],
  [
    'libxml2 finds fault elsewhere than at the edit ({1} at {2})',
    'libxml2 vindt elders een fout dan waar iets veranderd is ({1} op {2})',
  ],
  ['no document that could be broken kept rule {1}', 'geen document dat te breken was, hield zich aan regel {1}'],
  [
    'no document that was made keeps its meaning when it is written with {1}',
    'geen document dat gemaakt is, houdt zijn betekenis als het met {1} geschreven wordt',
  ],
  ['root "{1}" can be {2}; say which', 'de wortel "{1}" kan {2} zijn; zeg welke'],
  [
    'root "{1}" is abstract: only what substitutes it can be a root{2} (roots: {3})',
    'de wortel "{1}" is abstract: alleen wat haar vervangt kan een wortel zijn{2} (wortels: {3})',
  ],
  ['root "{1}" is no global element{2} (roots: {3})', 'de wortel "{1}" is geen globaal element{2} (wortels: {3})'],
  ['{1} and {2} more', '{1} en nog {2}'],
  [
    'no document with the root {1} of {2} that were made keeps rule {3}; chance does not find one: loosen the rule, or narrow the schema',
    'van {2} gemaakte documenten met de wortel {1} houdt er geen zich aan regel {3}; het toeval vindt er geen: maak de regel losser, of het schema nauwer',
  ],
  ['there is no schema {1}; give the path of an XSD file', 'er is geen schema {1}; geef het pad van een XSD-bestand'],
  ['{1} leads to more than {2} files or {3} bytes', '{1} leidt naar meer dan {2} bestanden of {3} bytes'],
  ["{1} can't be read: {2}", '{1} is niet te lezen: {2|Node}'],
  [
    'there is no catalogue {1}; give a folder with schemas, or an OASIS XML catalogue',
    'er is geen catalogus {1}; geef een map met schema’s, of een XML-catalogus van OASIS',
  ],
  ['{1} is no XML catalogue: {2}; correct it', '{1} is geen XML-catalogus: {2|libxml2}; verbeter die'],
];

/** What libxml2 says of a schema and of what does not conform to one; what is missing here is quoted. */
export const libxmlPhrases: readonly Phrase[] = [
  ["Element '{1}', attribute '{2}': {3}", "element '{1}', attribuut '{2}': {3|libxml2}"],
  ["Element '{1}': {2}", "element '{1}': {2|libxml2}"],
  [
    "The value '{1}' of the facet 'pattern' is not a valid regular expression",
    "'{1}' is geen reguliere expressie van XSD",
  ],
  ["The QName value '{1}' does not resolve to a(n) {2}", "'{1}' verwijst naar niets; er is geen {2} met die naam"],
  ['type definition', 'type'],
  ['simple type definition', 'enkelvoudig type'],
  ['element declaration', 'element'],
  ['attribute declaration', 'attribuut'],
  ['model group definition', 'groep'],
  ['attribute group definition', 'attributengroep'],
  ['The content is not valid. Expected is {1}', 'de inhoud klopt niet; hier hoort {1}'],
  ['The content model is not determinist', 'het inhoudsmodel is niet deterministisch'],
  ["The attribute '{1}' is not allowed", "het attribuut '{1}' mag hier niet"],
  ["The attribute '{1}' is required but missing", "het verplichte attribuut '{1}' ontbreekt"],
  ['This element is not expected. Expected is one of {1}', 'dit element hoort hier niet; hier hoort een van {1}'],
  ['This element is not expected. Expected is {1}', 'dit element hoort hier niet; hier hoort {1}'],
  ['This element is not expected', 'dit element hoort hier niet'],
  ['Missing child element(s). Expected is one of {1}', 'er ontbreekt een element; hier hoort een van {1}'],
  ['Missing child element(s). Expected is {1}', 'er ontbreekt een element; hier hoort {1}'],
  ["'{1}' is not a valid value of the {2} type '{3}'", "'{1}' is geen waarde van type '{3}'"],
  ["'{1}' is not a valid value of the local {2} type", "'{1}' is geen waarde van het type hier"],
  [
    'No matching global declaration available for the validation root',
    'het schema declareert geen wortel met deze naam',
  ],
  ["[facet '{1}'] {2}", "facet '{1}': {2|libxml2}"],
  ["The value '{1}' is not accepted by the pattern '{2}'", "'{1}' past niet op het patroon '{2}'"],
  ["The value '{1}' is not an element of the set {2}", "'{1}' is geen van {2}"],
  [
    "The value has a length of '{1}'; this underruns the allowed minimum length of '{2}'",
    'de waarde heeft lengte {1}, en minstens {2} moet',
  ],
  [
    "The value has a length of '{1}'; this exceeds the allowed maximum length of '{2}'",
    'de waarde heeft lengte {1}, en hooguit {2} mag',
  ],
];

/** A ring of documents; so short that all others go before it. */
export const ringPhrases: readonly Phrase[] = [['{1} imports {2}', '{1} importeert {2}']];
