import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';

/** Says of operations that nothing is sent to that they are not tested. */
export const untestedOperations = (names: readonly string[], language: Language): string =>
  ({
    nl: `Niet getoetst, en nooit aangeroepen: ${list(names)}.`,
    en: `Not tested, and never called: ${list(names)}.`,
  })[language];

const list = (names: readonly string[]): string => names.map(visible).join(', ');
