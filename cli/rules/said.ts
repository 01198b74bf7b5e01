import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { goalKinds } from '#documents/coverage/goal';
import { interactionShape } from '../pact/interactions/interaction-shape.ts';
import type { Given, Job } from './job.ts';

/** What the process that runs `rules.mjs` is to do. */
export interface Order {
  readonly directory: string;
  readonly isLocked: boolean;
  readonly job: Job;
}

/** What it says: what the job gives, and how it ended. */
export type Said =
  | Given
  | { readonly kind: 'failed'; readonly isUsage: boolean; readonly said: Bilingual }
  | { readonly kind: 'done' };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.optional(v.string());
const bilingual = v.strictObject({ nl: v.string(), en: v.string() });
const verdict = v.picklist(['untested', 'not-applicable']);

const entry = v.strictObject({
  kind: v.picklist(['valid', 'violation', 'variant', 'untested', 'not-applicable']),
  documentType: v.string(),
  ...{ file: text, constraint: text, operator: text, edited: text, variant: text, contentType: text },
  ...{ path: text, reason: text, seed: v.optional(v.number()) },
});

const never = v.strictObject({
  ...{ constraint: v.string(), documentType: v.string(), verdict },
  reason: bilingual,
});

const coverage = v.strictObject({
  ...{ seed: v.number(), documents: count, violations: count },
  goals: v.array(v.strictObject({ kind: v.picklist(goalKinds), id: v.string(), hits: count })),
  kinds: v.strictObject(v.entriesFromList(goalKinds, v.strictObject({ reached: count, all: count }))),
  untested: v.array(v.strictObject({ constraint: v.string(), reason: v.string() })),
});

const said = v.variant('kind', [
  v.strictObject({ kind: v.literal('rehearsed') }),
  v.strictObject({ kind: v.literal('made'), entry, bytes: text }),
  v.strictObject({ kind: v.literal('made-all'), documentType: v.string() }),
  v.strictObject({ kind: v.literal('never-broken'), never: v.array(never) }),
  v.strictObject({ kind: v.literal('line'), line: v.string() }),
  v.strictObject({ kind: v.literal('coverage'), coverage }),
  v.strictObject({ kind: v.literal('interactions'), interactions: v.array(interactionShape) }),
  v.strictObject({ kind: v.literal('failed'), isUsage: v.boolean(), said: bilingual }),
  v.strictObject({ kind: v.literal('done') }),
]);

/** Reads a line of that process; undefined for one that is none of ours: the code of others can write there too. */
export const readSaid = (line: string): Said | undefined => {
  const one = parsed(line);
  if (!v.is(said, one)) return undefined;
  return (one.kind === 'made' ? { ...one, bytes: one.bytes && Buffer.from(one.bytes, 'base64') } : one) as Said;
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** A line for the process that waits for it. */
export const writeSaid = (one: Said): string => {
  if (one.kind !== 'made' || one.bytes === undefined) return `${JSON.stringify(one)}\n`;
  return `${JSON.stringify({ ...one, bytes: Buffer.from(one.bytes).toString('base64') })}\n`;
};
