import * as v from 'valibot';

/** What Pact's verifier found of one interaction. */
export interface VerifiedInteraction {
  readonly description: string;
  readonly isKept: boolean;
  /** What differs, one sentence each; empty where it is kept. */
  readonly differences: readonly string[];
}

/** What Pact's verifier found of a pact. */
export interface Verification {
  readonly interactions: readonly VerifiedInteraction[];
}

/** The verifier said something that is no result. */
class NoVerification extends Error {
  override readonly name = 'NoVerification';
}

/** Pact writes null for what is not there. */
const text = v.nullish(v.string(), '');

const mismatch = v.object({
  mismatches: v.optional(v.array(v.object({ type: v.string(), mismatch: text, path: text, key: text }))),
  message: text,
});

const result = v.object({
  interactionResults: v.array(v.object({ description: v.string(), result: v.string(), mismatch: v.nullish(mismatch) })),
});

/** Reads the result of Pact's verifier, which it returns or throws as JSON. Throws `NoVerification`. */
export const readVerification = (json: string): Verification => {
  const read = v.safeParse(result, parsed(json));
  if (!read.success)
    throw new NoVerification(`Pact's verifier did not say what it found: ${json.trim().slice(0, 2000)}`);
  return {
    interactions: read.output.interactionResults.map(({ description, result: said, mismatch: found }) => ({
      description,
      isKept: said === 'OK',
      differences: said === 'OK' ? [] : differencesIn(found),
    })),
  };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

type Mismatch = v.InferOutput<typeof mismatch>;

const differencesIn = (found: Mismatch | null | undefined): readonly string[] => {
  const all = (found?.mismatches ?? []).map(({ type, mismatch: said, path, key }) => {
    const place = path === '' ? key : placeOf(path);
    return [place, said === '' ? type : said].filter((part) => part !== '').join(': ');
  });
  if (all.length > 0) return all;
  return [found === null || found === undefined || found.message === '' ? 'no reason is given' : found.message];
};

/** `/Envelope/Body/…` in place of the paths of Pact, which name the namespace in each step. */
const placeOf = (path: string): string => {
  const steps = [...path.matchAll(/\['(@?)(?:[^']*:)?([^':]+)'\]|\.([^.[]+)/g)];
  return steps.map(([, mark = '', name, other]) => `/${mark}${name ?? other ?? ''}`).join('') || path;
};
