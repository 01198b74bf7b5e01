import type { Type } from '#xml/schema/model';
import { type Finding, findPlace } from './finding.ts';
import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { acceptedBy } from './accepted-by.ts';
import { likeness } from './words.ts';

/** How a response says that a delivery is refused, as it is written in the description. */
export interface FailureDraft {
  readonly flag?: string;
  readonly failed?: string | readonly string[];
  readonly succeeded?: string | readonly string[];
  readonly code: string;
  readonly text: string;
  readonly element?: string;
}

interface Source {
  readonly prefixes: Prefixes;
  readonly answer: Vocabulary['answer'];
  /** What the parts of a refusal are called where what is around them says that it is one. */
  readonly inside: Vocabulary['fault'];
  /** Where the outcome stands. */
  readonly status: string | undefined;
}

/** How a response refuses, with where its code and its text were found. */
export interface FoundFailure {
  readonly draft: FailureDraft;
  readonly findings: readonly Finding[];
}

/** A response that has a code and a text of an error refuses by itself; undefined for one that has not. */
export const failureDraftOf = (leaves: readonly SchemaPlace[], source: Source): FoundFailure | undefined => {
  const { prefixes, answer, inside } = source;
  const best = (key: 'code' | 'text' | 'element', kinds: readonly SchemaPlace['kind'][]): Finding | undefined =>
    findPlace(
      `service.answer.failure.${key}`,
      leaves.filter(({ kind }) => kinds.includes(kind)),
      {
        ...{ prefixes, least: 0.7 },
        scoreOf: (place) =>
          Math.max(
            nameLikeness(place, answer[key]),
            insideLikeness(place, inside[key], answer.refusal),
            key === 'code' ? nameLikeness(place, answer.result) * resultWeight : 0,
          ),
      },
    );
  const code = best('code', ['text', 'list', 'number']);
  const text = best('text', ['text']);
  if (code === undefined || text === undefined || code.at === text.at) return undefined;
  const found = best('element', ['text']);
  const elements = found !== undefined && found.at !== code.at && found.at !== text.at ? [found] : [];
  const { finding, ...flag } = tellingIn(leaves, code.at, source);
  return {
    draft: {
      ...flag,
      ...{ code: code.at, text: text.at },
      ...Object.fromEntries(elements.map(({ at }) => ['element', at])),
    },
    findings: [...(finding === undefined ? [] : [finding]), code, text, ...elements],
  };
};

/** What tells a refusal where it is no code that refusals alone have. */
const tellingIn = (leaves: readonly SchemaPlace[], code: string, source: Source): FlagDraft =>
  flagIn(leaves, source) ?? resultIn(leaves, code, source) ?? severityIn(leaves, code, source) ?? {};

/** The code of an error is taken before that of a result, where a response has both. */
const resultWeight = 0.9;

/** How well a name that says little by itself says what is sought in what is called a refusal, the likeliest name first. */
const insideLikeness = ({ steps }: SchemaPlace, names: readonly string[], refusal: readonly string[]): number => {
  const own = steps.at(-1)?.name.name ?? '';
  const isInside = steps.slice(0, -1).some(({ name }) => likeness(name.name, refusal) >= 0.75);
  const at = isInside ? names.findIndex((one) => likeness(own, [one]) === 1) : -1;
  return at < 0 ? 0 : 0.85 - at / 100;
};

type FlagDraft = Pick<FailureDraft, 'flag' | 'failed' | 'succeeded'> & { readonly finding?: Finding };

/** A code that acceptances have as well: any other than theirs refuses. */
const resultIn = (
  leaves: readonly SchemaPlace[],
  code: string,
  { prefixes, answer }: Source,
): FlagDraft | undefined => {
  const isResult = (place: SchemaPlace): boolean => nameLikeness(place, answer.result) >= 0.7;
  const places = [...leaves.filter(isResult), ...leaves.filter((place) => prefixes.path(place) === code)];
  for (const place of places) {
    const said = acceptedBy(place, answer);
    // Numbers count what is wrong from one.
    const succeeded = said ?? (place.kind === 'number' && isResult(place) ? '0' : undefined);
    if (succeeded === undefined) continue;
    const flag = prefixes.path(place);
    const confidence = said === undefined ? 'guess' : 'likely';
    return { flag, succeeded, finding: { about: 'service.answer.failure.flag', at: flag, confidence, others: [] } };
  }
  return undefined;
};

/** A letter that says how bad a message is, beside the code of an error. */
const severityIn = (leaves: readonly SchemaPlace[], code: string, source: Source): FlagDraft | undefined => {
  const { names, failed, succeeded } = source.answer.severity;
  const beside = leaves.find((place) => source.prefixes.path(place) === code)?.steps.slice(0, -1) ?? [];
  const place = leaves.find(
    ({ kind, type, steps }) =>
      kind === 'text' &&
      isOfOneLetter(type) &&
      likeness(steps.at(-1)?.name.name ?? '', names) === 1 &&
      source.prefixes.path({ steps: steps.slice(0, -1) }) === source.prefixes.path({ steps: beside }),
  );
  if (place === undefined) return undefined;
  const flag = source.prefixes.path(place);
  const finding = { about: 'service.answer.failure.flag', at: flag, confidence: 'guess', others: [] } as const;
  return { flag, failed, succeeded, finding };
};

const isOfOneLetter = (type: Type): boolean => {
  const simple = type.kind === 'simple' ? type : type.simple;
  return simple?.facets.some(({ kind, values }) => /^(maxL|l)ength$/.test(kind) && values[0]?.text === '1') === true;
};

/** A name that says little by itself, such as the `code` of a `fout`, is read with that of what is around it. */
const nameLikeness = ({ steps }: SchemaPlace, names: readonly string[]): number => {
  const [own = '', around = ''] = steps.toReversed().map(({ name }) => name.name);
  return Math.max(likeness(own, names), likeness(`${around} ${own}`, names) === 1 ? 0.95 : 0);
};

/** A boolean, or a list with a value for each of the two. */
const flagIn = (leaves: readonly SchemaPlace[], { prefixes, answer, status }: Source): FlagDraft | undefined => {
  const isFlag = ({ steps }: SchemaPlace): boolean => likeness(steps.at(-1)?.name.name ?? '', answer.flag) >= 0.75;
  for (const place of leaves.filter(isFlag)) {
    const flag = prefixes.path(place);
    if (place.kind === 'boolean') return { flag, failed: 'false', succeeded: 'true' };
    const of = (names: readonly string[]): string | undefined =>
      place.values.find((value) => likeness(value, names) >= 0.75);
    const [failed, succeeded] = [of(answer.failed), of(answer.succeeded)];
    if (failed === undefined) continue;
    if (flag === status) return { flag, failed };
    if (succeeded !== undefined && succeeded !== failed) return { flag, failed, succeeded };
  }
  return undefined;
};
