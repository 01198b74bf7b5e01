import { type Confidence, confidenceOf } from './finding.ts';
import type { SchemaPlace } from './places.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import { isCode } from './value-names.ts';
import { likeness, wordsOf } from './words.ts';

/** What a person said of the binding of a role: which of the places that were offered, or that there is none. */
export type Answers = ReadonlyMap<string, number | 'none'>;

/** A concept with the place that fits it best, and those that fit next. */
export interface Bound {
  readonly concept: Concept;
  readonly place: SchemaPlace;
  readonly confidence: Confidence;
  readonly others: readonly SchemaPlace[];
}

interface Candidate {
  readonly concept: Concept;
  readonly place: SchemaPlace;
  readonly score: number;
}

/** Below this nothing is bound, and what is a little less is not told either. */
const least = { bound: 0.5, told: 0.4 } as const;

/** Binds concepts to places: the surest first, no place twice. */
export const bindConcepts = (
  places: readonly SchemaPlace[],
  vocabulary: Vocabulary,
  answers: Answers,
): readonly Bound[] => {
  const { concepts } = vocabulary;
  const candidates = concepts
    .flatMap((concept) => places.map((place) => ({ concept, place, score: scoreOf(concept, place, vocabulary) })))
    .filter(({ score }) => score >= least.told)
    .toSorted((one, other) => other.score - one.score);
  const bound: Candidate[] = [];
  for (const candidate of candidates) {
    const isTaken = bound.some(({ concept, place }) => concept === candidate.concept || place === candidate.place);
    if (!isTaken && candidate.score >= least.bound) bound.push(candidate);
  }
  return concepts.flatMap((concept) =>
    bound
      .filter((one) => one.concept === concept)
      .flatMap((one) => answered(toBound(one, candidates), answers.get(concept.role))),
  );
};

const answered = (bound: Bound, answer: number | 'none' | undefined): readonly Bound[] => {
  if (answer === undefined) return [bound];
  const place = answer === 'none' ? undefined : [bound.place, ...bound.others][answer];
  return place === undefined ? [] : [{ ...bound, place, confidence: 'certain', others: [] }];
};

const toBound = ({ concept, place, score }: Candidate, candidates: readonly Candidate[]): Bound => {
  const others = candidates.filter((one) => one.concept === concept && one.place !== place);
  const lead = score - (others[0]?.score ?? 0);
  return { concept, place, confidence: confidenceOf(score, lead), others: others.slice(0, 3).map((one) => one.place) };
};

/** How well a place fits a concept, from 0 to 1; what stands deeper fits a little less. */
const scoreOf = (concept: Concept, place: SchemaPlace, vocabulary: Vocabulary): number => {
  if (!concept.kinds.includes(place.kind) || isNever(concept, place)) return 0;
  const known = concept.values ?? [];
  const hasValues = place.values.some((one) => known.includes(one));
  const score = Math.max(
    nameScore(concept, place, vocabulary),
    hasValues ? 0.95 : 0,
    documented(concept, place),
    hinted(concept, place, vocabulary),
    onlyBinary(concept),
  );
  return score === 0 ? 0 : score - place.steps.length / 200;
};

const isNever = ({ never = [] }: Concept, { steps }: SchemaPlace): boolean =>
  likeness(steps.at(-1)?.name.name ?? '', never) >= 0.75;

const nameScore = ({ names }: Concept, { steps }: SchemaPlace, { generic }: Vocabulary): number => {
  const [own = '', around = ''] = steps.toReversed().map(({ name }) => name.name);
  const together = Math.max(likeness(`${around} ${own}`, names), likeness(`${own} ${around}`, names));
  if (!generic.includes(wordsOf(own))) return Math.max(likeness(own, names), together === 1 ? 0.95 : 0);
  return Math.max(together === 1 ? 1 : 0, likeness(around, names) * 0.97, names[0] === wordsOf(own) ? 1 : 0);
};

/** What the author says of a place, where its name says nothing. */
const documented = ({ names }: Concept, { documentation }: SchemaPlace): number => {
  const words = ` ${wordsOf(documentation)} `;
  return names.slice(0, 3).some((name) => words.includes(` ${name} `)) ? 0.55 : 0;
};

/** A name that many things have, of a list that says nothing of a body or a file. */
const hinted = (
  { hints = [] }: Concept,
  { kind, values, steps }: SchemaPlace,
  { bodies, file }: Vocabulary,
): number => {
  if (kind !== 'list' || values.length < 2) return 0;
  const [own = '', around = ''] = steps.toReversed().map(({ name }) => name.name);
  if (likeness(around, [...bodies, ...file.around]) > 0) return 0;
  if (likeness(own, hints) === 1) return 0.55;
  const isOther = likeness(own, [...bodies, ...file.mediaType]) > 0;
  return !isOther && values.length <= mostCodes && values.every(isCode) && likeness(own, hints) >= 0.75 ? 0.53 : 0;
};

/** A longer list of codes is one of places, bodies or countries. */
const mostCodes = 40;

/** Binary data is the content unless something shows otherwise. */
const onlyBinary = ({ kinds }: Concept): number => (kinds.every((kind) => kind === 'binary') ? 0.52 : 0);
