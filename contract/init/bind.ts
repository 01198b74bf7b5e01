import { type Confidence, confidenceOf } from './finding.ts';
import type { SchemaPlace } from './places.ts';
import { likelier, type Seen } from './seen.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import { isCode } from './value-names.ts';
import { likeness, wordsOf } from './words.ts';

/** What a person said of the binding of a role: the path of the place that was offered, or that there is none. */
export type Answers = ReadonlyMap<string, { readonly at: string } | 'none'>;

/** A concept with the place that fits it best, and those that fit next. */
export interface Bound {
  readonly concept: Concept;
  readonly place: SchemaPlace;
  readonly confidence: Confidence;
  readonly others: readonly SchemaPlace[];
}

/** What a person said, and the paths by which it was offered. */
interface Said {
  readonly answers: Answers;
  readonly path: (place: SchemaPlace) => string;
  readonly seen: Seen;
}

interface Candidate {
  readonly concept: Concept;
  readonly place: SchemaPlace;
  readonly score: number;
}

/** Below this nothing is bound, and what is a little less is not told either. */
export const least = { bound: 0.5, told: 0.4 } as const;

/** Binds concepts to places: the surest first, no place twice. */
export const bindConcepts = (places: readonly SchemaPlace[], vocabulary: Vocabulary, said: Said): readonly Bound[] => {
  const { concepts } = vocabulary;
  const candidates = concepts
    .flatMap((concept) =>
      places.map((place) => ({ concept, place, score: seenScore(concept, place, { vocabulary, seen: said.seen }) })),
    )
    .filter(({ score }) => score >= least.told)
    .toSorted((one, other) => other.score - one.score);
  const bound: Candidate[] = [];
  for (const candidate of candidates) {
    const isTaken = bound.some(({ concept, place }) => concept === candidate.concept || place === candidate.place);
    if (!isTaken && candidate.score >= least.bound) bound.push(candidate);
  }
  return concepts.flatMap((concept) =>
    bound.filter((one) => one.concept === concept).flatMap((one) => answered(toBound(one, candidates), said)),
  );
};

/** The places that fit a concept well enough to be told, the best first. */
export const fitsOf = (
  concept: Concept,
  places: readonly SchemaPlace[],
  known: Known,
): readonly Omit<Candidate, 'concept'>[] =>
  places
    .map((place) => ({ place, score: seenScore(concept, place, known) }))
    .filter(({ score }) => score >= least.told)
    .toSorted((one, other) => other.score - one.score);

const answered = (bound: Bound, { answers, path }: Said): readonly Bound[] => {
  const answer = answers.get(bound.concept.role);
  if (answer === undefined) return [bound];
  const places = answer === 'none' ? [] : [bound.place, ...bound.others];
  const place = places.find((one) => answer !== 'none' && answer.at.split('|').includes(path(one)));
  return place === undefined ? [] : [{ ...bound, place, confidence: 'certain', others: [] }];
};

const toBound = ({ concept, place, score }: Candidate, candidates: readonly Candidate[]): Bound => {
  const others = candidates.filter((one) => one.concept === concept && one.place !== place);
  const lead = score - (others[0]?.score ?? 0);
  return { concept, place, confidence: confidenceOf(score, lead), others: others.slice(0, 3).map((one) => one.place) };
};

interface Known {
  readonly vocabulary: Vocabulary;
  readonly seen: Seen;
}

/** How well a place fits, with what messages show of it. */
const seenScore = (concept: Concept, place: SchemaPlace, { vocabulary, seen }: Known): number => {
  const score = scoreOf(concept, place, vocabulary);
  return score === 0 ? 0 : Math.min(1, score + likelier(seen, place));
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

/** A name that many things have, of a list that says nothing of a body or a file; within a party it tells the kind of that. */
const hinted = (concept: Concept, { kind, values, steps }: SchemaPlace, vocabulary: Vocabulary): number => {
  const [own = '', ...around] = steps.toReversed().map(({ name }) => name.name);
  const { bodies, file, parties, documents } = vocabulary;
  if (kind !== 'list' || values.length < 2 || likeness(around[0] ?? '', [...bodies, ...file.around]) > 0) return 0;
  const found = hintIn(own, values, { hints: concept.hints ?? [], others: [...bodies, ...file.mediaType] });
  if (found === 0) return 0;
  if (around.some((name) => likeness(name, parties) > 0)) return least.told + 0.08;
  return found === hintedAt.word && areMostly(values, documents) ? found + 0.12 : found;
};

const hintedAt = { word: 0.55, codes: 0.53 } as const;

const hintIn = (
  own: string,
  values: readonly string[],
  { hints, others }: { readonly hints: readonly string[]; readonly others: readonly string[] },
): number => {
  const score = likeness(own, hints);
  if (score === 1) return hintedAt.word;
  const areCodes = values.length <= mostCodes && values.every(isCode);
  return areCodes && score >= 0.75 && likeness(own, others) === 0 ? hintedAt.codes : 0;
};

/** Whether half of some names or more say what some words say. */
export const areMostly = (names: readonly string[], words: readonly string[]): boolean =>
  names.length > 0 && names.filter((name) => likeness(name, words) > 0).length >= names.length / 2;

/** A longer list of codes is one of places, bodies or countries. */
const mostCodes = 40;

/** Binary data is the content unless something shows otherwise. */
const onlyBinary = ({ kinds }: Concept): number => (kinds.every((kind) => kind === 'binary') ? 0.52 : 0);
