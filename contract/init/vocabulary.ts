import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readShaped } from '../description/description.ts';
import { allUses } from '../use.ts';
import { keys, oneOf, text } from '../description/description-values.ts';

/** What may stand at a place. */
export const placeKinds = [
  ...(['text', 'number', 'date', 'moment', 'list', 'binary', 'boolean', 'elements'] as const),
  // Hexadecimal: what is packed stands in base64.
  'other',
] as const;

const names = v.array(text);

const shape = keys({
  concepts: v.array(
    keys({
      ...{ role: text, names, kinds: v.array(oneOf(placeKinds)), values: v.optional(names), never: v.optional(names) },
      hints: v.optional(names),
      /** Letters in a name that make the place worth a question where nothing is bound to the use. */
      looks: v.optional(names),
      /** Set where code looks for such a place by its name. */
      use: v.optional(oneOf(allUses)),
    }),
  ),
  bodies: names,
  kinds: names,
  parties: names,
  documents: names,
  file: keys({ around: names, name: names, mediaType: names }),
  generic: names,
  answer: keys({
    ...{ number: names, published: names, scheduled: names, prepared: names },
    ...{ flag: names, failed: names, succeeded: names, code: names, text: names, element: names },
    ...{ result: names, well: names, refusal: names },
    severity: keys({ names, failed: names, succeeded: names }),
  }),
  header: keys({ username: names, password: names, id: names, reference: names }),
  fault: keys({ code: names, text: names, element: names }),
});

/** What things are called in services that take notices. */
export type Vocabulary = v.InferOutput<typeof shape>;

/** A thing that a delivery can hold, and what shows that a place is for it. */
export type Concept = Vocabulary['concepts'][number];

/** The words that come with the suite. */
export const readVocabulary = (): Vocabulary => {
  const file = fileURLToPath(new URL('words.yaml', import.meta.url));
  return readShaped(shape, file, readFileSync(file)).entries;
};
