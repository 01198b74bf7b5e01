import type { CorpusCase } from '#evidence/corpus/corpus-case';
import { type PlannedCheck, planPhase } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import { contentsOf } from '../contents.ts';
import { type Surroundings, findCheck } from '../exclusion.ts';
import type { Check } from '../lab.ts';
import { isSmoke } from '../spread.ts';

/** The check that a case belongs to in the phase of a run; undefined where that has none. */
export const checkOf = ({ contract, config }: Surroundings, one: CorpusCase): PlannedCheck | undefined =>
  planPhase(contract, config.phase, config.mockControl !== undefined).find(
    (check) =>
      check.requirement === one.requirement &&
      check.documentType === one.documentType &&
      check.constraint === one.constraint,
  );

/** What acts the check of a case, or why the profile of a run does not let it. What has its turn in a run, and what limits leave out, is no reason. */
export const permittedFor = (lab: Surroundings, check: PlannedCheck): { readonly act: Check } | Exclusion => {
  const runs = isSmoke(lab.config) ? manyRuns : lab.config.runs;
  const config = { ...lab.config, runs, unaffordable: undefined };
  return findCheck({ ...lab, config, unviolable: () => new Map() }, check, contentsOf(config.phase));
};

/** A run of so many takes each constraint in each document type. */
const manyRuns = 25;

/** Why a case can't be replayed in a phase that does not have its check. */
export const ofOtherPhase = (phase: number): Exclusion => ({
  verdict: 'not-applicable',
  reason: {
    nl: `fase ${String(phase)} toetst dit niet met dit contract`,
    en: `phase ${String(phase)} does not check this with this contract`,
  },
});
