import { answersBySchema } from './answers-by-schema.ts';
import { uniqueNumbers } from './unique-numbers.ts';
import type { AnyStreamJudge } from './stream-judge.ts';

/** The judges of streams by the requirement that they decide. */
export const streamJudges = {
  'delivery.numbers-dossiers-uniquely': uniqueNumbers,
  'delivery.answers-by-schema': answersBySchema,
} as const satisfies Readonly<Record<string, AnyStreamJudge>>;

/** A requirement that all exchanges decide together. */
export type StreamRequirement = keyof typeof streamJudges;

/** Whether all exchanges of a run decide a requirement together, and not its own cases. */
export const isOverStream = (requirement: string | undefined): requirement is StreamRequirement =>
  requirement !== undefined && requirement in streamJudges;

export const streamRequirements = Object.keys(streamJudges).filter(isOverStream);
