import type { Bilingual } from '#contract/texts/bilingual';
import type { XmlMessage } from '#xml/xml-error';

/** Characters of a message that are told: it quotes the value that is wrong, whatever its length. */
const longest = 1000;

/** A message of libxml2, which has one language, for people. */
export const told = ({ message }: XmlMessage): Bilingual => {
  const text = message.length > longest ? `${message.slice(0, longest)}…` : message;
  return { nl: text, en: text };
};
