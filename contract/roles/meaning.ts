import type { Role } from '../contract.ts';
import { dayOfMoment } from './moment.ts';

/** What the text of a role means: the word that the contract has for a code, the last part of the name of a type, the day of a moment. */
export const meaningOf = ({ codes, decode, told }: Pick<Role, 'codes' | 'decode' | 'told'>, text: string): string => {
  if (decode === 'date') return dayOfMoment(text) ?? text;
  const said = told?.by === 'type' ? text.slice(text.indexOf(':') + 1).trim() : text;
  return codes.size === 0 ? said : (codes.get(said.trim()) ?? said);
};

/** The code that is written for a word; the word itself where it has none. */
export const codeOf = ({ codes }: Pick<Role, 'codes'>, meaning: string): string => {
  for (const [code, word] of codes) if (word === meaning) return code;
  return meaning;
};
