import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';

/** Something that a person has to look at. */
export interface Question {
  /** The key that it is about. */
  readonly about: string;
  readonly question: string;
}

/** How sure something is that was found by name, type, values and documentation. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** Something of the folder that was found, with how sure that is and what else it could be. */
export interface Finding {
  /** The key of `contract.yaml`. */
  readonly about: string;
  readonly at: string;
  readonly confidence: Confidence;
  readonly others: readonly string[];
}

/** How sure what fits best is, by how well it fits, from 0 to 1, and by how much better than what fits next. */
export const confidenceOf = (score: number, lead: number): Confidence => {
  if (score >= 0.9 && lead >= 0.1) return 'certain';
  return score >= 0.7 && lead >= 0.05 ? 'likely' : 'guess';
};

/** How places are held against what is sought. */
export interface Seeking {
  readonly scoreOf: (place: SchemaPlace) => number;
  /** Below this nothing is found. */
  readonly least: number;
  readonly prefixes: Prefixes;
}

/** What fits less than this is not told beside what was found. */
const leastTold = 0.4;

/** The place that fits best; undefined where none fits well enough. */
export const findPlace = (
  about: string,
  places: readonly SchemaPlace[],
  { scoreOf, least, prefixes }: Seeking,
): Finding | undefined => {
  const [first, ...others] = places
    .map((place) => ({ at: prefixes.path(place), score: scoreOf(place) }))
    .toSorted((one, other) => other.score - one.score);
  if (first === undefined || first.score < least) return undefined;
  const told = others.filter(({ score }) => score >= Math.min(leastTold, least)).slice(0, 3);
  return {
    about,
    at: first.at,
    confidence: confidenceOf(first.score, first.score - (others[0]?.score ?? 0)),
    others: told.map(({ at }) => at),
  };
};

/** Whether it is where it was found, for a person to look at. */
export const questionAt = ({ about, at, others }: Omit<Finding, 'confidence'>): Question => ({
  about,
  question: `is it at ${at}${others.length === 0 ? '' : `, or at ${others.join(', ')}`}?`,
});

const confidences = { certain: 'certain', likely: 'likely', guess: 'a guess' } as const;

/** How sure it is and what else it could be, as a comment says it. */
export const sureness = ({ at, confidence, others }: Omit<Finding, 'about'>): string =>
  `${confidences[confidence]}: ${at}${others.length === 0 ? '' : `; or ${others.join(', ')}`}`;
