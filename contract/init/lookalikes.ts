import { allUses, type Use } from '../use.ts';
import type { Question } from './finding.ts';
import type { Decisions, Shipped } from './blueprint.ts';
import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { RoleDraft } from './role-drafts.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** A use that nothing was bound to, with the places that look as if it were there. */
export interface Lookalike {
  readonly use: Use;
  readonly at: readonly string[];
}

interface Seen {
  readonly places: readonly SchemaPlace[];
  readonly shipped: Shipped;
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
  readonly decisions: Decisions;
}

/** What no role finds and may yet be whom a delivery names, or where or when it asks to be published: no `none` is written for these. */
export const lookalikesIn = (
  { places, shipped, prefixes, vocabulary, decisions }: Seen,
  drafts: readonly RoleDraft[],
  unbound: readonly Use[],
): readonly Lookalike[] => {
  const free = places.filter((place) => !drafts.some((one) => one.place === place));
  return vocabulary.concepts.flatMap((concept) => {
    const use = allUses.find((one) => shipped.entries.uses?.[one] === concept.role);
    if (use === undefined || !unbound.includes(use) || decisions.answers.get(concept.role) === 'none') return [];
    const at = likeIn(free, concept).map((place) => prefixes.path(place));
    return at.length === 0 ? [] : [{ use, at }];
  });
};

/** The places that are called like what a concept is of. */
export const likeIn = (places: readonly SchemaPlace[], { looks = [] }: Concept): readonly SchemaPlace[] => {
  const isLike = (name: string): boolean => {
    const dense = wordsOf(name).replaceAll(' ', '');
    return looks.some((look) => dense.includes(look));
  };
  return places.filter(
    ({ kind, steps }) =>
      !['elements', 'binary', 'other', 'boolean'].includes(kind) &&
      steps.slice(-2).some(({ name }) => isLike(name.name)),
  );
};

/** Whether what looks like a use is it. */
export const lookalikeQuestion = ({ use, at }: Lookalike): Question => {
  const [first = '', ...others] = at.slice(0, mostTold);
  const elsewhere = others.length === 0 ? '' : `, or at ${others.join(', ')}`;
  return {
    about: `uses.${use}`,
    question: `is it at ${first}${elsewhere}? Bind it, or make it none; until then nothing is delivered to another machine`,
  };
};

const mostTold = 4;
