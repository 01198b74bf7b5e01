import { certificatePhases, sources } from './certificate-sources.ts';
import { type Requirements, allPhases } from './requirement.ts';

const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'vendor',
  seenAt: ['receiver'],
  phases: allPhases,
  scope: 'run',
  sends: 'nothing',
} as const;

/** What the requests of a vendor's system must be. */
export const request = {
  'request.quotes-action': {
    ...basics,
    source: 'SOAP 1.1, section 6.1.1; WS-I Basic Profile 1.1, R1109 and R2744',
    text: {
      nl: 'Elk verzoek heeft precies één HTTP-header SOAPAction, met de waarde tussen aanhalingstekens.',
      en: 'Each request has exactly one HTTP header SOAPAction, with its value in quotation marks.',
    },
    cause: {
      nl: 'De client schrijft de HTTP-headers zelf, of een gateway laat de aanhalingstekens of de header weg.',
      en: 'The client writes the HTTP headers itself, or a gateway drops the quotation marks or the header.',
    },
    remedy: {
      nl: 'Stuur de actie uit de WSDL mee tussen dubbele aanhalingstekens: SOAPAction: "…". Een SOAP-bibliotheek doet dat vanzelf.',
      en: 'Send the action of the WSDL in double quotation marks: SOAPAction: "…". A SOAP library does so by itself.',
    },
  },
  'request.names-its-operation': {
    ...basics,
    source: 'WS-I Basic Profile 1.1, R2744',
    text: {
      nl: 'De SOAPAction van elk verzoek is die van de operatie waar de Body om vraagt, zoals de WSDL haar noemt.',
      en: 'The SOAPAction of each request is that of the operation that its Body asks for, as the WSDL names it.',
    },
    cause: {
      nl: 'De waarde komt uit een ander project (http://tempuri.org/…), is die van een andere operatie, of is leeg.',
      en: 'The value comes from another project (http://tempuri.org/…), is that of another operation, or is empty.',
    },
    remedy: {
      nl: 'Neem soapAction van deze operatie over uit de WSDL.',
      en: 'Take soapAction of this operation from the WSDL.',
    },
  },
  'request.goes-to-the-service': {
    ...basics,
    source: 'WS-I Basic Profile 1.1, R1132; WSDL 1.1, section 3.8: soap:address is the address of the service',
    text: {
      nl: 'Elk bericht gaat met POST naar het adres van de dienst.',
      en: 'Each message is posted to the address of the service.',
    },
    cause: {
      nl: 'Het pad wijkt af van dat in de WSDL (een / te veel, kleine letters), of de client gebruikt een andere methode.',
      en: 'The path differs from that in the WSDL (a / too many, lower case), or the client uses another method.',
    },
    remedy: {
      nl: 'Neem het adres over uit soap:address in de WSDL, en gebruik POST.',
      en: 'Take the address from soap:address in the WSDL, and use POST.',
    },
  },
  'request.holds-a-message': {
    ...basics,
    source: 'SOAP 1.1, section 6; WS-I Basic Profile 1.1, R9980',
    text: {
      nl: 'Elke POST heeft een SOAP-envelop als inhoud.',
      en: 'Each POST has a SOAP envelope as its content.',
    },
    cause: {
      nl: 'De client of een gateway stuurt alleen de headers, bijvoorbeeld na een omleiding of bij het aanmelden.',
      en: 'The client or a gateway sends the headers alone, for example after a redirect or for a login.',
    },
    remedy: {
      nl: 'Stuur de envelop mee met elke POST, en controleer wat een gateway ervan doorgeeft.',
      en: 'Send the envelope with each POST, and check what a gateway hands on of it.',
    },
  },
  'request.offers-a-certificate': {
    ...basics,
    phases: certificatePhases,
    source: `${sources.koopSteps}: phases 2 to 4 connect with a certificate; ${sources.digikoppeling}, TLS001: both sides show one`,
    text: {
      nl: 'Elke verbinding wordt gemaakt met een clientcertificaat.',
      en: 'Each connection is made with a client certificate.',
    },
    cause: {
      nl: 'De client heeft geen certificaat ingesteld, kan niet bij de privésleutel, of een proxy verbreekt de TLS.',
      en: 'The client has no certificate set, can not read its private key, or a proxy ends the TLS.',
    },
    remedy: {
      nl: 'Stel het certificaat met zijn privésleutel in op de client, en geef het account van de dienst leesrecht op de sleutel.',
      en: 'Set the certificate with its private key in the client, and let the account of the service read the key.',
    },
  },
  'request.speaks-current-tls': {
    ...basics,
    phases: certificatePhases,
    source: `${sources.digikoppeling}, TLS004: TLS 1.2 at least; RFC 8996 retires 1.0 and 1.1`,
    text: {
      nl: 'Elke verbinding gebruikt TLS 1.2 of 1.3.',
      en: 'Each connection uses TLS 1.2 or 1.3.',
    },
    cause: {
      nl: 'Een oud platform, of een vaste keuze voor TLS 1.0 of 1.1 (ServicePointManager.SecurityProtocol in .NET).',
      en: 'An old platform, or a fixed choice of TLS 1.0 or 1.1 (ServicePointManager.SecurityProtocol in .NET).',
    },
    remedy: {
      nl: 'Zet TLS 1.2 en 1.3 aan, of laat de keuze aan het besturingssysteem.',
      en: 'Turn on TLS 1.2 and 1.3, or leave the choice to the operating system.',
    },
  },
  'request.is-taken': {
    ...basics,
    strength: 'SHOULD',
    source: `${sources.koopSteps}: a phase is done once deliveries are accepted`,
    text: {
      nl: 'Berichten worden aangenomen, of een andere eis zegt waarom niet.',
      en: 'Messages are taken, or another requirement says why they are not.',
    },
    cause: {
      nl: 'Het bericht is geweigerd om iets waar geen andere eis over gaat; de tekst van het antwoord zegt waarom.',
      en: 'The message was refused for what no other requirement speaks of; the text of the answer says why.',
    },
    remedy: {
      nl: 'Lees het antwoord bij het bericht in het rapport, herstel wat het noemt, en lever opnieuw aan.',
      en: 'Read the answer with the message in the report, mend what it names, and deliver again.',
    },
  },
} as const satisfies Requirements;
