import type { Language } from '#reporters/texts';
import { pageWords } from '../page-words.ts';

/** Where a finding stands in the list. */
export const findingAnchor = (number: number): string => `finding-${String(number)}`;

/** Where it is in the message. */
export const markAnchor = (number: number): string => `mark-${String(number)}`;

/** The number of a finding in words. */
export const findingLabel = (number: number, language: Language): string =>
  `${pageWords[language].finding} [${String(number)}]`;
