import { type Requirements, deliveryPhases } from './requirement.ts';

const basicProfile = 'WS-I Basic Profile 1.1';
const soap = 'SOAP 1.1';

const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  scope: 'run',
  sends: 'variants',
} as const;

const soapStack = {
  nl: 'Het endpoint handelt SOAP met eigen code af, of een proxy ervoor verandert het antwoord.',
  en: 'The endpoint handles SOAP with code of its own, or a proxy before it changes the answer.',
};

export const protocol = {
  'protocol.answers-success-with-2xx': {
    ...basics,
    sends: 'valid',
    source: `${basicProfile}, R1124`,
    text: {
      nl: 'Een aangenomen aanlevering wordt beantwoord met een HTTP-status uit de 200-reeks.',
      en: 'An accepted delivery is answered with an HTTP status in the 200 range.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met 200.', en: 'Answer with 200.' },
  },
  'protocol.answers-success-with-200': {
    ...basics,
    strength: 'SHOULD',
    sends: 'valid',
    source: `${basicProfile}, R1111: 200 for a response that is no Fault`,
    text: {
      nl: 'Een aangenomen aanlevering wordt beantwoord met HTTP-status 200.',
      en: 'An accepted delivery is answered with HTTP status 200.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met 200.', en: 'Answer with 200.' },
  },
  'protocol.answers-fault-with-500': {
    ...basics,
    sends: 'valid',
    source: `${basicProfile}, R1126`,
    text: {
      nl: 'Een antwoord dat een Fault is, heeft HTTP-status 500.',
      en: 'An answer that is a Fault has HTTP status 500.',
    },
    cause: soapStack,
    remedy: { nl: 'Zet bij elke Fault de status op 500.', en: 'Set the status to 500 with every Fault.' },
  },
  'protocol.faults-in-place-of-response': {
    ...basics,
    sends: 'valid',
    source: `${basicProfile}, R1029`,
    text: {
      nl: 'Bij een fout komt er een Fault in plaats van het gewone antwoord, niet erbij.',
      en: 'On an error there is a Fault in place of the normal response, not beside it.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Geef bij een fout alleen de Fault terug, zonder dossiernummer.',
      en: 'Return only the Fault on an error, without a dossier number.',
    },
  },
  'protocol.answers-errors-with-a-fault': {
    ...basics,
    sends: 'valid',
    source: `${soap}, section 6.2: an error while a request is processed is answered with 500 and a Fault`,
    text: {
      nl: 'Een antwoord met HTTP-status 500 op een bericht van SOAP 1.1 heeft een Fault van SOAP 1.1.',
      en: 'An answer with HTTP status 500 to a message of SOAP 1.1 has a Fault of SOAP 1.1.',
    },
    cause: {
      nl: 'Een fout in de verwerking komt bij de webserver terecht, die zijn eigen pagina toont; of de Fault is van SOAP 1.2.',
      en: 'An error in processing ends up at the web server, which shows a page of its own; or the Fault is of SOAP 1.2.',
    },
    remedy: {
      nl: 'Vang elke fout op, en antwoord met een Fault in de namespace van SOAP 1.1.',
      en: 'Catch every error, and answer with a Fault in the namespace of SOAP 1.1.',
    },
  },
  'protocol.builds-envelopes-by-the-book': {
    ...basics,
    sends: 'valid',
    source: `${basicProfile}, R1008, R1009, R1011, R1014, R9980 and R9981; R1005`,
    text: {
      nl: 'De envelop van elk antwoord heeft één Body met ten hoogste één element, ten hoogste één Header ervoor en niets erna, zonder DTD, processing instructions en encodingStyle.',
      en: 'The envelope of each answer has one Body with one element at most, one Header at most before it and nothing after it, without DTD, processing instructions and encodingStyle.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Laat een SOAP-bibliotheek de envelop schrijven.',
      en: 'Have a SOAP library write the envelope.',
    },
  },
  'protocol.completes-http-statuses': {
    ...basics,
    sends: 'valid',
    source: 'RFC 9110, sections 15.5.2, 15.5.6, 15.5.8 and 15.5.22: 401 has WWW-Authenticate, 405 has Allow',
    text: {
      nl: 'Een antwoord met 401 heeft een header WWW-Authenticate, een met 405 een header Allow.',
      en: 'An answer with 401 has a header WWW-Authenticate, one with 405 a header Allow.',
    },
    cause: {
      nl: 'Het endpoint of een proxy ervoor zet de status zelf, zonder wat erbij hoort.',
      en: 'The endpoint or a proxy before it sets the status by itself, without what goes with it.',
    },
    remedy: {
      nl: 'Zeg bij 401 hoe een client zich legitimeert, en bij 405 dat POST kan.',
      en: 'Say with 401 how a client identifies itself, and with 405 that POST is allowed.',
    },
  },
  'protocol.explains-body-errors-in-detail': {
    ...basics,
    source: `${soap}, section 4.4: detail is there when the Body could not be processed`,
    text: {
      nl: 'De Fault bij een foutieve inhoud van de Body heeft een element detail.',
      en: 'The Fault for a Body that could not be processed has a detail element.',
    },
    cause: soapStack,
    remedy: { nl: 'Neem detail op in de Fault.', en: 'Put detail in the Fault.' },
  },
  'protocol.builds-faults-by-the-book': {
    ...basics,
    sends: 'valid',
    source: `${basicProfile}, R1000 and R1001`,
    text: {
      nl: 'Een Fault heeft alleen de kinderen faultcode, faultstring, faultactor en detail, zonder namespace.',
      en: 'A Fault has only the children faultcode, faultstring, faultactor and detail, without a namespace.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Schrijf de kinderen van Fault zonder prefix en zet al het andere in detail.',
      en: 'Write the children of Fault without a prefix and put everything else in detail.',
    },
  },
  'protocol.uses-known-fault-codes': {
    ...basics,
    strength: 'SHOULD',
    sends: 'valid',
    source: `${basicProfile}, R1004 and R1031`,
    text: {
      nl: 'De faultcode is er een van SOAP 1.1, of heeft een eigen namespace; zonder puntnotatie.',
      en: 'The faultcode is one of SOAP 1.1 or has a namespace of its own; without the dot notation.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Gebruik Client, Server, MustUnderstand of VersionMismatch uit de namespace van SOAP, of een eigen gekwalificeerde naam.',
      en: 'Use Client, Server, MustUnderstand or VersionMismatch from the namespace of SOAP, or a qualified name of your own.',
    },
  },
  'protocol.refuses-other-root': {
    ...basics,
    source: `${basicProfile}, R1015`,
    text: {
      nl: 'Een bericht waarvan het hoofdelement geen soap:Envelope is, wordt geweigerd.',
      en: 'A message whose root element is not soap:Envelope is refused.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met een Fault.', en: 'Answer with a Fault.' },
  },
  'protocol.refuses-other-soap-version': {
    ...basics,
    source: `${soap}, sections 4.1.2 and 4.4.1: VersionMismatch`,
    text: {
      nl: 'Een envelop van SOAP 1.2 wordt geweigerd: met VersionMismatch, of met een 4xx.',
      en: 'An envelope of SOAP 1.2 is refused: with VersionMismatch, or with a 4xx.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met de faultcode VersionMismatch.', en: 'Answer with the fault code VersionMismatch.' },
  },
  'protocol.refuses-unknown-mandatory-header': {
    ...basics,
    source: `${basicProfile}, R1027; ${soap}, sections 4.2.2 and 4.2.3`,
    text: {
      nl: 'Een onbekende header met mustUnderstand="1", ook achter een andere en voor de eerste ontvanger (next), leidt tot een Fault MustUnderstand.',
      en: 'An unknown header with mustUnderstand="1", behind another and for the first recipient (next) too, leads to a MustUnderstand Fault.',
    },
    cause: {
      nl: 'Het endpoint kijkt niet naar de headers van de envelop.',
      en: 'The endpoint does not look at the headers of the envelope.',
    },
    remedy: {
      nl: 'Controleer mustUnderstand vóór de verwerking van de Body.',
      en: 'Check mustUnderstand before the Body is processed.',
    },
  },
  'protocol.refuses-two-requests': {
    ...basics,
    source: `Open Wave, instellen_inrichten/drop: each delivery is a message of its own; ${basicProfile}, R9981; ${soap}, section 4.4.1`,
    text: {
      nl: 'Een bericht met twee aanleveringen in de Body wordt geweigerd.',
      en: 'A message with two deliveries in its Body is refused.',
    },
    cause: {
      nl: 'Het endpoint verwerkt het eerste element van de Body en slaat de rest over, zonder dat de afzender het merkt.',
      en: 'The endpoint handles the first element of the Body and skips the rest, unnoticed by the sender.',
    },
    remedy: { nl: 'Antwoord met een Fault.', en: 'Answer with a Fault.' },
  },
  'protocol.refuses-odd-envelopes': {
    ...basics,
    ground: 'inferred',
    source: `${basicProfile}, R1011 and R9980, and ${soap}, section 4: what an envelope is; that another is refused is our reading`,
    text: {
      nl: 'Een envelop met twee Headers, of met een element na de Body, wordt geweigerd.',
      en: 'An envelope with two Headers, or with an element after the Body, is refused.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Controleer de envelop tegen het schema van SOAP 1.1.',
      en: 'Validate the envelope by the schema of SOAP 1.1.',
    },
  },
  'protocol.ignores-optional-header': {
    ...basics,
    source: `${soap}, sections 4.2.2 and 4.2.3: a header that is not mandatory, or is for another actor, may be ignored`,
    text: {
      nl: 'Een onbekende header zonder mustUnderstand, of voor een andere actor, houdt de aanlevering niet tegen.',
      en: 'An unknown header without mustUnderstand, or for another actor, does not stop the delivery.',
    },
    cause: soapStack,
    remedy: { nl: 'Sla onbekende, niet verplichte headers over.', en: 'Skip unknown headers that are not mandatory.' },
  },
  'protocol.refuses-other-method': {
    ...basics,
    strength: 'SHOULD',
    source: `${basicProfile}, R1114: 405 for a method other than POST`,
    text: {
      nl: 'Een verzoek met PUT wordt geweigerd met 405.',
      en: 'A request with PUT is refused with 405.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met 405 en Allow: POST.', en: 'Answer with 405 and Allow: POST.' },
  },
  'protocol.refuses-other-media-type': {
    ...basics,
    strength: 'SHOULD',
    source: `${basicProfile}, R1115: 415 for a media type the WSDL does not permit`,
    text: {
      nl: 'Een bericht met een ander mediatype dan text/xml wordt geweigerd met 415.',
      en: 'A message with a media type other than text/xml is refused with 415.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met 415.', en: 'Answer with 415.' },
  },
  'protocol.refuses-malformed-message': {
    ...basics,
    source: `${basicProfile}, R1113 (400 is the status to use) and R1029`,
    text: {
      nl: 'Een bericht dat geen welgevormde XML is, wordt geweigerd: met een 4xx of een Fault.',
      en: 'A message that is not well-formed XML is refused: with a 4xx or a Fault.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met 400 of een Fault.', en: 'Answer with 400 or a Fault.' },
  },
  'protocol.refuses-unknown-operation': {
    ...basics,
    source: `${soap}, section 4.4.1: Client, the message was not properly formed`,
    text: {
      nl: 'Een bericht met een onbekende actie en een onbekend element in de Body wordt geweigerd.',
      en: 'A message with an unknown action and an unknown element in its Body is refused.',
    },
    cause: soapStack,
    remedy: { nl: 'Antwoord met een Fault.', en: 'Answer with a Fault.' },
  },
  'protocol.disregards-declared-encoding': {
    ...basics,
    source: 'WS-I Simple SOAP Binding Profile 1.0, R1019: the charset of Content-Type decides, not the XML declaration',
    text: {
      nl: 'Een bericht in UTF-8 waarvan de XML-declaratie een andere codering noemt, wordt als UTF-8 gelezen.',
      en: 'A message in UTF-8 whose XML declaration names another encoding is read as UTF-8.',
    },
    cause: {
      nl: 'De parser krijgt de bytes zonder de charset uit Content-Type.',
      en: 'The parser gets the bytes without the charset of Content-Type.',
    },
    remedy: {
      nl: 'Geef de charset uit Content-Type door aan de parser.',
      en: 'Hand the charset of Content-Type to the parser.',
    },
  },
  'protocol.names-charset-of-answer': {
    ...basics,
    sends: 'valid',
    source: 'WS-I Simple SOAP Binding Profile 1.0, R9702, R9703, R1012 and R1018',
    text: {
      nl: 'Het antwoord heeft Content-Type text/xml met de juiste charset, UTF-8 of UTF-16.',
      en: 'The answer has Content-Type text/xml with the right charset, UTF-8 or UTF-16.',
    },
    cause: soapStack,
    remedy: {
      nl: 'Antwoord met Content-Type: text/xml; charset=utf-8.',
      en: 'Answer with Content-Type: text/xml; charset=utf-8.',
    },
  },
  'protocol.answers-unquoted-action': {
    ...basics,
    strength: 'MAY',
    source: `${basicProfile}, R1119: a fault is allowed when the value of SOAPAction is not quoted`,
    text: {
      nl: 'Een SOAPAction zonder aanhalingstekens wordt aangenomen, of met een Fault geweigerd.',
      en: 'A SOAPAction without quotes is accepted, or refused with a Fault.',
    },
    cause: soapStack,
    remedy: { nl: 'Neem beide vormen aan.', en: 'Take both forms.' },
  },
} as const satisfies Requirements;
