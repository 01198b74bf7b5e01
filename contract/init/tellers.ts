import type { Answers, Bound } from './bind.ts';
import { areMostly, fitsOf, least } from './bind.ts';
import { alikeIn, type Branches } from './branches.ts';
import { type Confidence, confidenceOf } from './finding.ts';
import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import { likelier, type Seen } from './seen.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import { likeness } from './words.ts';

/** What tells the document type of a delivery, how sure that is, and what else could. */
export interface Telling {
  /** A text in the message. */
  readonly bound: Bound | undefined;
  /** An element or a type, where no text does. */
  readonly branches: Branches | undefined;
  readonly confidence: Confidence;
  /** Paths of what else could, the likeliest first. */
  readonly others: readonly string[];
}

/** What is weighed against each other. */
export interface Weighed {
  readonly concept: Concept;
  /** The places that nothing else is bound to. */
  readonly places: readonly SchemaPlace[];
  readonly branches: readonly Branches[];
  readonly vocabulary: Vocabulary;
  readonly prefixes: Prefixes;
  readonly answers: Answers;
  readonly seen: Seen;
}

interface Teller {
  readonly at: string;
  readonly score: number;
  readonly place?: SchemaPlace;
  readonly branches?: Branches;
}

/** Weighs the texts, elements and types that may tell the document type. */
export const tellingOf = (weighed: Weighed): Telling => {
  const { concept, answers } = weighed;
  const tellers = tellersIn(weighed);
  const answer = answers.get(concept.role);
  if (answer === 'none') return { bound: undefined, branches: undefined, confidence: 'certain', others: [] };
  const said = answer && tellerAt(tellers, answer.at);
  if (said !== undefined) return toTelling(concept, { ...said, score: 1 }, []);
  const best = tellers.find(({ score }) => score >= least.bound);
  return toTelling(
    concept,
    best,
    tellers.filter((one) => one !== best),
  );
};

const tellerAt = (tellers: readonly Teller[], at: string): Teller | undefined =>
  tellers.find((one) => one.at === at || at.split('|').includes(one.at));

const toTelling = (concept: Concept, best: Teller | undefined, others: readonly Teller[]): Telling => {
  const { place, branches, score = 0 } = best ?? {};
  const confidence = confidenceOf(score, score - (others[0]?.score ?? 0));
  return {
    bound: place && { concept, place, confidence, others: others.flatMap((one) => one.place ?? []).slice(0, mostTold) },
    branches,
    confidence,
    others: others.slice(0, mostTold).map(({ at }) => at),
  };
};

const mostTold = 3;

const tellersIn = ({ concept, places, branches, vocabulary, prefixes, seen }: Weighed): readonly Teller[] => {
  const fits = fitsOf(concept, places, { vocabulary, seen });
  const isSame = (one: SchemaPlace, other: SchemaPlace): boolean =>
    branches.some((all) => alikeIn(all, places, other).includes(one));
  const texts = fits
    .filter(({ place }, index) => !fits.slice(0, index).some((other) => isSame(place, other.place)))
    .map(({ place, score }) => ({ at: prefixes.path(place), score, place }));
  const shapes = branches.map((one) => ({
    at: one.at,
    score: scoreOf(one, vocabulary) + shownBy(one, seen),
    branches: one,
  }));
  return [...texts, ...shapes].toSorted((one, other) => other.score - one.score);
};

/** A message that has one of some elements shows that they are used. */
const shownBy = ({ steps }: Branches, seen: Seen): number => {
  if (steps.length === 0) return 0;
  const shown = steps.map((one) => likelier(seen, { steps: one }));
  return seen.count > 0 && shown.every((one) => one < 0) ? -0.15 : Math.max(0, ...shown);
};

/** How likely it is that these tell document types, from 0 to 1: persons stand for one another as well, and types are often derived from others. */
const scoreOf = ({ names, around, isDemanded, isSaid }: Branches, { documents, parties }: Vocabulary): number => {
  if (isSaid === true) return 1;
  const isOfParty = around.some(({ name }) => likeness(name.name, parties) > 0) || areMostly(names, parties);
  if (isOfParty) return least.told + 0.05 - around.length / 200;
  return (isDemanded ? 0.58 : 0.45) + (areMostly(names, documents) ? 0.17 : 0) - around.length / 200;
};
