import type { DescriptionEntries } from '../description/description-shape.ts';
import type { SchemaPlace } from './places.ts';
import { likeness } from './words.ts';

type Occasions = Omit<DescriptionEntries['errorCodes'], 'own'>;

/** What says of a code that all is well. */
interface Accepting {
  /** The codes of acceptances, where they have any. */
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

/** The occasions of the suite with codes as a service can say them: its own values where it has a list, but for one that says that all is well, numbers where it has those. */
export const errorCodesFor = (shipped: Occasions, place: SchemaPlace | undefined, accepting: Accepting): Occasions => {
  const isError = (value: string): boolean =>
    !accepting.codes.includes(value) && likeness(value, accepting.words) < 0.75;
  const listed = place?.values.filter(isError) ?? [];
  const values = listed.length === 0 ? (place?.values ?? []) : listed;
  const codeAt = (index: number, code: string): string => {
    if (place?.kind === 'number') return String(index + 1);
    return place?.kind === 'list' ? (values[index % values.length] ?? code) : code;
  };
  const entries = Object.entries(shipped).map(
    ([occasion, one], index) => [occasion, { ...one, code: codeAt(index, one.code) }] as const,
  );
  return { ...shipped, ...Object.fromEntries(entries) };
};
