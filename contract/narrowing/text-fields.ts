import { XmlError } from '#xml/xml-error';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { typeNamed } from './text-types.ts';
import { valuesThatAreNo } from './values-of-type.ts';

/** A type as a row calls it; throws `ContractError` for a word that is none. */
export const typeOf = (said: string, place: Place): string => {
  if (typeNamed(said) !== undefined) return said;
  throw new ContractError(
    place,
    `"${said}" is no type; write tekst, getal, geheel getal, datum, datumtijd, ja/nee, or a type of XSD such as xs:gYear`,
  );
};

/** A pattern of XSD; throws `ContractError` for what is none, and for anchors, which XSD reads as characters. */
export const patternOf = (pattern: string, place: Place): string => {
  if (pattern.startsWith('^') || /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern))
    throw new ContractError(
      place,
      `"${pattern}" begins with ^ or ends in $, and a pattern of XSD is always of the whole text; leave ^ and $ out`,
    );
  try {
    valuesThatAreNo('string', [['pattern', pattern]], ['']);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ContractError(place, `"${pattern}" is no regular expression of XSD; mend it`, error);
  }
  return pattern;
};

/** The values with bars between them; throws `ContractError` where the row refers to a list that stands elsewhere. */
export const listOf = (said: string, place: Place): readonly string[] => {
  const values = [...new Set(said.split('|').flatMap((one) => one.trim() || []))];
  const [only = ''] = values;
  if (values.length === 1 && /\.(?:csv|json|xsd|xml)$|^(?:zie|see)\s/i.test(only))
    throw new ContractError(
      place,
      `"${only}" is a list that stands elsewhere; write its values with | between them, or give the role of this place values: TABLE.csv in contract.yaml`,
    );
  return values;
};
