import * as v from 'valibot';
import { grounds } from '#contract/grounds/ground';
import { type RequirementId, isRequirementId } from '#judgement/requirements/registry';

/** Version of the record below; a reader refuses any other. */
export const requiredVersion = 1;

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const pair = v.strictObject({
  requirement: v.custom<RequirementId>((said) => typeof said === 'string' && isRequirementId(said)),
  /** Of a document type, or of the evidence as a whole. */
  documentType: v.optional(text),
  level: v.picklist(['MUST', 'SHOULD', 'REPORT']),
  ground: v.picklist(grounds),
  /** Deliveries that have to show it; 0 where it counts only if it is seen. */
  deliveries: count,
  /** The day from which it counts, YYYY-MM-DD, for a requirement that was added later; before it is told. */
  from: v.optional(text),
});

const shape = v.strictObject({
  version: v.literal(requiredVersion),
  suite: text,
  contract: v.strictObject({ id: text, digest: text }),
  phase: v.picklist([1, 2, 3, 4]),
  documentTypes: v.array(v.strictObject({ name: text, accepted: count })),
  pairs: v.array(pair),
});

/** The pairs of requirement and document type that a phase demands, frozen for a contract and suite version: `required.json`. */
export type RequiredList = v.InferOutput<typeof shape>;

/** One demand of a phase. */
export type RequiredPair = RequiredList['pairs'][number];

/** The list in a text; undefined for any other text. */
export const readRequired = (json: string): RequiredList | undefined => {
  try {
    const parsed: unknown = JSON.parse(json);
    return v.is(shape, parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};
