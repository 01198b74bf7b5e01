import { createHash } from 'node:crypto';
import type { CheckEnded } from '#evidence/event';
import { withoutInternals } from '#judgement/internals/without-internals';
import { requirements } from '#judgement/requirements/registry';

/** The folder in that of a run, and the file in it, with what is told to nobody but who mends it. */
export const confidentialFolder = 'vertrouwelijk';
export const confidentialFile = 'bevindingen.md';

/** A failure of a requirement on security, whole. */
export interface Confidential {
  /** The same for the same check of the same run. */
  readonly id: string;
  readonly check: CheckEnded;
}

/** What is told of a check in reports, and what only in confidence. */
export interface Told {
  readonly open: CheckEnded;
  readonly confidential: Confidential | undefined;
}

/** Takes from a check what an attacker could use: of a requirement on security all that shows it, of any other what answers disclose. */
export const toldOf = (runId: string, check: CheckEnded): Told => {
  const { deviation, reason } = check;
  const isSecurity = requirements.get(check.requirement)?.security === true;
  if (deviation === undefined || !isSecurity) {
    const actual = deviation && withoutInternals(deviation.actual);
    const open = {
      ...check,
      reason: check.verdict === 'blocked' ? reason && withoutInternals(reason) : reason,
      deviation: deviation && actual && { ...deviation, actual },
    };
    return { open, confidential: undefined };
  }
  const id = idOf(runId, check);
  const actual = {
    nl: `een vertrouwelijke bevinding, ${id}: zie ${confidentialFolder}/${confidentialFile}`,
    en: `a confidential finding, ${id}: see ${confidentialFolder}/${confidentialFile}`,
  };
  return {
    open: { ...check, deviation: { ...deviation, actual }, counterexample: undefined },
    confidential: { id, check },
  };
};

const idOf = (runId: string, { check }: CheckEnded): string =>
  `S-${createHash('sha256').update(`${runId} ${check}`).digest('hex').slice(0, 8)}`;
