import type { Phrase } from './phrase.ts';

/** What is said of files, grounds, the service and document types of a contract folder. */
export const contractPhrases: readonly Phrase[] = [
  [
    'errorCodes.own.{1} is of "{2}", which is no constraint of the contract{3}',
    'errorCodes.own.{1} is van "{2}", en dat is geen regel van het contract of zijn schema{3}',
  ],
  [
    '; name a constraint, with * for any text, or content#zip',
    '; noem een regel van contract of schema, met * voor elke tekst, of content#zip',
  ],
  [
    'errorCodes.own.{1} has the name of an occasion; give it another one',
    'errorCodes.own.{1} heet naar een vaste aanleiding; geef het een andere naam',
  ],
  ['the file is UTF-16; save it as UTF-8', 'het bestand is UTF-16; sla het op als UTF-8'],
  ['a NUL byte stands here; remove it', 'hier staat een NUL-byte; haal die weg'],
  ['the file is gone; put it back', 'het bestand is weg; zet het terug'],
  ['"{1}" leads out of the folder; name a file inside it', '"{1}" leidt de map uit; noem een bestand erin'],
  ['there is no file "{1}" in the folder{2}', 'de map heeft geen bestand "{1}"{2}'],
  ['prefix "{1}" is unknown{2}', 'het voorvoegsel "{1}" is onbekend{2}'],
  ['; declare it under namespaces', '; zet het onder namespaces'],
  [
    '"{1}" is not a name of the form prefix:name; correct it',
    '"{1}" is geen naam van de vorm voorvoegsel:naam; verbeter die',
  ],
  ['standing "{1}" is unknown{2} the standings are {3}', 'de grond "{1}" is onbekend{2} de gronden zijn {3}'],
  ['one annotation holds two grounds for {1}; keep one', 'een annotatie heeft twee gronden voor {1}; houd er een over'],
  [
    'a ground that is {1} names no source; add it, or make it assumed',
    'een grond die {1} is, noemt geen bron; voeg die toe, of maak er assumed van',
  ],
  ['the ground has no standing; add the attribute', 'de grond heeft geen standing; voeg het attribuut toe'],
  [
    'xs:{1} has no ground; add an xs:annotation with g:ground',
    'xs:{1} heeft geen grond; voeg een xs:annotation met g:ground toe',
  ],
  ['{1} has no ground; add g:ground in an xs:appinfo', '{1} heeft geen grond; voeg g:ground toe in een xs:appinfo'],
  [
    'the policy has the keys folders and keys, both lists of texts; correct it',
    'het beleid heeft de sleutels folders en keys, beide lijsten van teksten; verbeter dat',
  ],
  [
    'this is no list of KOOP: it has nothing with a name in JSON-LD; give the JSON of a list at {1}',
    'dit is geen lijst van KOOP: er staat niets met een naam in JSON-LD; geef de JSON van een lijst op {1}',
  ],
  [
    'this is no JSON; give a list as KOOP publishes it, in JSON',
    'dit is geen JSON; geef een lijst zoals KOOP die publiceert, in JSON',
  ],
  [
    "{1}.action can't stand in the header SOAPAction; write it in ASCII, without spaces and quotes",
    '{1}.action kan niet in de header SOAPAction staan; schrijf die in ASCII, zonder spaties en aanhalingstekens',
  ],
  [
    "{1} of {2} and {3} have one request element, so nothing in a message tells which is meant; document types that SOAPAction alone tells apart can't be taken",
    '{1} van {2} en {3} hebben hetzelfde verzoekelement, zodat niets in een bericht zegt welke bedoeld is; documenttypen die alleen de SOAPAction onderscheidt, zijn niet over te nemen',
  ],
  [
    'service.alive.{1} is that of a delivery; give the one of the connection test, or leave alive out',
    'service.alive.{1} is die van een aanlevering; geef die van de verbindingstest, of laat alive weg',
  ],
  ['service.duplicate.{1} names "{2}", {3}', 'service.duplicate.{1} noemt "{2}", {3}'],
  [
    'and uses.{1} is bound to no role; bind it, or take it out here',
    'en uses.{1} is aan geen rol gebonden; bind het, of haal het hier weg',
  ],
  [
    'and uses.{1} is certificate, so no message says it; take it out here',
    'en uses.{1} is certificate, zodat geen bericht het zegt; haal het hier weg',
  ],
  [
    'which is no use and no role; give a use, or the path of a role',
    'en dat is geen gebruik en geen rol; geef een gebruik, of het pad van een rol',
  ],
  ['which is no use and no role{1}', 'en dat is geen gebruik en geen rol{1}'],
  [
    'which is {1}; name a role that is plain text or date, or content for the files',
    'en dat is {1}; noem een rol die gewone tekst of een datum is, of content voor de bestanden',
  ],
  [
    'service.duplicate.key names none of reference, content and notice, so all that this suite sends of one title would be one delivery; name one of these, or make the key none',
    'service.duplicate.key noemt reference, content noch notice, zodat alles wat deze suite met een titel stuurt één aanlevering zou zijn; noem er een van, of maak de sleutel none',
  ],
  ['service.{1}.fill[{2}] has {3}; give one of them', 'service.{1}.fill[{2}] heeft {3}; geef een van beide'],
  ['neither from nor text', 'from noch text'],
  ['both from and text', 'from en text'],
  [
    'service.answer.numbers.first "{1}" has no digit, so no other number can follow it; give one that has',
    'service.answer.numbers.first "{1}" heeft geen cijfer, zodat er geen ander nummer op kan volgen; geef er een met een cijfer',
  ],
  [
    '"{1}" is a number and none in service.answer.numbers; give each its own text',
    '"{1}" is in service.answer.numbers een nummer en geen nummer; geef elk een eigen tekst',
  ],
  [
    'service.answer.numbers.pattern can\'t hold at "{1}", which is no plain path of names; put the pattern in the schema',
    'service.answer.numbers.pattern kan niet gelden op "{1}", want dat is geen gewoon pad van namen; zet het patroon in het schema',
  ],
  [
    'service.answer has {1} but no {2}; add it, or leave out both',
    'service.answer heeft {1} maar geen {2}; voeg dat toe, of laat beide weg',
  ],
  [
    'status "{1}" stands for two outcomes; give each its own',
    'de status "{1}" staat voor twee uitkomsten; geef elke een eigen',
  ],
  [
    'service.answer.failure has no flag; say where it stands, or leave this out',
    'service.answer.failure heeft geen flag; zeg waar die staat, of laat dit weg',
  ],
  [
    'service.answer.failure does not say what the flag says of an acceptance; add succeeded',
    'service.answer.failure zegt niet wat de flag van een acceptatie zegt; voeg succeeded toe',
  ],
  [
    'service.answer.failure takes "{1}" for a refusal and for none; give each its own',
    'service.answer.failure neemt "{1}" voor een weigering en voor geen; geef elk een eigen',
  ],
  [
    'errorCodes.{1}.code is "{2}", which says at the flag of service.answer.failure that all is well; give it another one',
    'errorCodes.{1}.code is "{2}", en dat zegt op de flag van service.answer.failure dat het goed ging; geef een andere code',
  ],
  [
    'document type "{1}" stands here for the second time; remove one',
    'documenttype "{1}" staat hier voor de tweede keer; haal er een weg',
  ],
  [
    'uses.documentType is bound to no role, so nothing tells the {1} document types apart; bind it to the role that says the document type',
    'uses.documentType is aan geen rol gebonden, zodat niets de {1} documenttypen onderscheidt; bind het aan de rol die het documenttype zegt',
  ],
  [
    'the content of {1} is {2}, but no role decodes {3}; add decode to its role, or make it none',
    'de inhoud van {1} is {2}, maar geen rol decodeert {3}; voeg decode toe aan de rol, of maak er none van',
  ],
  [
    'the content of {1} is {2}, and uses.content does not decode {3}; bind it to the role that does',
    'de inhoud van {1} is {2}, en uses.content decodeert geen {3}; bind het aan de rol die dat doet',
  ],
  ['zip or file', 'zip of file'],
  ['zip or xml or file', 'zip, xml of file'],
  [
    'document type "{1}" is not in the enumeration of {2}{3}',
    'documenttype "{1}" staat niet in de enumeratie van {2}{3}',
  ],
  ['; add it there, or remove it', '; voeg het daar toe, of haal het weg'],
  ['document type "{1}" is not in contract.yaml{2}', 'documenttype "{1}" staat niet in contract.yaml{2}'],
  ['; add it to documentTypes, or remove it here', '; voeg het toe aan documentTypes, of haal het hier weg'],
];
