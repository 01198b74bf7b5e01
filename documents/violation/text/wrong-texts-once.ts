import type fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import type { Used } from './faults.ts';
import { wrongTexts, type TextTools, type WrongText } from './wrong-text.ts';

/** Wrong texts that are looked for once for each type and constraint. */
export const createWrongTexts = (
  tools: TextTools,
): ((used: Used, constraint: string) => fc.Arbitrary<WrongText> | undefined) => {
  const known = new Map<SimpleType, Map<string, fc.Arbitrary<WrongText> | undefined>>();
  return (used, constraint) => {
    const own = known.get(used.type) ?? new Map<string, fc.Arbitrary<WrongText> | undefined>();
    known.set(used.type, own);
    const key = `${constraint} ${used.lexical} ${String(used.filled)}`;
    if (!own.has(key)) own.set(key, wrongTexts(used, constraint, tools));
    return own.get(key);
  };
};
