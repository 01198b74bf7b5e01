import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { type FailureDraft, failureDraftOf } from './failure-draft.ts';
import { type Finding, findPlace } from './finding.ts';
import { placesIn, type SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness, wordsOf } from './words.ts';

/** Where an answer says what came of a delivery, as it is written in the description. */
export interface AnswerDraft {
  readonly dossierNumber: string;
  /** Where the parts were found. */
  readonly findings: readonly Finding[];
  readonly status?: string;
  readonly statuses?: Readonly<Record<'published' | 'scheduled' | 'prepared', string>>;
  readonly failure?: FailureDraft;
  /** Where a response holds more that could say that it refuses, where nothing was found that does. */
  readonly unread: readonly string[];
}

/** Where the detail of a Fault says what is wrong. */
export interface FaultDraft {
  readonly detail: QName;
  readonly code: string;
  readonly text: string;
  readonly element?: string;
  readonly findings: readonly Finding[];
}

/** What answers are described from. */
export interface AnswerSource {
  readonly model: SchemaModel;
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
}

/** The answer of an operation; undefined where it holds nothing that could be a number. */
export const answerDraftOf = (source: AnswerSource, response: ElementDeclaration): AnswerDraft | undefined => {
  const { model, prefixes, vocabulary } = source;
  const { answer, fault: inside } = vocabulary;
  if (isText(response))
    return { dossierNumber: '.', findings: [ofNumber({ at: '.', confidence: 'guess', others: [] })], unread: [] };
  const leaves = leavesOf(model, response);
  const { findings, ...status } = statusOf(leaves, prefixes, answer);
  const found = failureDraftOf(leaves, { prefixes, answer, inside, status: status.status });
  const besides = found && numberIn(leaves, source, found.draft);
  const number = besides ?? numberIn(leaves, source, undefined);
  if (number === undefined) return undefined;
  const failure = besides === undefined ? undefined : found;
  const isRead = (at: string): boolean => at === number.at || at === status.status;
  return {
    dossierNumber: number.at,
    findings: [number, ...findings, ...(failure?.findings ?? [])],
    ...status,
    ...(failure === undefined ? {} : { failure: failure.draft }),
    unread: failure === undefined ? leaves.map((one) => prefixes.path(one)).filter((at) => !isRead(at)) : [],
  };
};

/** The number of a dossier, which is no part of what a response refuses with. */
const numberIn = (
  leaves: readonly SchemaPlace[],
  { prefixes, vocabulary: { answer, generic } }: AnswerSource,
  failure: FailureDraft | undefined,
): Finding | undefined => {
  const ofFailure = new Set<string | undefined>([failure?.code, failure?.text, failure?.element]);
  const around = failure?.code.split('/').slice(0, -1).join('/') ?? '';
  const isBesideCode = ({ steps }: SchemaPlace): boolean =>
    around !== '' &&
    prefixes.path({ steps: steps.slice(0, -1) }) === around &&
    generic.includes(wordsOf(steps.at(-1)?.name.name ?? ''));
  const free = leaves
    .filter(({ kind }) => kind === 'text' || kind === 'number')
    .filter((one) => !ofFailure.has(prefixes.path(one)));
  const apart = free.filter((one) => !isBesideCode(one));
  return findPlace('service.answer.dossierNumber', apart.length > 0 ? apart : free, {
    ...{ prefixes, least: -Infinity },
    scoreOf: (place) => nameScore(place, answer.number),
  });
};

const ofNumber = (found: Omit<Finding, 'about'>): Finding => ({ about: 'service.answer.dossierNumber', ...found });

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
): Pick<AnswerDraft, 'status' | 'statuses' | 'findings'> => {
  for (const place of leaves.filter(({ kind }) => kind === 'list')) {
    const of = (names: readonly string[]): string | undefined =>
      place.values.find((value) => likeness(value, names) >= 0.75);
    const [published, scheduled, prepared] = [of(outcomes.published), of(outcomes.scheduled), of(outcomes.prepared)];
    if (published !== undefined && scheduled !== undefined && prepared !== undefined) {
      const status = prefixes.path(place);
      const statuses = { published, scheduled, prepared };
      const isSure = Object.entries(statuses).every(
        ([outcome, value]) => likeness(value, outcomes[outcome as keyof typeof statuses]) === 1,
      );
      const confidence = isSure ? 'likely' : 'guess';
      return { status, statuses, findings: [{ about: 'service.answer.status', at: status, confidence, others: [] }] };
    }
  }
  return { findings: [] };
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
    const best = (key: keyof typeof faultNames): Finding | undefined =>
      findPlace(`service.fault.${key}`, leaves, {
        ...{ prefixes, least: 0.5 },
        scoreOf: (place) => nameScore(place, faultNames[key]),
      });
    const [code, text, found] = [best('code'), best('text'), best('element')];
    if (code === undefined || text === undefined || code.at === text.at) continue;
    const element = found !== undefined && found.at !== code.at && found.at !== text.at ? found : undefined;
    return {
      ...{ detail, code: code.at, text: text.at },
      ...(element === undefined ? {} : { element: element.at }),
      findings: [code, text, ...(element === undefined ? [] : [element])],
    };
  }
  return undefined;
};
