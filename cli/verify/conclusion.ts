import type { Integrity } from '#bundle/integrity';
import type { Bilingual } from '#contract/texts/bilingual';
import { manifestFaults } from '#gate/evidence/manifest-faults';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import type { RunResult } from '#reporters/run-result';
import { type JudgedAgain, conclusionOf as ofJudging } from '../rejudge/conclusion.ts';

/** What a package came to. */
export interface Verified extends Omit<Integrity, 'entries'> {
  /** Version of the suite that judged again. */
  readonly ownSuite: string;
  /** Undefined for one that was altered. */
  readonly run: RunResult | undefined;
  /** The system that the vendor file in the package names. */
  readonly declared: DeclaredSystem | undefined;
  /** Publications that the vendor recorded beside a run of phase 4. */
  readonly publications: number;
  /** Files that do not follow from the journal beside them; undefined where that can't be told here. */
  readonly underived: readonly string[] | undefined;
  /** What judging again came to, or why nothing was. */
  readonly again: JudgedAgain | 'altered' | 'other-contract' | 'not-asked';
}

export type Conclusion =
  | 'unaltered'
  | 'altered'
  | 'otherwise'
  | 'other-suite'
  | 'not-whole'
  | 'unproved'
  | 'untrusted'
  | 'unjudged';

/** 1 where something was altered or does not follow from what was recorded, 3 where the package does not prove its run. */
export const exitCodes: Readonly<Record<Conclusion, number>> = {
  unaltered: 0,
  altered: 1,
  otherwise: 1,
  'other-suite': 3,
  'not-whole': 3,
  unproved: 3,
  untrusted: 3,
  unjudged: 3,
};

/** What follows for a package as a whole. */
export const conclusionOf = (verified: Verified): Conclusion => {
  const { problems, signer, run, again, underived } = verified;
  if (problems.length > 0) return 'altered';
  if (underived !== undefined && underived.length > 0) return 'otherwise';
  if (run !== undefined && faultsOf(verified, run).length > 0) return 'otherwise';
  if (run !== undefined && run.changed.length + run.unfounded.length > 0) return 'otherwise';
  if (signer?.isTrusted === false) return 'untrusted';
  if (again === 'not-asked') return 'unaltered';
  return typeof again === 'string' ? 'unjudged' : byJudging(verified, again);
};

/** What the manifest says otherwise than the journal. */
export const faultsOf = ({ manifest }: Verified, { recording, redacted }: RunResult): readonly Bilingual[] =>
  manifestFaults(manifest, { kind: recording === undefined ? 'run' : 'recording', isRedacted: redacted !== undefined });

/** Another version of the suite may judge otherwise; the same one may not. */
const byJudging = ({ manifest, ownSuite }: Verified, again: JudgedAgain): Conclusion => {
  const judged = ofJudging(again);
  if (judged === 'borne-out') return 'unaltered';
  if (judged === 'otherwise') return manifest?.suite === ownSuite ? 'otherwise' : 'other-suite';
  return judged;
};
