import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const reason = v.optional(v.object({ nl: v.string(), en: v.string() }));

const cell = v.object({
  state: v.picklist(['violated', 'missed', 'untested', 'not-applicable']),
  ...{ violations: count, refused: count, valid: count, reason },
});

/** The shape of `coverage.json`. */
export const runCoverageShape = v.object({
  version: v.literal(1),
  runId: v.string(),
  contract: v.object({ id: v.string(), digest: v.string() }),
  documentTypes: v.array(v.string()),
  counts: v.object({ all: count, violated: count, valid: count, never: count }),
  constraints: v.array(
    v.object({ constraint: v.string(), violations: count, valid: count, documentTypes: v.record(v.string(), cell) }),
  ),
});
