import type fc from 'fast-check';
import type { Style } from '#xml/serialize';
import type { Writing } from '../writing.ts';

/** How a message is written: a document, and the documents that are packed in its text. */
export interface Rewriting {
  readonly message: Writing;
  readonly payload: Writing;
  readonly contentType: string;
  /** Namespace of the elements that wrap the document; undefined when nothing does. */
  readonly envelope?: string;
}

/** One kind of variant: ways to write a message that leave its meaning as it is. */
export type Rewrite = <Usual extends Rewriting>(usual: Usual) => fc.Arbitrary<Usual>;

/** Changes the style of the message and of what is packed in it. */
export const restyle = <Usual extends Rewriting>(usual: Usual, change: (style: Style) => Style): Usual => ({
  ...usual,
  message: restyled(usual.message, change),
  payload: restyled(usual.payload, change),
});

const restyled = (writing: Writing, change: (style: Style) => Style): Writing => ({
  ...writing,
  style: () => change(writing.style()),
});

/** Changes how the message is written, and leaves what is packed in it. */
export const rewriteMessage = <Usual extends Rewriting>(
  usual: Usual,
  change: (message: Writing) => Writing,
): Usual => ({
  ...usual,
  message: change(usual.message),
});
