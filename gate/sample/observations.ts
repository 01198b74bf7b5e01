import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { isDay } from '#contract/texts/is-day';
import { noJson, problemOf, withoutMark } from '#contract/texts/shape-problem';

/** Version of the records below; a reader refuses any other. */
const observationsVersion = 1;

const text = v.string();
const filled = v.pipe(text, v.trim(), v.nonEmpty());

const dossier = v.strictObject({ number: filled, documentType: filled, marks: v.array(text) });

/** Dossiers that were drawn from evidence, to be looked up. */
const sampleShape = v.strictObject({
  type: v.literal('sample'),
  version: v.literal(observationsVersion),
  at: v.pipe(text, v.isoTimestamp()),
  /** SHA-256 of the journal that it was drawn from. */
  evidence: filled,
  vendor: text,
  phase: v.picklist([1, 2, 3, 4]),
  dossiers: v.array(dossier),
});

const observation = v.strictObject({
  number: filled,
  found: v.picklist(['klopt', 'wijkt af']),
  remark: text,
});

const shape = v.strictObject({
  type: v.literal('observations'),
  version: v.literal(observationsVersion),
  sample: sampleShape,
  by: filled,
  date: v.pipe(text, v.check(isDay)),
  observations: v.array(observation),
});

/** What a person saw of the dossiers of a sample. */
export type Observations = v.InferOutput<typeof shape>;

/** The observations in a text, or what is wrong with it. */
export const readObservations = (
  json: string,
): { readonly observations: Observations } | { readonly problem: Bilingual } => {
  try {
    const parsed: unknown = JSON.parse(withoutMark(json));
    const { success, output, issues } = v.safeParse(shape, parsed);
    if (success) return { observations: output };
    return { problem: problemOf(issues[0]) };
  } catch {
    return { problem: noJson };
  }
};
