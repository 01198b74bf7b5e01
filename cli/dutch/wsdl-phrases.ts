import type { Phrase } from './phrase.ts';

/** What is said of a WSDL, of schemas, and of what can't be made of them. */
export const wsdlPhrases: readonly Phrase[] = [
  [
    'the wsdl:import names no location; add it, or take the import out',
    'de wsdl:import noemt geen plaats; voeg die toe, of haal de import weg',
  ],
  ['the operations take different things', 'de operaties nemen verschillende dingen aan'],
  ["{1} can't be taken: {2}", '{1} is niet over te nemen: {2}'],
  [
    'its answer, {1}, holds no element that could be the number of a dossier',
    'zijn antwoord, {1}, heeft geen element dat het nummer van een dossier kan zijn',
  ],
  [
    'its {1}, {2}, is in no namespace, and a contract names its messages by one; give the schema a targetNamespace',
    'zijn {1}, {2}, staat in geen namespace, en een contract noemt zijn berichten daarmee; geef het schema een targetNamespace',
  ],
  [
    'no delivery that was made has {1}, which tells its document types apart; see in the schema whether it can be there',
    'geen aanlevering die is gemaakt, heeft {1}, dat de documenttypen onderscheidt; kijk in het schema of het er kan staan',
  ],
  ['its {1} holds no element', 'zijn {1} heeft geen element'],
  ['it has no operation', 'er is geen operatie'],
  ['the WSDL', 'de WSDL'],
  ['input', 'verzoek'],
  ['output', 'antwoord'],
  ['no schema declares {1}, which its header must have', 'geen schema declareert {1}, dat in de header moet staan'],
  [
    'its schemas name {1} of {2}, and no schema of that came with them; give it with --xsd',
    'de schema’s noemen {1} van {2}, en daar kwam geen schema van mee; geef het met --xsd',
  ],
  [
    "the answers of {1} say different things, so one folder can't read them all; make a folder for each operation with --operation",
    'de antwoorden van {1} zeggen verschillende dingen, zodat één map ze niet alle kan lezen; maak met --operation een map voor elke operatie',
  ],
  [
    'the WSDL has no operation; give the one that takes deliveries',
    'de WSDL heeft geen operatie; geef die welke aanleveringen aanneemt',
  ],
  ['there is no {1} "{2}"{3}', 'er is geen {1} "{2}"{3}'],
  ['; there is {1}', '; er is {1}'],
  ['service', 'service'],
  ['operation', 'operatie'],
  ['{1}; give a WSDL that asks for less', '{1}; geef een WSDL die minder vraagt'],
  [
    'the style is rpc, and only document is supported; make it document',
    'de stijl is rpc, en alleen document kan; maak er document van',
  ],
  ['the style is rpc, and only document is supported', 'de stijl is rpc, en alleen document kan'],
  [
    'the use is encoded, and only literal is supported; make it literal',
    'het gebruik is encoded, en alleen literal kan; maak er literal van',
  ],
  ['the use is encoded, and only literal is supported', 'het gebruik is encoded, en alleen literal kan'],
  [
    'a message is in several parts of MIME, and only XML by itself is supported',
    'een bericht heeft verschillende delen (MIME), en alleen XML op zichzelf kan',
  ],
  [
    'port {1} is of another protocol, and only SOAP 1.1 is supported',
    'poort {1} heeft een ander protocol, en alleen SOAP 1.1 kan',
  ],
  ['port {1} is of {2}, and only SOAP 1.1 is supported', 'poort {1} is van {2}, en alleen SOAP 1.1 kan'],
  [
    'the {1} of {2} has {3} parts in its Body, and only one is supported',
    'het {1} van {2} heeft {3} delen in de Body, en er kan er maar een',
  ],
  [
    'the {1} of {2} has a part that names a type, and only an element is supported; name an element',
    'het {1} van {2} heeft een deel dat een type noemt, en alleen een element kan; noem een element',
  ],
  [
    'the {1} of {2} has a part that names a type, and only an element is supported',
    'het {1} van {2} heeft een deel dat een type noemt, en alleen een element kan',
  ],
  [
    'operation {1} is one-way: it gives no answer, and only what is answered can be tested',
    'operatie {1} gaat één kant op: er komt geen antwoord, en alleen wat antwoord krijgt, is te toetsen',
  ],
  [
    'operation {1} takes no message, so nothing can be delivered by it',
    'operatie {1} neemt geen bericht aan, zodat er niets mee aan te leveren is',
  ],
  ['the transport is {1}, and only HTTP is supported', 'het transport is {1}, en alleen HTTP kan'],
  ['of this message', 'van dit bericht'],
  [
    'operation {1} asks for the SOAP header {2}, and nothing fills it; say under service.headers what stands in it',
    'operatie {1} vraagt de SOAP-header {2}, en niets vult die; zeg onder service.headers wat erin staat',
  ],
  [
    'operation {1} asks for the SOAP header {2}, and nothing fills it',
    'operatie {1} vraagt de SOAP-header {2}, en niets vult die',
  ],
  ['the policy of {1} demands {2}, which is not supported', 'het beleid van {1} eist {2}, en dat kan niet'],
  ['MTOM (attachments beside the envelope)', 'MTOM (bijlagen naast de envelop)'],
  ['a timestamp of WS-Security', 'een tijdstempel van WS-Security'],
  ['no {1} has the operation "{2}" of contract.yaml{3}', 'geen {1} heeft de operatie "{2}" van contract.yaml{3}'],
  ['; add it, or correct contract.yaml', '; voeg die toe, of verbeter contract.yaml'],
  [
    'operation {1} has no soapAction, contract.yaml says "{2}"; make them equal',
    'operatie {1} heeft geen soapAction, en contract.yaml zegt "{2}"; maak ze gelijk',
  ],
  [
    'operation {1} has soapAction "{2}", contract.yaml says "{3}"; make them equal',
    'operatie {1} heeft soapAction "{2}", en contract.yaml zegt "{3}"; maak ze gelijk',
  ],
  [
    'the {1} of {2} carries {3}, contract.yaml says {4}; make them equal',
    'het {1} van {2} draagt {3}, en contract.yaml zegt {4}; maak ze gelijk',
  ],
  ['no element', 'geen element'],
  ['; add the file, or correct the name', '; voeg het bestand toe, of verbeter de naam'],
  [
    'the types of the WSDL contradict {1}: {2}; make them agree',
    'de typen van de WSDL spreken {1} tegen: {2}; maak ze gelijk',
  ],
  [
    '{1} declares no element {2}; correct the name or the schema',
    '{1} declareert geen element {2}; verbeter de naam of het schema',
  ],
  ['XPath "{1}" finds nothing in {2} of {3}; correct it', 'XPath "{1}" vindt niets in {2} van {3}; verbeter het'],
  ["the schema can't be used: {1}; correct it", 'het schema is niet te gebruiken: {1}; verbeter het'],
  ["the schema can't be used: {1}", 'het schema is niet te gebruiken: {1}'],
  [
    'this is not WSDL 1.1: the root is {1}; make it definitions in {2}',
    'dit is geen WSDL 1.1: de wortel is {1}; maak er definitions in {2} van',
  ],
  [
    'port {1} names the binding {2}, which is not there; add it, or correct the name',
    'poort {1} noemt de binding {2}, en die is er niet; voeg die toe, of verbeter de naam',
  ],
  [
    'binding {1} is of the portType {2}, which is not there; add it, or correct the name',
    'binding {1} is van het portType {2}, en dat is er niet; voeg het toe, of verbeter de naam',
  ],
  [
    'the WSDL comes to more than {1} documents or {2} MiB with this one; give one that is smaller',
    'de WSDL komt hiermee boven {1} documenten of {2} MiB; geef een kleinere',
  ],
  ['the imports go round: {1}; take one of them out', 'de imports gaan in een kring: {1}; haal er een weg'],
  ['the imports go round by "{1}"; take one of them out', 'de imports gaan in een kring over "{1}"; haal er een weg'],
  ['"{1}", which is imported here, can\'t be had: {2}', '"{1}", dat hier wordt geïmporteerd, is niet te krijgen: {2}'],
  [
    'it is not beside the file that names it, and 3pas does not fetch what a file asks for; give it with --xsd',
    'het staat niet naast het bestand dat het noemt, en 3pas haalt niet op waar een bestand om vraagt; geef het met --xsd',
  ],
  [
    'this is not an XML Schema: the root is {1}; give the document whose root is xs:schema',
    'dit is geen XML-schema: de wortel is {1}; geef het document waarvan de wortel xs:schema is',
  ],
  ['the document is empty; give the WSDL or schema itself', 'het document is leeg; geef de WSDL of het schema zelf'],
  [
    'the document has more than {1} MiB; give one that is smaller',
    'het document heeft meer dan {1} MiB; geef een kleiner',
  ],
  ['this is a web page, and not a WSDL or schema; {1}', 'dit is een webpagina, en geen WSDL of schema; {1}'],
  [
    'the document has a document type declaration (DTD), which is not read: {1}; take it out',
    'het document heeft een documenttypedeclaratie (DTD), en die wordt niet gelezen: {1}; haal die weg',
  ],
  ['it is no address; correct it', 'het is geen adres; verbeter het'],
  [
    "it can't be fetched: HTTP {1}; try again later, or save the WSDL as a file",
    'het is niet op te halen: HTTP {1}; probeer het later weer, of sla de WSDL op als bestand',
  ],
  ["it can't be fetched: HTTP {1}, {2}", 'het is niet op te halen: HTTP {1}, {2}'],
  [
    'there is nothing there; give the address of the WSDL, as ends with ?wsdl or ?singleWsdl',
    'daar is niets; geef het adres van de WSDL, zoals een dat eindigt op ?wsdl of ?singleWsdl',
  ],
  [
    'it leads to {1}, perhaps to log in; give the address of the WSDL itself',
    'het leidt naar {1}, misschien om in te loggen; geef het adres van de WSDL zelf',
  ],
  [
    'the endpoint lets nobody in without credentials that it knows; give the profile that has them with --profile, or save the WSDL as a file',
    'het endpoint laat niemand binnen zonder inloggegevens die het kent; geef met --profile het profiel dat ze heeft, of sla de WSDL op als bestand',
  ],
  ['another address', 'een ander adres'],
  [
    'the link leads nowhere, and rules.mjs would read along; put the file itself there',
    'de koppeling leidt nergens heen, en rules.mjs zou meelezen; zet het bestand zelf daar',
  ],
  [
    'the link leads out of the folder, to {1}, and rules.mjs would read along; put the file itself there',
    'de koppeling leidt de map uit, naar {1}, en rules.mjs zou meelezen; zet het bestand zelf daar',
  ],
  ['no {1} could be made', 'er was geen {1} te maken'],
  ['the schema does not compile: {1}; correct it', 'het schema is niet te compileren: {1|libxml2}; verbeter het'],
  ['{1} must have {2}, which the schema does not know', '{1} moet {2} hebben, en dat kent het schema niet'],
  ['{1} must have {2}, which the schema lets be absent', '{1} moet {2} hebben, en dat mag in het schema ontbreken'],
  ['{1} has no {2}, which the schema has', '{1} heeft geen {2}, en het schema wel'],
  ['{1} holds {2}, and in the schema {3}', '{1} bevat {2}, en in het schema {3}'],
  ['elements', 'elementen'],
  [
    'this is a page to log in at{1}, and no WSDL; give the profile that has the credentials, or save the WSDL as a file',
    'dit is een pagina om in te loggen{1}, en geen WSDL; geef het profiel dat de inloggegevens heeft, of sla de WSDL op als bestand',
  ],
  [
    'this is a web page{1}, and no WSDL; give the address of the WSDL itself, as ends with ?wsdl or ?singleWsdl',
    'dit is een webpagina{1}, en geen WSDL; geef het adres van de WSDL zelf, zoals een dat eindigt op ?wsdl of ?singleWsdl',
  ],
];
