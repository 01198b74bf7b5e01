import { markupOf, type Excess } from '#xml/markup';
import { bodyFault, type SoapFault } from './soap-fault.ts';

/** Refuses markup that SOAP 1.1 section 3 and BP 1.1 R1008 and R1009 forbid, and more markup than any delivery needs. */
export const markupFault = (text: string): SoapFault | undefined => {
  const { doctype, instructions, excess } = markupOf(text);
  if (doctype)
    return bodyFault(
      'Envelope',
      'Het bericht heeft een documenttypedeclaratie (BP 1.1 R1008). Laat die weg.',
      'The message has a document type declaration (BP 1.1 R1008). Leave it out.',
    );
  if (instructions)
    return bodyFault(
      'Envelope',
      'Het bericht heeft een processing instruction (BP 1.1 R1009). Laat die weg.',
      'The message has a processing instruction (BP 1.1 R1009). Leave it out.',
    );
  return excess && tooMuch(excess);
};

const tooMuch = (excess: Excess): SoapFault => {
  const text = {
    depth: { nl: 'Het bericht is te diep genest.', en: 'The message is nested too deeply.' },
    elements: { nl: 'Het bericht heeft te veel elementen.', en: 'The message has too many elements.' },
    attributes: { nl: 'Een element heeft te veel attributen.', en: 'An element has too many attributes.' },
    sections: {
      nl: 'Het bericht heeft te veel commentaar of CDATA-secties.',
      en: 'The message has too many comments or CDATA sections.',
    },
  }[excess];
  return { code: 'Client', text, complaints: [{ case: 'size', id: undefined, at: 'Envelope', text }] };
};
