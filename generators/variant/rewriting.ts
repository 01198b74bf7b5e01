import type fc from 'fast-check';
import type { Style } from '#xml/serialize';
import type { Packing, Writing } from '../pack.ts';

/** How a message is written down and sent. */
export interface Rewriting {
  readonly packing: Packing;
  readonly contentType: string;
  readonly chunked: boolean;
}

/** One kind of variant: ways to write and send a message that leave its meaning as it is. */
export type Rewrite = (usual: Rewriting) => fc.Arbitrary<Rewriting>;

/** Changes the style of the envelope and of what is packed in it. */
export const restyle = (usual: Rewriting, change: (style: Style) => Style): Rewriting => ({
  ...usual,
  packing: {
    ...usual.packing,
    message: restyled(usual.packing.message, change),
    payload: restyled(usual.packing.payload, change),
  },
});

const restyled = (writing: Writing, change: (style: Style) => Style): Writing => ({
  ...writing,
  style: () => change(writing.style()),
});

/** Changes how the envelope is written, and leaves what is packed in it. */
export const rewriteMessage = (usual: Rewriting, change: (message: Writing) => Writing): Rewriting => ({
  ...usual,
  packing: { ...usual.packing, message: change(usual.packing.message) },
});
