import { type Requirements, deliveryPhases } from './requirement.ts';

/** What the requirements of the protocol rest on. */
export const basicProfile = 'WS-I Basic Profile 1.1';
export const soap = 'SOAP 1.1';

/** What they have in common. */
export const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: deliveryPhases,
  scope: 'run',
  sends: 'variants',
} as const;

/** Who handles SOAP by itself. */
export const soapStack = {
  nl: 'Het endpoint handelt SOAP met eigen code af, of een proxy ervoor verandert het antwoord.',
  en: 'The endpoint handles SOAP with code of its own, or a proxy before it changes the answer.',
};

/** What answers must be, whatever they answer. */
export const protocolAnswers = {
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
      nl: 'Een aangenomen aanlevering, en een verbindingstest (IsAlive) die slaagt, wordt beantwoord met HTTP-status 200.',
      en: 'An accepted delivery, and a connection test (IsAlive) that succeeds, is answered with HTTP status 200.',
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
      nl: 'Een fout in een bericht van SOAP 1.1 krijgt een antwoord, en met HTTP-status 500 heeft dat een Fault van SOAP 1.1.',
      en: 'An error in a message of SOAP 1.1 gets an answer, and with HTTP status 500 that has a Fault of SOAP 1.1.',
    },
    cause: {
      nl: 'Een fout in de verwerking komt bij de webserver terecht, die zijn eigen pagina toont of de verbinding verbreekt; of de Fault is van SOAP 1.2.',
      en: 'An error in processing ends up at the web server, which shows a page of its own or breaks the connection; or the Fault is of SOAP 1.2.',
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
    source: `${basicProfile}, R1000 and R1001; the schema of SOAP 1.1 (schemas.xmlsoap.org/soap/envelope), type Fault`,
    text: {
      nl: 'Een Fault heeft alleen de kinderen faultcode, faultstring, faultactor en detail, zonder namespace, elk hoogstens één keer en in die volgorde.',
      en: 'A Fault has only the children faultcode, faultstring, faultactor and detail, without a namespace, each once at most and in that order.',
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
  'protocol.explains-faults-in-words': {
    ...basics,
    strength: 'SHOULD',
    sends: 'valid',
    source: `${soap}, section 4.4: faultstring explains the nature of the fault`,
    text: {
      nl: 'De faultstring van een Fault is niet leeg.',
      en: 'The faultstring of a Fault is not empty.',
    },
    cause: soapStack,
    remedy: { nl: 'Zet in faultstring wat er mis is.', en: 'Say in faultstring what is wrong.' },
  },
  'protocol.blames-violations-on-the-client': {
    ...basics,
    sends: 'valid',
    source: `${soap}, section 4.4.1: Server is for reasons that do not lie in the message, Client for those that do; MustUnderstand is of headers, VersionMismatch of the namespace of the envelope`,
    text: {
      nl: 'De Fault bij een foutief bericht heeft niet de faultcode Server, MustUnderstand of VersionMismatch.',
      en: 'The Fault for a violation does not have the fault code Server, MustUnderstand or VersionMismatch.',
    },
    cause: {
      nl: 'Het endpoint struikelt over het bericht in plaats van het te controleren, of gebruikt één code voor alles.',
      en: 'The endpoint stumbles over the message instead of checking it, or uses one code for everything.',
    },
    remedy: {
      nl: 'Antwoord met Client, of een code van uzelf: bij Server biedt een client hetzelfde bericht later weer aan.',
      en: 'Answer with Client, or a code of your own: at Server a client offers the same message again later.',
    },
  },
} as const satisfies Requirements;
