import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { isDay } from '#contract/texts/is-day';
import { noJson, problemOf } from '#contract/texts/shape-problem';

/** Version of the record below; a reader refuses any other. */
export const attestationVersion = 1;

/** The identifier of a published notice: medium, year, number (DC.identifier of published notices). */
export const publicationId = /^(?:gmb|prb|wsb|bgr|stcrt)-\d{4}-\d+$/;

const text = v.pipe(v.string(), v.nonEmpty());

/** ISO 8601 to the day at least, on a day that exists. */
export const isMoment = (said: string): boolean =>
  isDay(said.slice(0, 10)) && /^(?:T|$)/.test(said.slice(10)) && !Number.isNaN(Date.parse(said));

const moment = v.pipe(text, v.check(isMoment));

const shape = v.strictObject({
  type: v.literal('attestation'),
  version: v.literal(attestationVersion),
  /** When it was recorded, ISO 8601. */
  at: moment,
  suite: text,
  publication: v.pipe(text, v.regex(publicationId)),
  seenBy: text,
  seenAt: moment,
  documentType: v.optional(text),
  reference: v.optional(text),
  note: v.optional(text),
  /** The run of phase 4 that it goes with. */
  run: v.optional(text),
  profile: v.optional(text),
});

/** That a person saw a notice published which the vendor's own system had delivered: one line of `attestations.ndjson`. */
export type Attestation = v.InferOutput<typeof shape>;

/** The attestation in a line, or why there is none. */
export const readAttestation = (
  line: string,
): { readonly attestation: Attestation } | { readonly problem: Bilingual } => {
  try {
    const parsed: unknown = JSON.parse(line);
    const { success, output, issues } = v.safeParse(shape, parsed);
    if (success) return { attestation: output };
    return { problem: problemOf(issues[0]) };
  } catch {
    return { problem: noJson };
  }
};
