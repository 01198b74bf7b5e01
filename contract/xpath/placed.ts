import { XPathError } from '#xml/xpath-error';
import { ContractError } from '../folder/contract-error.ts';
import type { Place } from '#xml/place';
import { checkXPath, type XPathFacts } from './check.ts';
import { type XPathScope } from './state.ts';

/** Checks an expression that stands in a file of the folder; throws `ContractError` with its line. */
export const checkPlaced = (source: string, scope: XPathScope, place: Place): XPathFacts => {
  try {
    return checkXPath(source, scope);
  } catch (error) {
    if (error instanceof XPathError) throw new ContractError(place, `${error.message}; correct the expression`, error);
    throw error;
  }
};
