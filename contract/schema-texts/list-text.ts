import type { Bilingual } from '../texts/bilingual.ts';
import { unlikeness } from '../texts/alike.ts';
import { listed, quoted } from '../texts/quoted.ts';
import type { ListedValues } from './listed-values.ts';
import { nearestValues, valueLike } from './nearest-values.ts';
import type { SchemaFault } from './schema-fault.ts';
import { subjectOf } from './subject.ts';

/** Lists of more values are not told whole. */
const mostTold = 12;

/** That a value is not in a list, with the listed one that it most likely stands for. */
export const listText = (fault: SchemaFault, value: string, { values, list: index }: ListedValues): Bilingual => {
  const subject = subjectOf(fault);
  const held = values.filter((one) => one.length > 2 && value.includes(one));
  if (held.length > 1 && !held.some((one) => held.some((other) => one !== other && one.includes(other))))
    return severalText(subject, value);
  const same = valueLike(value, index);
  if (same !== undefined) return alikeText(subject, value, same);
  const near = nearestValues(value, index);
  const list = listName(fault);
  return {
    nl: `${subject.nl} is ${quoted(value)}, en dat staat niet in de lijst. ${chosen(near, values, { ...nl, list })}`,
    en: `${subject.en} is ${quoted(value)}, which is not in the list. ${chosen(near, values, { ...en, list })}`,
  };
};

const alikeText = (subject: Bilingual, value: string, listed: string): Bilingual => {
  const why = unlikeness(value, listed);
  return {
    nl: `${subject.nl} is ${quoted(value)}, en dat staat niet in de lijst: ${why.nl}. Schrijf ${quoted(listed)}.`,
    en: `${subject.en} is ${quoted(value)}, which is not in the list: ${why.en}. Write ${quoted(listed)}.`,
  };
};

const severalText = (subject: Bilingual, value: string): Bilingual => ({
  nl: `${subject.nl} is ${quoted(value)}, en dat zijn meer waarden van de lijst. Noem er één.`,
  en: `${subject.en} is ${quoted(value)}, which is several values of the list. Name one.`,
});

interface Words {
  readonly meant: (names: string) => string;
  readonly oneOf: (names: string) => string;
  readonly oneOfMany: (count: number, list: string) => string;
  readonly or: string;
  readonly list: string;
}

const nl = {
  meant: (names: string) => `Bedoelt u ${names}? Schrijf de waarde precies zo.`,
  oneOf: (names: string) => `Kies ${names}.`,
  oneOfMany: (count: number, list: string) => `Kies een van de ${String(count)} waarden${list}, precies zo gespeld.`,
  or: 'of',
};

const en = {
  meant: (names: string) => `Did you mean ${names}? Write the value exactly so.`,
  oneOf: (names: string) => `Choose ${names}.`,
  oneOfMany: (count: number, list: string) => `Choose one of the ${String(count)} values${list}, spelt exactly so.`,
  or: 'or',
};

const chosen = (near: readonly string[], values: readonly string[], words: Words): string => {
  if (near.length > 0) return words.meant(listed(near.map(quoted), words.or));
  if (values.length <= mostTold) return words.oneOf(listed(values.map(quoted), words.or));
  return words.oneOfMany(values.length, words.list === '' ? '' : ` (${words.list})`);
};

/** Where the list stands: `codelists.xsd#Rubriek`. */
const listName = ({ type }: SchemaFault): string => (type?.name === undefined ? '' : type.id);
