import fc from 'fast-check';
import type { Rule } from '#contract/contract';
import { anyWay } from '#documents/violation/violator';
import { confirmedOnly, type Broken } from './broken.ts';
import { DeliveryError } from './delivery-error.ts';
import { differenceOf } from './draft/difference.ts';
import type { Draft } from './draft/draft.ts';
import { facesFor } from './drafts.ts';
import { drawnFor, type Face } from './faces.ts';
import type { Generation } from './generation.ts';
import { parentDrafts } from './parents.ts';

type Violate = NonNullable<Face['violate']>;

/** Names of the ways to break a rule, the nearest first, and then of any other. */
export const waysToBreak = (generation: Generation, { id }: Rule): readonly string[] => [
  ...Object.keys(facesFor(generation).get(id)?.violate?.near ?? {}),
  anyWay,
];

/** Valid drafts with one edit that breaks a rule, in one of its ways. */
export const ruleViolations = (
  generation: Generation,
  documentType: string,
  { rule, way }: { readonly rule: Rule; readonly way: string },
): fc.Arbitrary<Broken> => {
  const violate = facesFor(generation).get(rule.id)?.violate;
  if (violate === undefined) throw new DeliveryError(`rules.mjs does not say how to violate '${rule.id}'`);
  const { needs = [], without = [], near = {} } = violate;
  const edit = near[way] ?? violate;
  const has = (draft: Draft, role: string): boolean => generation.workshop.roles.all(draft, role).length > 0;
  const parents = parentDrafts(generation, documentType, {
    wishes: { present: needs, absent: without, declared: [] },
    fits: (draft) => needs.every((role) => has(draft, role)) && !without.some((role) => has(draft, role)),
  });
  const broken = fc
    .tuple(parents, drawnFor(edit, documentType))
    .map(([parent, drawn]) => brokenBy(violate, rule, { parent, way, draft: edit.apply(parent, drawn, documentType) }));
  const constraint = `${rule.place.file}#${rule.id}`;
  return confirmedOnly(generation, { constraint, way, what: `rule '${rule.id}' of ${documentType}` }, broken);
};

interface Edited {
  readonly parent: Draft;
  readonly draft: Draft | undefined;
  readonly way: string;
}

/** Undefined when the edit could not be made, or changed nothing. */
const brokenBy = (
  { implies = [] }: Violate,
  { id, place, severity }: Rule,
  { parent, draft, way }: Edited,
): Broken | undefined => {
  const edited = draft === undefined ? undefined : differenceOf(parent, draft);
  if (draft === undefined || edited === undefined) return undefined;
  return {
    parent,
    draft,
    constraint: `${place.file}#${id}`,
    kind: 'rule',
    operator: way === anyWay ? `violate ${id}` : way,
    severity,
    edited,
    implied: implies.map((other) => `${place.file}#${other}`),
  };
};
