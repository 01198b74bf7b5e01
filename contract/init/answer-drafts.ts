import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { type FailureDraft, failureDraftOf } from './failure-draft.ts';
import { placesIn, type SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness } from './words.ts';

/** Where an answer says what came of a delivery, as it is written in the description. */
export interface AnswerDraft {
  readonly dossierNumber: string;
  readonly isGuess: boolean;
  readonly others: readonly string[];
  readonly status?: string;
  readonly statuses?: Readonly<Record<'published' | 'scheduled' | 'prepared', string>>;
  readonly failure?: FailureDraft;
}

/** Where the detail of a Fault says what is wrong. */
export interface FaultDraft {
  readonly detail: QName;
  readonly code: string;
  readonly text: string;
  readonly element?: string;
}

/** What answers are described from. */
export interface AnswerSource {
  readonly model: SchemaModel;
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
}

/** The answer of an operation; undefined where it holds nothing that could be a number. */
export const answerDraftOf = (
  { model, prefixes, vocabulary: { answer } }: AnswerSource,
  response: ElementDeclaration,
): AnswerDraft | undefined => {
  const leaves = leavesOf(model, response);
  if (isText(response)) return { dossierNumber: '.', isGuess: true, others: [] };
  const status = statusOf(leaves, prefixes, answer);
  const failure = failureDraftOf(leaves, { prefixes, answer, status: status.status });
  const ofFailure = new Set<string | undefined>([failure?.code, failure?.text, failure?.element]);
  const scored = leaves
    .filter((place) => (place.kind === 'text' || place.kind === 'number') && !ofFailure.has(prefixes.path(place)))
    .map((place) => ({ place, score: nameScore(place, answer.number) }))
    .toSorted((one, other) => other.score - one.score);
  const [first, ...others] = scored;
  if (first === undefined) return undefined;
  return {
    dossierNumber: prefixes.path(first.place),
    isGuess: first.score < 0.7,
    others: others.slice(0, 3).map(({ place }) => prefixes.path(place)),
    ...status,
    ...(failure === undefined ? {} : { failure }),
  };
};

/** Whether an element is itself no more than a text. */
const isText = ({ type }: ElementDeclaration): boolean => type.kind === 'simple' || type.simple !== undefined;

const leavesOf = (model: SchemaModel, root: ElementDeclaration): readonly SchemaPlace[] =>
  placesIn(model, root).filter(({ kind }) => kind !== 'elements');

const nameScore = ({ steps }: SchemaPlace, names: readonly string[]): number =>
  likeness(steps.at(-1)?.name.name ?? '', names) - steps.length / 200;

const statusOf = (
  leaves: readonly SchemaPlace[],
  prefixes: Prefixes,
  outcomes: Vocabulary['answer'],
): Pick<AnswerDraft, 'status' | 'statuses'> => {
  for (const place of leaves.filter(({ kind }) => kind === 'list')) {
    const of = (names: readonly string[]): string | undefined =>
      place.values.find((value) => likeness(value, names) >= 0.75);
    const [published, scheduled, prepared] = [of(outcomes.published), of(outcomes.scheduled), of(outcomes.prepared)];
    if (published !== undefined && scheduled !== undefined && prepared !== undefined)
      return { status: prefixes.path(place), statuses: { published, scheduled, prepared } };
  }
  return {};
};

/** The detail of the Faults of an operation; undefined where none says code and text. */
export const faultDraftOf = (
  { model, prefixes, vocabulary: { fault: faultNames } }: AnswerSource,
  faults: readonly QName[],
): FaultDraft | undefined => {
  for (const detail of faults) {
    const declaration = model.elements.get(keyOf(detail));
    const leaves =
      declaration === undefined
        ? []
        : leavesOf(model, declaration).filter(({ kind }) => kind === 'text' || kind === 'list' || kind === 'number');
    const best = (names: readonly string[]): string | undefined => {
      const [found] = leaves
        .map((place) => ({ place, score: nameScore(place, names) }))
        .toSorted((one, other) => other.score - one.score);
      return found !== undefined && found.score > 0.5 ? prefixes.path(found.place) : undefined;
    };
    const [code, text, element] = [best(faultNames.code), best(faultNames.text), best(faultNames.element)];
    if (code === undefined || text === undefined || code === text) continue;
    const isApart = element !== undefined && element !== code && element !== text;
    return { detail, code, text, ...(isApart ? { element } : {}) };
  }
  return undefined;
};
