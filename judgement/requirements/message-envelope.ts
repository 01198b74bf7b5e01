import { type Requirements, allPhases } from './requirement.ts';

const basics = {
  role: 'vendor',
  seenAt: ['receiver'],
  phases: allPhases,
  scope: 'run',
  sends: 'nothing',
} as const;

/** What the messages of a vendor's system must be as XML and SOAP. */
export const messageEnvelope = {
  'message.is-sent-as-text-xml': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'SOAP 1.1, section 6; WS-I Simple SOAP Binding Profile 1.0, R9702 and R9703',
    text: {
      nl: 'Elk bericht komt met Content-Type text/xml en zonder Content-Encoding.',
      en: 'Each message comes with Content-Type text/xml and without Content-Encoding.',
    },
    cause: {
      nl: 'De client laat Content-Type weg, stuurt application/xml of een ander type, of pakt het bericht in met gzip.',
      en: 'The client leaves out Content-Type, sends application/xml or another type, or packs the message with gzip.',
    },
    remedy: {
      nl: 'Stuur Content-Type: text/xml; charset=utf-8, en zet compressie van verzoeken uit.',
      en: 'Send Content-Type: text/xml; charset=utf-8, and turn compression of requests off.',
    },
  },
  'message.is-unicode': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'WS-I Simple SOAP Binding Profile 1.0, R1012 and R1018',
    text: {
      nl: 'Elk bericht is gecodeerd in UTF-8 of UTF-16.',
      en: 'Each message is encoded in UTF-8 or UTF-16.',
    },
    cause: {
      nl: 'De tekst komt uit een bron in windows-1252 of ISO-8859-1 en wordt niet omgezet, of een tekst is op bytes ingekort en een teken is middendoor.',
      en: 'The text comes from a source in windows-1252 or ISO-8859-1 and is not converted, or a text was shortened to bytes and a character cut in half.',
    },
    remedy: {
      nl: 'Schrijf het bericht in UTF-8 en kort teksten in op tekens.',
      en: 'Write the message in UTF-8 and shorten texts by characters.',
    },
  },
  'message.is-well-formed': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'XML 1.0, section 2.1; SOAP 1.1, section 3',
    text: {
      nl: 'Elk bericht is welgevormde XML.',
      en: 'Each message is well-formed XML.',
    },
    cause: {
      nl: 'Het bericht is aan elkaar geplakte tekst: een & of < is niet vervangen, of een element niet gesloten.',
      en: 'The message is text glued together: a & or < is not escaped, or an element not closed.',
    },
    remedy: {
      nl: 'Laat een XML-bibliotheek het bericht schrijven.',
      en: 'Have an XML library write the message.',
    },
  },
  'message.has-no-dtd': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'SOAP 1.1, section 3; WS-I Basic Profile 1.1, R1008',
    text: {
      nl: 'Geen bericht heeft een documenttypedeclaratie (DTD).',
      en: 'No message has a document type declaration (DTD).',
    },
    cause: {
      nl: 'Een sjabloon of bibliotheek zet er een DOCTYPE voor, vaak om entiteiten als &nbsp; te kunnen gebruiken.',
      en: 'A template or library puts a DOCTYPE before it, often so that entities such as &nbsp; can be used.',
    },
    remedy: {
      nl: 'Laat de DOCTYPE weg en schrijf de tekens zelf.',
      en: 'Leave the DOCTYPE out and write the characters themselves.',
    },
  },
  'message.has-no-processing-instructions': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'SOAP 1.1, section 3; WS-I Basic Profile 1.1, R1009',
    text: {
      nl: 'Geen bericht heeft een verwerkingsinstructie.',
      en: 'No message has a processing instruction.',
    },
    cause: {
      nl: 'Een xml-stylesheet of een instructie van een editor is in het bericht blijven staan.',
      en: 'An xml-stylesheet or an instruction of an editor was left in the message.',
    },
    remedy: {
      nl: 'Haal de verwerkingsinstructie weg.',
      en: 'Remove the processing instruction.',
    },
  },
  'message.is-soap-envelope': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'SOAP 1.1, sections 4 and 4.1.2',
    text: {
      nl: 'Elk bericht is een envelop van SOAP 1.1.',
      en: 'Each message is an envelope of SOAP 1.1.',
    },
    cause: {
      nl: 'De client staat op SOAP 1.2, of stuurt het dossier zonder envelop.',
      en: 'The client is set to SOAP 1.2, or sends the dossier without an envelope.',
    },
    remedy: {
      nl: 'Stel de client in op SOAP 1.1 (basicHttpBinding in WCF).',
      en: 'Set the client to SOAP 1.1 (basicHttpBinding in WCF).',
    },
  },
  'message.orders-its-envelope': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'SOAP 1.1, section 4; WS-I Basic Profile 1.1, R1011',
    text: {
      nl: 'Elke envelop bestaat uit ten hoogste één Header en daarna één Body.',
      en: 'Each envelope consists of one Header at most, and then one Body.',
    },
    cause: {
      nl: 'Achter Body staat nog iets, Header staat achter Body, of er zijn er twee.',
      en: 'Something follows Body, Header stands behind Body, or there are two.',
    },
    remedy: {
      nl: 'Zet de Header voor de Body, en niets erna.',
      en: 'Put the Header before the Body, and nothing after it.',
    },
  },
  'message.holds-one-request': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'WS-I Basic Profile 1.1, R9981: one element in Body at most; R2201 and R2210: it is the one part of the message in the WSDL',
    text: {
      nl: 'Elke Body bevat precies één element: het verzoek.',
      en: 'Each Body holds exactly one element: the request.',
    },
    cause: {
      nl: 'Meer aanleveringen zijn in één bericht gezet, of de Body is leeg.',
      en: 'Several deliveries were put in one message, or the Body is empty.',
    },
    remedy: {
      nl: 'Stuur voor elke aanlevering een eigen bericht.',
      en: 'Send a message of its own for each delivery.',
    },
  },
  'message.has-no-soap-attributes': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'WS-I Basic Profile 1.1, R1005, R1006 and R1032',
    text: {
      nl: 'Envelope, Header, Body en het verzoek hebben geen attributen van SOAP, zoals encodingStyle.',
      en: 'Envelope, Header, Body and the request have no attributes of SOAP, such as encodingStyle.',
    },
    cause: {
      nl: 'De client staat op rpc/encoded in plaats van document/literal.',
      en: 'The client is set to rpc/encoded and not to document/literal.',
    },
    remedy: {
      nl: 'Stel de client in op document/literal.',
      en: 'Set the client to document/literal.',
    },
  },
  'message.writes-must-understand-as-digit': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'WS-I Basic Profile 1.1, R1013',
    text: {
      nl: 'soap:mustUnderstand is overal 0 of 1.',
      en: 'soap:mustUnderstand is 0 or 1 everywhere.',
    },
    cause: {
      nl: 'De client schrijft true of false, zoals in SOAP 1.2.',
      en: 'The client writes true or false, as in SOAP 1.2.',
    },
    remedy: {
      nl: 'Schrijf 1 voor true en 0 voor false.',
      en: 'Write 1 for true and 0 for false.',
    },
  },
  'message.asks-for-known-operation': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: 'OpenWave manual, sectie_droppubliceren (open-wave-community/docs@469d680d): namespace and operation',
    text: {
      nl: 'Elk verzoek is een bewerking van de dienst, in haar naamruimte.',
      en: 'Each request is an operation of the service, in its namespace.',
    },
    cause: {
      nl: 'Het element heeft geen naamruimte of een andere, of een andere naam dan in de WSDL.',
      en: 'The element has no namespace or another one, or another name than in the WSDL.',
    },
    remedy: {
      nl: 'Maak de client uit de WSDL, of neem naam en naamruimte daaruit over.',
      en: 'Make the client from the WSDL, or take name and namespace from it.',
    },
  },
  'message.carries-content-inline': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source:
      'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454): InhoudZip is base64 in the message',
    text: {
      nl: 'De inhoud staat als base64 in het bericht zelf, niet als bijlage (MTOM).',
      en: 'The content stands in the message itself as base64, not as an attachment (MTOM).',
    },
    cause: {
      nl: 'MTOM of SOAP met bijlagen staat aan in de client.',
      en: 'MTOM or SOAP with attachments is turned on in the client.',
    },
    remedy: {
      nl: 'Zet MTOM uit.',
      en: 'Turn MTOM off.',
    },
  },
  'message.sends-password-as-text': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    phases: [1],
    text: {
      nl: 'Een UsernameToken heeft het wachtwoord als PasswordText.',
      en: 'A UsernameToken has the password as PasswordText.',
    },
    cause: {
      nl: 'De client staat op PasswordDigest.',
      en: 'The client is set to PasswordDigest.',
    },
    remedy: {
      nl: 'Stel de client in op PasswordText, over TLS.',
      en: 'Set the client to PasswordText, over TLS.',
    },
  },
} as const satisfies Requirements;
