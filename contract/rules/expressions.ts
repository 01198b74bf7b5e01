import { xpathTokens } from '#xml/xpath-tokens';
import type { Rule } from '../contract.ts';

/** Expressions of a rule: its context, its test, and the variables that the test uses. */
export const expressionsOf = ({ context, test, lets }: Pick<Rule, 'context' | 'test' | 'lets'>): readonly string[] => [
  context,
  test,
  ...usedLets(test, lets),
];

/** The values of the variables that a test uses, directly or through another one. */
const usedLets = (test: string, lets: Rule['lets']): readonly string[] => {
  const variables = xpathTokens(test).flatMap(({ kind, text }) => (kind === 'variable' ? [text.slice(1)] : []));
  return variables.flatMap((name) => {
    const index = lets.findIndex((one) => one.name === name);
    const value = lets[index]?.value;
    return value === undefined ? [] : [value, ...usedLets(value, lets.slice(0, index))];
  });
};
