import type { Bilingual } from '#contract/texts/bilingual';
import type { Excess } from '#xml/markup';
import { XmlGaveUp } from '#xml/xml-error';
import type { Finding } from './finding.ts';
import { soapFinding } from './soap-findings.ts';

/** Why nothing can be said of a message; what a library says of it is English in both. */
export const givenUpText = (error: Error): Bilingual => {
  const { message } = error;
  if (!(error instanceof XmlGaveUp))
    return {
      nl: `een regel is er niet op te berekenen (${message})`,
      en: `a rule can't be evaluated on it (${message})`,
    };
  return error.excess === undefined
    ? { nl: `de XML-parser geeft het op (${message})`, en: `the XML parser gives up (${message})` }
    : tooMuch[error.excess];
};

/** What there is too much of in a message, as a finding. */
export const excessFinding = (excess: Excess): Finding => soapFinding('excess', '/', { detail: leaveOut[excess] });

const leaveOut: Readonly<Record<Excess, Bilingual>> = {
  depth: {
    nl: 'Het is dieper genest dan enige aanlevering. Laat weg wat er dieper staat.',
    en: 'It is nested deeper than any delivery. Leave out what stands deeper.',
  },
  elements: {
    nl: 'Het heeft meer elementen dan enige aanlevering. Laat weg wat er te veel is.',
    en: 'It has more elements than any delivery. Leave out what is too much.',
  },
  attributes: {
    nl: 'Een element ervan heeft meer attributen dan enige aanlevering. Laat weg wat er te veel is.',
    en: 'An element of it has more attributes than any delivery. Leave out what is too much.',
  },
  sections: {
    nl: 'Het heeft meer commentaren en CDATA-secties dan enige aanlevering. Laat ze weg.',
    en: 'It has more comments and CDATA sections than any delivery. Leave them out.',
  },
};

const tooMuch: Readonly<Record<Excess, Bilingual>> = {
  depth: { nl: 'het is dieper genest dan enige aanlevering', en: 'it is nested deeper than any delivery' },
  elements: { nl: 'het heeft meer elementen dan enige aanlevering', en: 'it has more elements than any delivery' },
  attributes: { nl: 'het heeft meer attributen dan enige aanlevering', en: 'it has more attributes than any delivery' },
  sections: {
    nl: 'het heeft meer commentaren en CDATA-secties dan enige aanlevering',
    en: 'it has more comments and CDATA sections than any delivery',
  },
};
