import type fc from 'fast-check';
import { pathOf } from '#contract/bindings';
import { type Delivery, deliveryOf, validDelivery } from './delivery.ts';
import { type Draft, changePayload } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { plainPacking } from './pack.ts';

/** A valid delivery whose message has at least this many bytes, since its content is long and not compressed. */
export const longDelivery = (
  generation: Generation,
  documentType: string,
  leastBytes: number,
): fc.Arbitrary<Delivery> =>
  validDelivery(generation, documentType).map(({ draft }) =>
    deliveryOf(generation, lengthened(generation, draft, leastBytes), {
      ...plainPacking(generation.contract),
      compression: 'stored',
    }),
  );

/** Repeats the paragraphs of the content until it is long enough; a PDF gets a comment behind its end. */
const lengthened = ({ contract, workshop: { roles } }: Generation, draft: Draft, leastBytes: number): Draft => {
  const paragraph = pathOf(contract, 'notice');
  const paragraphs = paragraph === undefined ? [] : roles.all(draft, paragraph);
  if (paragraph === undefined || paragraphs.length === 0) return withPadding(draft, leastBytes);
  const length = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const doublings = Math.ceil(Math.log2(Math.max(2, leastBytes / Math.max(1, length))));
  return Array.from({ length: doublings }).reduce<Draft>((open) => roles.repeat(open, paragraph), draft);
};

const withPadding = (draft: Draft, bytes: number): Draft =>
  Object.keys(draft.payloads).reduce(
    (open, key) =>
      changePayload(open, key, (payload) => ({
        ...payload,
        files: payload.files.map((file) =>
          file.content instanceof Uint8Array ? { ...file, content: padded(file.content, bytes) } : file,
        ),
      })),
    draft,
  );

const padded = (content: Uint8Array, bytes: number): Uint8Array =>
  Buffer.concat([content, Buffer.from(`\n%${'x'.repeat(bytes)}\n`)]);
