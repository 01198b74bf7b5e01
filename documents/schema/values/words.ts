import type { Scope } from '#xml/schema/names';
import type { Match } from '../pattern/matches.ts';

/** Says of normalised text whether it is a value. */
export type Test = (text: string, prefixes: Scope) => Match;

/** The words of a list. */
export const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
