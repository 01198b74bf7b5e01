import type { Bilingual } from '#contract/texts/bilingual';
import type { Excess } from '#xml/markup';
import { XmlGaveUp } from '#xml/xml-error';

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

const tooMuch: Readonly<Record<Excess, Bilingual>> = {
  depth: { nl: 'het is dieper genest dan enige aanlevering', en: 'it is nested deeper than any delivery' },
  elements: { nl: 'het heeft meer elementen dan enige aanlevering', en: 'it has more elements than any delivery' },
  attributes: { nl: 'het heeft meer attributen dan enige aanlevering', en: 'it has more attributes than any delivery' },
  sections: {
    nl: 'het heeft meer commentaren en CDATA-secties dan enige aanlevering',
    en: 'it has more comments and CDATA sections than any delivery',
  },
};
