import { answerSwaps } from './answer-swaps.ts';
import type { Swap } from './edits.ts';
import { serviceSwaps } from './service-swaps.ts';
import { shapeSwaps } from './shape-swaps.ts';
import { valueSwaps } from './value-swaps.ts';

/** Likely differences between the shipped contract and that of KOOP, each as data alone. */
export const swaps: readonly Swap[] = [...shapeSwaps, ...valueSwaps, ...answerSwaps, ...serviceSwaps];
