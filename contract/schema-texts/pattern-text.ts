import type { Bilingual } from '../texts/bilingual.ts';
import { listed, quoted } from '../texts/quoted.ts';
import type { SchemaFault } from './schema-fault.ts';
import { patternExample } from './pattern-example.ts';
import { subjectOf } from './subject.ts';

/** Longer patterns tell a reader nothing. */
const mostTold = 80;

/** That a value has not the form of a pattern. */
export const patternText = (fault: SchemaFault, value: string): Bilingual => {
  const subject = subjectOf(fault);
  const pattern = /is not accepted by the pattern '([^]*)'\.$/.exec(fault.message)?.[1] ?? '';
  if (isWithoutLineBreaks(pattern))
    return {
      nl: `${subject.nl} heeft een regeleinde: ${quoted(value)}. Zet de waarde op één regel.`,
      en: `${subject.en} has a line break: ${quoted(value)}. Put the value on one line.`,
    };
  const beginnings = beginningsOf(pattern);
  if (beginnings.length > 0) return beginningText(subject, value, beginnings);
  const told = pattern.length > 0 && pattern.length <= mostTold ? ` (${pattern})` : '';
  const example = patternExample(pattern);
  return {
    nl: `${subject.nl} is ${quoted(value)}, en dat heeft niet de vereiste vorm${told}. Schrijf de waarde ${example === undefined ? 'in die vorm' : `in de vorm van ${example}`}.`,
    en: `${subject.en} is ${quoted(value)}, which does not have the required form${told}. Write the value in ${example === undefined ? 'that form' : `the form of ${example}`}.`,
  };
};

const isWithoutLineBreaks = (pattern: string): boolean => /^\[\^(?:\\n\\r|\\r\\n)\][*+]$/.test(pattern);

/** The words that alternatives of a pattern begin with, as those of well-known text do; none where one begins otherwise. */
const beginningsOf = (pattern: string): readonly string[] => {
  const words = alternativesOf(pattern).map((one) => /^[A-Z]{4,}(?= \?\\\()/.exec(one)?.[0]);
  return words.every((word) => word !== undefined) ? words : [];
};

/** The alternatives of a pattern, those in brackets of any kind left alone. */
const alternativesOf = (pattern: string): readonly string[] => {
  const found: string[] = [];
  let [depth, now] = [0, ''];
  for (const piece of pattern.match(/\\?[^]/g) ?? []) {
    if (piece === '(' || piece === '[') depth += 1;
    if (piece === ')' || piece === ']') depth -= 1;
    const isNext = piece === '|' && depth === 0;
    if (isNext) found.push(now);
    now = isNext ? '' : now + piece;
  }
  return [...found, now];
};

const beginningText = (subject: Bilingual, value: string, words: readonly string[]): Bilingual => {
  const said = /^\s*([A-Za-z]+)/.exec(value)?.[1] ?? '';
  const isOther = said !== '' && !words.includes(said);
  return {
    nl: `${subject.nl} is ${quoted(value)}${isOther ? `; hier hoort geen ${said}` : ', en dat is geen juiste geometrie'}. Schrijf ${listed(words, 'of')}, met coördinaten als x y, met een punt voor de decimalen en een komma tussen de posities.`,
    en: `${subject.en} is ${quoted(value)}${isOther ? `; no ${said} belongs here` : ', which is no right geometry'}. Write ${listed(words, 'or')}, with coordinates as x y, a point before the decimals and a comma between positions.`,
  };
};
