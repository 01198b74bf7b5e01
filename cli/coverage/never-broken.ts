import type { Generation } from '#generators/generation';
import { violable } from '#generators/violation';
import type { NeverBroken } from '#evidence/event';

/** The constraints that can't be broken in a document type, and why. */
export const neverBroken = (generation: Generation): readonly NeverBroken[] =>
  generation.contract.documentTypes.flatMap(({ name: documentType }) =>
    violable(generation, documentType).flatMap((one): readonly NeverBroken[] =>
      one.violable ? [] : [{ constraint: one.constraint.id, documentType, verdict: one.verdict, reason: one.reason }],
    ),
  );
