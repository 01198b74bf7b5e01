import type { DescriptionEntries } from '../description/description-shape.ts';
import type { SchemaPlace } from './places.ts';
import type { Question } from './finding.ts';
import { codesBy } from './made-codes.ts';
import { likeness } from './words.ts';

type Occasions = Omit<DescriptionEntries['errorCodes'], 'own'>;

/** What says of a code that all is well. */
interface Accepting {
  /** The codes of acceptances, where they have any. */
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

/** Codes of errors, and what a person has to look at, since the schema does not say which code is for what. */
export interface CodeDraft {
  readonly entries: Occasions;
  readonly questions: readonly Question[];
}

/** The occasions of the suite with codes as a service can say them: its own values where it has a list, but for one that says that all is well, numbers where it has those, and texts of a form where that takes no other. */
export const codeDraftOf = (shipped: Occasions, place: SchemaPlace | undefined, accepting: Accepting): CodeDraft => {
  const isError = (value: string): boolean =>
    !accepting.codes.includes(value) && likeness(value, accepting.words) < 0.75;
  const listed = place?.values.filter(isError) ?? [];
  const values = listed.length === 0 ? (place?.values ?? []) : listed;
  const wanted = Object.values(shipped).map(({ code }) => code);
  const made = place?.kind === 'text' ? codesBy(place.type, wanted) : undefined;
  const codeAt = (index: number, code: string): string => {
    if (place?.kind === 'number') return String(index + 1);
    return place?.kind === 'list' ? (values[index % values.length] ?? code) : (made?.[index] ?? code);
  };
  const entries = Object.entries(shipped).map(
    ([occasion, one], index) => [occasion, { ...one, code: codeAt(index, one.code) }] as const,
  );
  const question = questionOf(place, made);
  return {
    entries: { ...shipped, ...Object.fromEntries(entries) },
    questions: question === undefined ? [] : [{ about: 'errorCodes', question }],
  };
};

/** Where any text is a code those of the suite are. */
const questionOf = (place: SchemaPlace | undefined, made: readonly string[] | undefined): string | undefined => {
  if (place?.kind === 'number') return 'which numbers does the service refuse with? Those here are counted on from 1';
  if (place?.kind === 'list')
    return `which of ${place.values.join(', ')} is for what? They stand in the order of the list`;
  if (made === undefined) return undefined;
  const codes = [...new Set(made)].join(', ');
  return `which codes does the service refuse with? Those here (${codes}) are made by the form that the schema asks for`;
};
