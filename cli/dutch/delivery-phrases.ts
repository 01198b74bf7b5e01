import type { Phrase } from './phrase.ts';

/** What is said of deliveries and answers that a folder can't have, of what `lint` warns of, and of what is open. */
export const deliveryPhrases: readonly Phrase[] = [
  [
    'role {1} is filled with a PDF or an image, and {2} takes no media type of that ({3}); take decode out, and it holds any bytes, or give the role of the media type codes',
    'rol {1} wordt gevuld met een pdf of een afbeelding, en {2} neemt daar geen mediatype van aan ({3}); haal decode weg, en hij heeft willekeurige bytes, of geef de rol van het mediatype codes',
  ],
  [
    'role {1} is filled with XML, and {2} takes no media type of that ({3}); take decode out, and it holds any bytes, or give the role of the media type codes',
    'rol {1} wordt gevuld met XML, en {2} neemt daar geen mediatype van aan ({3}); haal decode weg, en hij heeft willekeurige bytes, of geef de rol van het mediatype codes',
  ],
  [
    'role {1} is decoded from base64, and its schema has it in hexadecimal (xs:hexBinary); take decode out, and it holds any bytes',
    'rol {1} wordt uit base64 gedecodeerd, en het schema heeft hem hexadecimaal (xs:hexBinary); haal decode weg, en hij heeft willekeurige bytes',
  ],
  [
    'deliveries of {1} are {2}, which says another document type; give {3} an operation of its own (documentTypes[].deliver), or say with codes what stands for it',
    'aanleveringen van {1} zijn {2}, en dat zegt een ander documenttype; geef {3} een eigen operatie (documentTypes[].deliver), of zeg met codes wat ervoor staat',
  ],
  [
    'nothing at "{1}" is called "{2}", so no {3} can be made; correct the path of role {4}, or say with codes what stands for {5}',
    'niets op "{1}" heet "{2}", zodat er geen {3} te maken is; verbeter het pad van rol {4}, of zeg met codes wat voor {5} staat',
  ],
  ['nothing valid can be made: {1}; correct the schema', 'er is niets geldigs te maken: {1}; verbeter het schema'],
  [
    '"{1}" finds nothing in {2}; give a path of child and attribute steps that the schema has',
    '"{1}" vindt niets in {2}; geef een pad van kind- en attribuutstappen dat het schema heeft',
  ],
  [
    '"{1}" takes no {2} of ours, such as "{3}"; give it a text',
    '"{1}" neemt geen {2} van ons, zoals "{3}"; geef een tekst',
  ],
  ['nothing is delivered to another machine: {1}', 'aan een andere machine wordt niets aangeleverd: {1}'],
  [
    'uses.authority is certificate, so a sender stands for one authority, and the profile allows {1}; name in bevoegdGezag the one that it stands for',
    'uses.authority is certificate, dus een afzender staat voor één bevoegd gezag, en het profiel noemt er {1}; noem in bevoegdGezag het ene waarvoor die staat',
  ],
  [
    'uses.authority is certificate, and nothing says that the one of "{1}" (OIN {2}) stands for {3}; if it does, say so in machtigingen of the profile',
    'uses.authority is certificate, en nergens staat dat dat van "{1}" (OIN {2}) voor {3} staat; is dat wel zo, zeg het dan onder machtigingen in het profiel',
  ],
  [
    'a delivery of {1} is read as {2}; let uses.documentType find what tells it',
    'een aanlevering van {1} wordt gelezen als {2}; laat uses.documentType vinden wat het zegt',
  ],
  ['of no document type', 'van geen documenttype'],
  [
    'a valid {1} is a duplicate of another one, since nothing that service.duplicate.key names is new with each; name something that is, such as reference, or make it none',
    'een geldige {1} is een duplicaat van een andere, omdat niets van wat service.duplicate.key noemt bij elke aanlevering nieuw is; noem daar iets dat wel nieuw is, zoals reference, of maak het none',
  ],
  [
    'a {1} that is delivered again in other bytes is no duplicate to the endpoint of the suite; name under service.duplicate.key what has the same value then',
    'een {1} die in andere bytes opnieuw wordt aangeleverd, is voor het endpoint van de suite geen duplicaat; noem onder service.duplicate.key wat dan dezelfde waarde heeft',
  ],
  [
    'a valid {1} is no delivery to the endpoint of the suite: {2}',
    'een geldige {1} is voor het endpoint van de suite geen aanlevering: {2}',
  ],
  [
    'a valid {1} is refused by the endpoint of the suite, at {2}: {3}',
    'een geldige {1} wordt door het endpoint van de suite geweigerd, bij {2}: {3}',
  ],
  // The endpoint.
  [
    'The endpoint can\'t write its answer at "{1}". In contract.yaml, give a path of element names with an attribute at most.',
    'Het endpoint kan zijn antwoord niet schrijven op "{1}". Geef in contract.yaml een pad van namen van elementen, met ten hoogste een attribuut.',
  ],
  [
    "The endpoint can't answer with {1}: {2} does not declare it. Correct the contract's service.",
    'Het endpoint kan niet antwoorden met {1}: {2} declareert het niet. Verbeter service in het contract.',
  ],
  [
    "The endpoint can't make a valid {1}: {2} Let contract.yaml name every value that the answer needs.",
    'Het endpoint kan geen geldige {1} maken: {2} Laat contract.yaml elke waarde noemen die het antwoord nodig heeft.',
  ],
  [
    'The endpoint can\'t refuse with errorCodes.{1}.code "{2}": {3} Let contract.yaml name a code that the schema takes, and every value that the answer needs.',
    'Het endpoint kan niet weigeren met errorCodes.{1}.code "{2}": {3} Laat contract.yaml een code noemen die het schema aanneemt, en elke waarde die het antwoord nodig heeft.',
  ],
  [
    'The mock has no username. Give it one to let in.',
    'De mock heeft geen gebruikersnaam. Geef er een om binnen te laten.',
  ],
  [
    '"{1}" is no name of a host. Write it in lower case and without a port.',
    '"{1}" is geen naam van een host. Schrijf die in kleine letters en zonder poort.',
  ],
  [
    'Today is "{1}", which is no day. Write it as YYYY-MM-DD.',
    'Vandaag is "{1}", en dat is geen dag. Schrijf die als JJJJ-MM-DD.',
  ],
  [
    'The certificate, its key or an extra root can not be used: {1}. Give PEM, and a key that is not encrypted.',
    'Het certificaat, de sleutel of een extra stamcertificaat is niet te gebruiken: {1}. Geef PEM, en een sleutel die niet versleuteld is.',
  ],
  // Warnings.
  [
    'role {1} has values of {2}, and the schema takes none of them there; give the role a list of what stands there, or codes that the names are written with',
    'rol {1} heeft waarden van {2}, en het schema staat daar geen daarvan toe; geef de rol een lijst van wat er staat, of codes waarmee de namen worden geschreven',
  ],
  [
    'the one role of text takes any ({1}), so little can be wrong in deliveries; say in a description what may stand there (docs/contract-folder.md), or give roles values',
    'de enige rol met tekst neemt elke aan ({1}), zodat er weinig in aanleveringen mis kan zijn; zeg in een beschrijving wat er mag staan (docs/contract-folder.md), of geef rollen waarden',
  ],
  [
    '{1} of {2} roles take any text ({3}), so little can be wrong in deliveries; say in a description what may stand there (docs/contract-folder.md), or give roles values',
    '{1} van de {2} rollen nemen elke tekst aan ({3}), zodat er weinig in aanleveringen mis kan zijn; zeg in een beschrijving wat er mag staan (docs/contract-folder.md), of geef rollen waarden',
  ],
  [
    '{1}. Until then nothing is delivered to another machine',
    '{1}. Tot dan wordt aan een andere machine niets aangeleverd',
  ],
  ['{1} does not say of which day it is; add of: {2}', '{1} zegt niet van welke dag hij is; voeg of: {2} toe'],
  // Questions.
  ['open: uses.{1}: {2}', 'open: uses.{1}: {2}'],
  ['open: {1}: {2}', 'open: {1}: {2}'],
  [
    'does {1} say the document type? It has {2} values, and a folder holds an example of each type; bind it, and name under documentTypes those that are delivered',
    'zegt {1} het documenttype? Het heeft {2} waarden, en een map heeft van elk type een voorbeeld; bind het, en noem onder documentTypes de typen die worden aangeleverd',
  ],
  ['is it at {1}, or at {2}?', 'staat het op {1}, of op {2}?'],
  ['is it at {1}? No delivery that was made has it', 'staat het op {1}? Geen aanlevering die is gemaakt, heeft het'],
  ['is it at {1}?', 'staat het op {1}?'],
  ['do deliveries go to {1}, or to {2}?', 'gaan aanleveringen naar {1}, of naar {2}?'],
  [
    'is {1} a connection test, which does nothing? Production gets it',
    'is {1} een verbindingstest, die verder niets doet? Productie krijgt hem',
  ],
  ['are statuses what {1} says of the three outcomes?', 'is statuses wat {1} zegt van de drie uitkomsten?'],
  [
    'does a response refuse by what stands at {1} or elsewhere? Until failure says it, each with a dossier number accepts',
    'weigert een antwoord met wat op {1} of elders staat? Tot failure het zegt, aanvaardt elk met een dossiernummer',
  ],
  [
    'does a response refuse by what stands at {1}? Until failure says it, each with a dossier number accepts',
    'weigert een antwoord met wat op {1} staat? Tot failure het zegt, aanvaardt elk met een dossiernummer',
  ],
  [
    'is it at {1}, or at {2}? Bind it, or make it none; until then nothing is delivered to another machine',
    'staat het op {1}, of op {2}? Koppel het, of maak er none van; tot dan wordt aan geen andere machine aangeleverd',
  ],
  [
    'is it at {1}? Bind it, or make it none; until then nothing is delivered to another machine',
    'staat het op {1}? Koppel het, of maak er none van; tot dan wordt aan geen andere machine aangeleverd',
  ],
  [
    'does a response refuse by a code at {1}? No WSDL says it; leave failure out where only a Fault refuses',
    'weigert een antwoord met een code op {1}? Geen WSDL zegt het; laat failure weg als alleen een Fault weigert',
  ],
  [
    'does a response refuse by "{1}" at {2}? No WSDL says it; leave failure out where only a Fault refuses',
    'weigert een antwoord met "{1}" op {2}? Geen WSDL zegt het; laat failure weg als alleen een Fault weigert',
  ],
  [
    'what tells a response that refuses from one that accepts? Its schema demands a code at {1} in both; name it as flag with the codes that accept as succeeded, or leave it to Faults',
    'wat onderscheidt een antwoord dat weigert van een dat aanvaardt? Het schema verlangt in beide een code op {1}; noem die als flag met de codes van een acceptatie als succeeded, of laat het aan Faults',
  ],
  [
    'does a response refuse by anything but "{1}" at {2}? Name under succeeded all that accept, and leave failure out where only a Fault refuses',
    'weigert een antwoord met iets anders dan "{1}" op {2}? Noem onder succeeded alles wat aanvaardt, en laat failure weg als alleen een Fault weigert',
  ],
  ['does the text of {1} bear the {2}?', 'staat in de tekst van {1} de {2}?'],
  ['does {1} of {2} bear the {3}?', 'staat in {1} van {2} de {3}?'],
  [
    'which numbers does the service refuse with? Those here are counted on from 1',
    'met welke nummers weigert de dienst? Die hier tellen door vanaf 1',
  ],
  [
    'which codes does the service refuse with? Those here ({1}) are made by the form that the schema asks for',
    'met welke codes weigert de dienst? Die hier ({1}) zijn gemaakt naar de vorm die het schema verlangt',
  ],
  [
    'which of {1} is for what? They stand in the order of the list',
    'welke van {1} is waarvoor? Ze staan in de volgorde van de lijst',
  ],
  [
    'does {1} take one document type? Nothing that was found in a delivery tells them apart',
    'neemt {1} één documenttype aan? Niets dat in een aanlevering is gevonden, onderscheidt ze',
  ],
  [
    'which values does {1} take? It is any text to the schema; the examples have {2}',
    'welke waarden neemt {1} aan? Voor het schema is het willekeurige tekst; in de voorbeelden staat {2}',
  ],
  [
    'the example holds {1}, which is no delivery of this contract; take it out of the folder',
    'het voorbeeld bevat {1}, en dat is geen aanlevering van dit contract; haal het uit de map',
  ],
  [
    'the example that was given is not valid by the schema: {1}; correct one of them, or take the example out',
    'het meegegeven voorbeeld voldoet niet aan het schema: {1}; verbeter een van beide, of haal het voorbeeld weg',
  ],
  [
    'what does the policy at {1} demand of {2}? It is not in the WSDL and was not read; WS-Security, WS-Addressing and MTOM are not supported',
    'wat eist de policy op {1} van {2}? Hij staat niet in de WSDL en is niet gelezen; WS-Security, WS-Addressing en MTOM kunnen niet',
  ],
  [
    'what stands at the text of {1}? Until fill says it, any value that the schema takes',
    'wat staat er in {1}? Tot fill het zegt, staat er een willekeurige waarde die het schema toelaat',
  ],
  [
    'does {1} take one document type? What may tell them apart, and hardly does, is {2}',
    'neemt {1} één documenttype aan? Wat ze misschien onderscheidt, al is dat niet waarschijnlijk, is {2}',
  ],
  [
    'which values does {1} take? The schema says their form alone; name a table of them as values, or any of that form is sent',
    'welke waarden neemt {1} aan? Het schema zegt alleen hoe ze eruitzien; noem een tabel ervan als values, anders wordt elke waarde van die vorm verstuurd',
  ],
  [
    'uses.{1} is none since no place was found for it, and {2} is called like it; bind it to a role of that, or take the comment out where deliveries have no such thing',
    'uses.{1} is none omdat er geen plaats voor is gevonden, en {2} heet ernaar; maak daar een rol van en koppel die, of haal het commentaar weg als aanleveringen zoiets niet hebben',
  ],
  [
    'the connection test is refused by the endpoint of the suite: {1}',
    'de verbindingstest wordt geweigerd door het endpoint van de suite: {1}',
  ],
  [
    "An acceptance can't be told from a refusal: the schema demands a code at {1}, and service.answer.failure has no flag. Let contract.yaml name the flag.",
    'Een aanvaarding is niet van een weigering te onderscheiden: het schema verlangt een code op {1}, en service.answer.failure heeft geen flag. Noem de flag in contract.yaml.',
  ],
  [
    'is a delivery a duplicate that equals an earlier one in {1}? No WSDL says it; name what the service compares, or make it none',
    'is een aanlevering dubbel als die gelijk is aan een eerdere in {1}? Geen WSDL zegt het; noem wat de dienst vergelijkt, of maak het none',
  ],
  [
    'does {1} hold one PDF? No WSDL says it; XML needs a payload',
    'staat in {1} een pdf? Geen WSDL zegt het; XML heeft een payload nodig',
  ],
  [
    'what does {1} hold: a zip, or one file that is XML or PDF? Until the role has decode and payload it is filled with any bytes',
    'wat staat in {1}: een zip, of een bestand dat XML of pdf is? Tot de rol decode en payload heeft, komen er willekeurige bytes in',
  ],
  [
    "does {1} hold a zip with the XML that {2} describes, and no other file{3}? A WSDL can't say it, and that schema is a reconstruction; further files go to payload.with",
    'staat in {1} een zip met de XML die {2} beschrijft, en geen ander bestand{3}? Een WSDL kan het niet zeggen, en dat schema is een reconstructie; verdere bestanden horen bij payload.with',
  ],
  ['; its documentation names {1}', '; de documentatie noemt {1}'],
  [
    'does {1} hold a zip with {2}, which {3} describes, and {4}, as its documentation says? That schema is a reconstruction; other names go to payload.file and payload.with',
    'staat in {1} een zip met {2}, die {3} beschrijft, en {4}, zoals de documentatie zegt? Dat schema is een reconstructie; andere namen horen bij payload.file en payload.with',
  ],
  ['{1} (or {2})', '{1} (of {2})'],
  ['no other file', 'geen ander bestand'],
  ['beside it {1}', 'daarnaast {1}'],
  [
    'what stands at {1} of {2}? Until fill says it, any value that the schema takes',
    'wat staat op {1} van {2}? Tot fill het zegt, elke waarde die het schema aanneemt',
  ],
  ['is the number of the dossier at {1}, or at {2}?', 'staat het nummer van het dossier op {1}, of op {2}?'],
  ['is the number of the dossier at {1}?', 'staat het nummer van het dossier op {1}?'],
  [
    'what are {1} of {2}? No documentation names them; give each a label, or a word under roles.{3}.codes',
    'wat zijn {1} van {2}? Geen documentatie noemt ze; geef elk een label, of een woord onder roles.{3}.codes',
  ],
  [
    'which values does {1} take? It is any text to the schema; those of the reconstruction stand here',
    'welke waarden heeft {1}? Voor het schema is het elke tekst; hier staan die van de reconstructie',
  ],
  [
    'which values does {1} take? The schema takes not all of the reconstruction; codes of its form stand here',
    'welke waarden heeft {1}? Het schema laat niet alle waarden van de reconstructie toe; hier staan codes van zijn vorm',
  ],
  [
    'does each operation take a document type of its own ({1})? If one takes them all, make the folder again with --operation',
    'neemt elke operatie een eigen documenttype aan ({1})? Neemt één operatie ze allemaal aan, maak de map dan opnieuw met --operation',
  ],
  ['{1} has no value that holds on {2}', '{1} heeft geen waarde die geldt op {2}'],
  [
    '{1} is of {2}, more than six months ago; look whether it is still so',
    '{1} is van {2}, meer dan een half jaar geleden; kijk of het nog zo is',
  ],
  [
    'uses.{1} leaves {2} of {3} out, which takes "{4}"; bind it to the role that finds {5}, and uses.authority to its own',
    'uses.{1} laat {2} van {3} weg, en dat neemt "{4}" aan; bind het aan de rol die {5} vindt, en uses.authority aan zijn eigen',
  ],
  [
    'uses.{1} leaves {2} of {3} out, which takes "{4}"; bind it to the role that finds {5}',
    'uses.{1} laat {2} van {3} weg, en dat neemt "{4}" aan; bind het aan de rol die {5} vindt',
  ],
  [
    'uses.{1} is neither bound to a role nor none; bind it to the role that is {2}, or make it none where deliveries have no such thing',
    'uses.{1} is niet aan een rol gebonden en ook niet none; bind het aan de rol die {2} is, of maak het none als aanleveringen zoiets niet hebben',
  ],
  [
    'uses.{1} and uses.reference and uses.notice leave no place for the mark of a test; bind one of them to a role that takes it',
    'uses.{1}, uses.reference en uses.notice laten geen plaats voor een testmerk; bind een ervan aan een rol die het aanneemt',
  ],
];
