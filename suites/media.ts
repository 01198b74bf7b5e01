import fc from 'fast-check';
import { validDelivery } from '#generators/delivery';
import type { Lab } from './lab.ts';

/** Deliveries that are looked at to see which media a document type has. */
const looks = 60;

/** The media that valid deliveries of a document type ask for, in alphabetical order. */
export const media = ({ generation, config }: Lab, documentType: string): readonly string[] => {
  const { roles } = generation.workshop;
  const drawn = fc.sample(validDelivery(generation, documentType), { seed: config.seed, numRuns: looks });
  return [...new Set(drawn.flatMap(({ draft }) => roles.all(draft, 'medium')))].sort();
};
