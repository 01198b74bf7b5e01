import fc from 'fast-check';
import type { XmlElement } from '#xml/tree';
import type { Draft } from './draft/draft.ts';
import { noWishes, validDrafts } from './drafts.ts';
import type { Generation } from './generation.ts';
import { ownHeaders } from './filled-element.ts';
import { openNumber } from './marks.ts';
import { pack, plainPacking, type Packing } from './pack.ts';

/** A delivery that can be sent under any number; the bytes are the same each time they are asked for. */
export interface Delivery {
  readonly documentType: string;
  readonly draft: Draft;
  /** The whole SOAP envelope under a number of twelve digits, with these entries in its header. */
  readonly message: (number: string, headers?: readonly XmlElement[]) => Uint8Array;
}

/** Valid deliveries of a document type; throws `DeliveryError` for one that the oracle finds anything wrong with. */
export const validDelivery = (generation: Generation, documentType: string): fc.Arbitrary<Delivery> =>
  validDrafts(generation, documentType, noWishes).map((draft) => deliveryOf(generation, draft));

/** The delivery of a draft, written in the usual way or another. */
export const deliveryOf = (
  { contract, runId }: Generation,
  draft: Draft,
  packing: Packing = plainPacking(contract),
): Delivery => ({
  documentType: draft.documentType,
  draft,
  message: (number, headers = []) =>
    pack(draft, packing, { runId, number, headers: [...ownHeaders(contract, { runId, number }), ...headers] }),
  ...readable(draft.documentType, () => pack(draft, packing, { runId, number: openNumber, headers: [] })),
});

/** How fast-check shows a delivery: by its size, as it would print every byte of every tree otherwise. */
const readable = (documentType: string, bytes: () => Uint8Array): object => ({
  [fc.toStringMethod]: () => `${documentType} (${String(bytes().length)} bytes)`,
});
