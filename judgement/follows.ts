import { aspectOf } from '#contract/schema-texts/schema-fault';
import type { Rule } from '#contract/contract';
import { expressionsOf } from '#contract/rules/expressions';
import type { OpenElement } from '#xml/document';
import { xpathTokens } from '#xml/xpath-tokens';
import type { Finding } from './finding.ts';
import { pathOf } from './place.ts';
import type { View } from './view/build-view.ts';

/**
 * Tells whether a rule may be broken only because a schema is: the constraint of the schema that an element the rule reads
 * breaks, or one that is about structure, since then anything of that document may stand in the wrong place.
 */
export const followsFrom = (
  findings: readonly Finding[],
  view: View,
  request: OpenElement,
): ((rule: Rule) => string | undefined) => {
  const structural = findings.find((one) => isStructural(one) && !one.path.includes('!'));
  if (structural !== undefined) return () => structural.constraint;
  const flagged = findings.flatMap((finding) =>
    rolesAt(finding, view, request).map((role) => ({ role, constraint: finding.constraint })),
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

const isStructural = ({ constraint }: Finding): boolean => structure.has(aspectOf(constraint));

/** Names of the view's elements that come from a place, or from an attribute of it; from all of its payload where the structure of that is wrong. */
const rolesAt = (finding: Finding, { origins }: View, request: OpenElement): readonly string[] =>
  [...origins].flatMap(([element, origin]) => {
    const [own, { path }] = [pathOf(origin, request), finding];
    const payload = isStructural(finding) ? /^.*![^/]*\//.exec(path)?.[0] : undefined;
    const isInside = payload !== undefined && own.startsWith(payload);
    const related = isInside || own === path || own.startsWith(`${path}/@`) || path.startsWith(`${own}/@`);
    return related ? [element.name] : [];
  });

/** Whether a rule holds each position of a geometry against something, one by one. */
export const looksAtPositions = (rule: Rule): boolean =>
  expressionsOf(rule).some((expression) => /:positie\[[^\]]*@[xy]\b/.test(expression));

const namesIn = (rule: Rule): ReadonlySet<string> => {
  const names = expressionsOf(rule).flatMap((expression) =>
    xpathTokens(expression).flatMap(({ kind, text }) => (kind === 'name' ? [text.slice(text.indexOf(':') + 1)] : [])),
  );
  return new Set(names);
};
