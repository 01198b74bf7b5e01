import { type Requirements, allPhases } from './requirement.ts';

/** What the requests of a vendor's system must be. */
export const request = {
  'request.quotes-action': {
    strength: 'MUST',
    ground: 'public',
    role: 'vendor',
    seenAt: ['receiver'],
    phases: allPhases,
    scope: 'run',
    sends: 'nothing',
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
} as const satisfies Requirements;
