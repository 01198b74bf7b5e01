import { basicProfile, basics, protocolAnswers, soap, soapStack } from './protocol-answers.ts';
import type { Requirements } from './requirement.ts';

export const protocol = {
  ...protocolAnswers,
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
      nl: 'Een onbekende header met mustUnderstand="1", ook achter een andere, voor de eerste ontvanger (next) en bij IsAlive, leidt tot een Fault MustUnderstand.',
      en: 'An unknown header with mustUnderstand="1", behind another, for the first recipient (next) and with IsAlive too, leads to a MustUnderstand Fault.',
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
      nl: 'Een envelop met twee Headers, zonder Body, met een lege Body, of met een element na de Body, wordt geweigerd.',
      en: 'An envelope with two Headers, without a Body, with an empty Body, or with an element after the Body, is refused.',
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
      nl: 'Een header zonder mustUnderstand, onbekend of van WS-Addressing, of voor een andere actor, houdt de aanlevering niet tegen.',
      en: 'A header without mustUnderstand, unknown or of WS-Addressing, or for another actor, does not stop the delivery.',
    },
    cause: soapStack,
    remedy: { nl: 'Sla onbekende, niet verplichte headers over.', en: 'Skip unknown headers that are not mandatory.' },
  },
  'protocol.refuses-other-method': {
    ...basics,
    strength: 'SHOULD',
    source: `${basicProfile}, R1114: 405 for a method other than POST`,
    text: {
      nl: 'Een aanlevering met PUT wordt geweigerd met 405, en een met PATCH of DELETE in welke vorm ook.',
      en: 'A delivery with PUT is refused with 405, and one with PATCH or DELETE in whatever way.',
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
    source: `${basicProfile}, R1113 (400 is the status to use) and R1029; XML 1.0, section 1.2, and Namespaces in XML 1.0, section 7: what is not well-formed is no document`,
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
      nl: 'Een bericht met een onbekend element in de Body wordt geweigerd, onder een onbekende actie en onder die van een aanlevering; een aanlevering in de namespace van een versie die niet bestaat ook.',
      en: 'A message with an unknown element in its Body is refused, under an unknown action and under that of a delivery; so is a delivery in the namespace of a version that does not exist.',
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
    source:
      'WS-I Simple SOAP Binding Profile 1.0, R9702, R9703, R1012 and R1018; RFC 9110, section 8.4: Content-Encoding names the codings that were applied',
    text: {
      nl: 'Het antwoord heeft Content-Type text/xml met de juiste charset, UTF-8 of UTF-16, en noemt geen compressie (Content-Encoding) die er niet is.',
      en: 'The answer has Content-Type text/xml with the right charset, UTF-8 or UTF-16, and names no compression (Content-Encoding) that is not there.',
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
