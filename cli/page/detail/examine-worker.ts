import { shapeReader } from '#judgement/geometry/shapes';
import { readingOracle } from '#judgement/reading-oracle';
import type { Examined, Examining } from './examined.ts';
import { type ExamineSetup, examine } from './examine.ts';

/** Starts the examining of requests in a worker of its own. */
export const start = (setup: ExamineSetup) => {
  const [{ judge }, shapesOf] = [readingOracle(setup.contract), shapeReader(setup.contract)];
  return { examine: (examining: Examining): Promise<Examined> => examine(examining, { ...setup, judge, shapesOf }) };
};
