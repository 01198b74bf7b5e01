import type { PlannedCheck } from '#harness/plan';
import { type Bench, type Ended, runCheck } from '#harness/run-check';
import type { CaseActor } from '#harness/case';
import type { Judgement } from '#judgement/verdict';
import { deviates } from '#judgement/verdict';
import { firstDeviation } from '#judgement/judges/outcome';
import type { VerifiedInteraction } from './read-verification.ts';

/** The case of one interaction: open from its first exchange until Pact has judged. */
export interface PactCase {
  readonly actor: Promise<CaseActor>;
  readonly decide: (found: VerifiedInteraction) => Promise<Ended>;
  /** Without a result of Pact. */
  readonly fail: (error: Error) => Promise<Ended>;
}

/** Opens the case of an interaction. What stood in the way our own judge tells; then Pact decides, and what it let pass our judge. */
export const openPactCase = (bench: Bench, check: PlannedCheck): PactCase => {
  const actor = Promise.withResolvers<CaseActor>();
  const found = Promise.withResolvers<VerifiedInteraction>();
  const judging: Bench = {
    ...bench,
    judge: async (requirement, one) => {
      const own = await bench.judge(requirement, one);
      return own.kind === 'conforms' || own.kind === 'deviates'
        ? firstDeviation(judged(await found.promise), own)
        : own;
    },
  };
  const ended = runCheck(judging, check, (stage) =>
    stage.once(async (one) => {
      actor.resolve(one);
      await found.promise;
    }),
  );
  return {
    actor: actor.promise,
    decide: (one) => {
      found.resolve(one);
      return ended;
    },
    fail: (error) => {
      found.reject(error);
      return ended;
    },
  };
};

const judged = ({ description, isKept, differences }: VerifiedInteraction): Judgement =>
  isKept
    ? { kind: 'conforms' }
    : deviates(
        { nl: `wat het pact zegt bij "${description}"`, en: `what the pact says of "${description}"` },
        both(`Pact: ${differences.join('; ')}`),
      );

/** Pact speaks English only. */
const both = (text: string) => ({ nl: text, en: text });
