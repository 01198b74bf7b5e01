import type { NamedMessage } from '#xml/schema/naming';
import type { Bilingual } from '../texts/bilingual.ts';
import { faultOf, type SchemaFault } from './schema-fault.ts';
import { structureTexts } from './structure-texts.ts';
import { subjectOf } from './subject.ts';
import { valueTexts } from './value-texts.ts';

/** Says a message of libxml2 in words of ours: what is wrong, with the value that stands there and what is asked, and how to mend it. */
export const schemaText = (named: Pick<NamedMessage, 'constraint' | 'at' | 'message' | 'type'>): Bilingual => {
  const fault = faultOf(named);
  return (texts[fault.aspect] ?? otherwise)(fault);
};

const texts: Readonly<Record<string, (fault: SchemaFault) => Bilingual>> = { ...structureTexts, ...valueTexts };

const otherwise = (fault: SchemaFault): Bilingual => {
  const subject = subjectOf(fault);
  return {
    nl: `${subject.nl} voldoet niet aan het schema (${fault.aspect}). Verbeter het volgens het schema.`,
    en: `${subject.en} does not conform to the schema (${fault.aspect}). Correct it by the schema.`,
  };
};
