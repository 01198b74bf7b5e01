import type { AcceptedThere } from '../facts/gate-facts.ts';
import type { Observations } from './observations.ts';

/** The circumstances of a sample. */
export interface Drawing {
  readonly accepted: readonly AcceptedThere[];
  readonly documentTypes: readonly string[];
  readonly count: number;
  /** A whole number from 0 to below this one, that nobody can foresee. */
  readonly pick: (below: number) => number;
}

/** One dossier of each document type that has any, and then others up to the count. */
export const drawDossiers = ({ accepted, documentTypes, count, pick }: Drawing): Observations['sample']['dossiers'] => {
  const left = accepted.filter(({ documentType }) => documentTypes.some((name) => name === documentType));
  const take = (from: readonly AcceptedThere[]): readonly AcceptedThere[] => {
    const one = from[from.length === 0 ? 0 : pick(from.length)];
    if (one === undefined) return [];
    left.splice(left.indexOf(one), 1);
    return [one];
  };
  const first = documentTypes.flatMap((name) => take(left.filter(({ documentType }) => documentType === name)));
  const more = Array.from({ length: Math.max(0, count - first.length) }).flatMap(() => take(left));
  return [...first, ...more].map(({ number, documentType = '', marks }) => ({
    ...{ number, documentType },
    marks: marks.filter((mark) => mark !== ''),
  }));
};
