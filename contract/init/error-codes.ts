import type { DescriptionEntries } from '../description/description-shape.ts';
import type { SchemaPlace } from './places.ts';

type Occasions = Omit<DescriptionEntries['errorCodes'], 'own'>;

/** The occasions of the suite with codes as a service can say them: its own values where it has a list, numbers where it has those. */
export const errorCodesFor = (shipped: Occasions, place: SchemaPlace | undefined): Occasions => {
  const codeAt = (index: number, code: string): string => {
    if (place?.kind === 'number') return String(index + 1);
    return place?.kind === 'list' ? (place.values[index % place.values.length] ?? code) : code;
  };
  const entries = Object.entries(shipped).map(
    ([occasion, one], index) => [occasion, { ...one, code: codeAt(index, one.code) }] as const,
  );
  return { ...shipped, ...Object.fromEntries(entries) };
};
