import type { Contract } from '#contract/contract';
import type { Language } from '#reporters/texts';
import { amount } from './amount.ts';

/** How many document types and constraints a contract has. */
export const countsText = (
  { documentTypes: { length: types }, constraints: { length: all } }: Pick<Contract, 'documentTypes' | 'constraints'>,
  language: Language,
): string =>
  ({
    nl: `${amount(types, 'documenttype', 'documenttypen')}, ${amount(all, 'beperking', 'beperkingen')}`,
    en: `${amount(types, 'document type', 'document types')}, ${amount(all, 'constraint', 'constraints')}`,
  })[language];
