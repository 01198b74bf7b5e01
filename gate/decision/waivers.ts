import type { GatePolicy, Waiver } from '../policy/policy.ts';
import type { RequiredPair } from '../required/required-list.ts';

/** The waiver of a pair that is in force on a day, YYYY-MM-DD. */
export const waiverFor = (
  { requirement, documentType }: RequiredPair,
  policy: GatePolicy | undefined,
  day: string,
): Waiver | undefined =>
  policy?.waivers.find(
    (one) =>
      one.requirement === requirement &&
      day <= one.lastDay &&
      (one.documentType === undefined || one.documentType === documentType),
  );
