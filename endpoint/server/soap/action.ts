import { headerFault, type SoapFault } from './soap-fault.ts';

/** Checks SOAPAction: SOAP 1.1 section 6.1.1 demands the header; BP 1.1 R1119 allows a value without quotes to be accepted, as it is here. */
export const actionFault = (header: string | undefined, action: string): SoapFault | undefined => {
  if (header === undefined)
    return headerFault(
      'Client',
      `De header SOAPAction ontbreekt. Stuur SOAPAction: "${action}".`,
      `The header SOAPAction is missing. Send SOAPAction: "${action}".`,
    );
  const value = header.trim().replace(/^"(.*)"$/, '$1');
  if (value === action) return undefined;
  return headerFault(
    'Client',
    `De SOAPAction "${value}" past niet bij het verzoek in de Body. Stuur SOAPAction: "${action}".`,
    `The SOAPAction "${value}" does not go with the request in the Body. Send SOAPAction: "${action}".`,
  );
};
