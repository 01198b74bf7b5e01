import type { Bilingual } from '../texts/bilingual.ts';
import { quoted } from '../texts/quoted.ts';
import { geometryText } from './geometry-text.ts';
import { beginningsOf, patternIn } from './pattern-beginnings.ts';
import type { SchemaFault } from './schema-fault.ts';
import { patternExample } from '../texts/pattern-example.ts';
import { subjectOf } from './subject.ts';

/** Longer patterns tell a reader nothing. */
const mostTold = 80;

/** That a value has not the form of a pattern. */
export const patternText = (fault: SchemaFault, value: string): Bilingual => {
  const subject = subjectOf(fault);
  const pattern = patternIn(fault.message);
  if (isWithoutLineBreaks(pattern))
    return {
      nl: `${subject.nl} heeft een regeleinde: ${quoted(value)}. Zet de waarde op één regel.`,
      en: `${subject.en} has a line break: ${quoted(value)}. Put the value on one line.`,
    };
  const beginnings = beginningsOf(pattern);
  if (beginnings.length > 0) return geometryText(subject, value, beginnings);
  const told = pattern.length > 0 && pattern.length <= mostTold ? ` (${pattern})` : '';
  const example = patternExample(pattern);
  return {
    nl: `${subject.nl} is ${quoted(value)}, en dat heeft niet de vereiste vorm${told}. Schrijf de waarde ${example === undefined ? 'in die vorm' : `in de vorm van ${example}`}.`,
    en: `${subject.en} is ${quoted(value)}, which does not have the required form${told}. Write the value in ${example === undefined ? 'that form' : `the form of ${example}`}.`,
  };
};

const isWithoutLineBreaks = (pattern: string): boolean => /^\[\^(?:\\n\\r|\\r\\n)\][*+]$/.test(pattern);
