import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Rule } from '#contract/contract';
import type { OpenElement } from '#xml/document';
import { xpathTokens } from '#xml/xpath-tokens';
import type { Finding } from './finding.ts';
import { pathOf } from './place.ts';
import type { View } from './view/build-view.ts';

/**
 * Tells whether a rule may be broken only because a schema is: the constraint of the schema that an element the rule reads
 * breaks, or one that is about structure, since then anything may stand in the wrong place.
 */
export const followsFrom = (
  findings: readonly Finding[],
  view: View,
  request: OpenElement,
): ((rule: Rule) => string | undefined) => {
  const structural = findings.find(({ constraint }) => structure.has(aspectOf(constraint)));
  if (structural !== undefined) return () => structural.constraint;
  const flagged = findings.flatMap((finding) =>
    rolesAt(finding.path, view, request).map((role) => ({ role, constraint: finding.constraint })),
  );
  return (rule) => {
    const read = namesIn(rule);
    return flagged.find(({ role }) => read.has(role))?.constraint;
  };
};

const structure = new Set([
  'minOccurs',
  'maxOccurs',
  'order',
  'choice',
  'content',
  'attributes',
  'use',
  'text',
  'root',
]);

/** Names of the view's elements that come from a place, or from an attribute of it. */
const rolesAt = (path: string, { origins }: View, request: OpenElement): readonly string[] =>
  [...origins].flatMap(([element, origin]) => {
    const own = pathOf(origin, request);
    const related = own === path || own.startsWith(`${path}/@`) || path.startsWith(`${own}/@`);
    return related ? [element.name] : [];
  });

/** What a rule looks at: its context, its test, and the variables that the test uses. */
export const expressionsOf = ({ context, test, lets }: Rule): readonly string[] => [
  context,
  test,
  ...usedLets(test, lets),
];

/** Whether a rule holds each position of a geometry against something, one by one. */
export const looksAtPositions = (rule: Rule): boolean =>
  expressionsOf(rule).some((expression) => /:positie\[[^\]]*@[xy]\b/.test(expression));

const namesIn = (rule: Rule): ReadonlySet<string> => {
  const names = expressionsOf(rule).flatMap((expression) =>
    xpathTokens(expression).flatMap(({ kind, text }) => (kind === 'name' ? [text.slice(text.indexOf(':') + 1)] : [])),
  );
  return new Set(names);
};

/** The values of the variables that a test uses, directly or through another one. */
const usedLets = (test: string, lets: Rule['lets']): readonly string[] => {
  const variables = xpathTokens(test).flatMap(({ kind, text }) => (kind === 'variable' ? [text.slice(1)] : []));
  return variables.flatMap((name) => {
    const index = lets.findIndex((one) => one.name === name);
    const value = lets[index]?.value;
    return value === undefined ? [] : [value, ...usedLets(value, lets.slice(0, index))];
  });
};
