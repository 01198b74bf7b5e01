import type { SchemaPlace } from './places.ts';
import { notesIn } from './value-names.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness, wordsOf } from './words.ts';

/** The code of an acceptance among those that a place takes, by its list or by its documentation; undefined where neither says it. */
export const acceptedBy = (place: SchemaPlace, answer: Vocabulary['answer']): string | undefined =>
  place.kind === 'list' ? inList(place, answer) : inNote(place.documentation, answer);

const inList = ({ type, values }: SchemaPlace, { succeeded, well }: Vocabulary['answer']): string | undefined => {
  if (values.length < 2) return undefined;
  const notes = notesIn(type.kind === 'simple' ? type : type.simple);
  return (
    values.find((value) => well.includes(value.toLowerCase())) ??
    values.find((value) => likeness(value, succeeded) >= 0.75) ??
    values.find((value) =>
      wordsOf(notes.get(value) ?? '')
        .split(' ')
        .some(isSaidBy(succeeded)),
    )
  );
};

const isSaidBy =
  (succeeded: readonly string[]) =>
  (word: string): boolean =>
    succeeded.includes(word);

/** `0 = succes`, `0 als het goed is` and `bij succes 0` say it; a code stands at most three words from what it means. */
const inNote = (documentation: string, { succeeded, well }: Vocabulary['answer']): string | undefined => {
  const words = documentation.split(/[^\p{L}\p{N}]+/u);
  const meant = words.flatMap((word, index) => (succeeded.includes(wordsOf(word)) ? [index] : []));
  const isNear = (index: number): boolean => meant.some((at) => at !== index && Math.abs(at - index) <= 4);
  return words.find((word, index) => well.includes(word.toLowerCase()) && isNear(index));
};
