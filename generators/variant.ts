import fc from 'fast-check';
import { soapNamespace } from '#judgement/answer';
import type { VariantKind } from '#judgement/requirements/variants';
import { deliveryOf, type Delivery } from './delivery.ts';
import { rewrites } from '#documents/variant/rewrites';
import { withEmptyElement } from './edges/emptied.ts';
import { equalValues } from './equal-values.ts';
import { noWishes, validDrafts } from './drafts.ts';
import type { Generation } from './generation.ts';
import { plainPacking } from './pack.ts';
import {
  attributeOnBody,
  base64InLines,
  charsetInQuotes,
  chunked,
  declaredInBody,
  expectContinue,
  zipAnnotated,
  zipDeflated,
  zipStored,
  zipStreamed,
  type Transfer,
} from './transfer.ts';
import { typedRequest } from './typed-request.ts';

/** A valid delivery in other bytes than the usual ones, with the same meaning. */
export interface Variant extends Delivery {
  readonly kind: VariantKind;
  readonly contentType: string;
  /** Sent in chunked transfer coding. */
  readonly chunked: boolean;
  /** Sent with `Expect: 100-continue`. */
  readonly asksFirst: boolean;
}

/** A delivery can also be sent, and its payloads packed, in other ways. */
const ways: Readonly<Record<VariantKind, (usual: Transfer, generation: Generation) => fc.Arbitrary<Transfer>>> = {
  ...rewrites,
  'declarations-in-body': declaredInBody,
  'attribute-on-body': attributeOnBody,
  'schema-attributes': typedRequest,
  'equal-values': equalValues,
  'charset-in-quotes': charsetInQuotes,
  chunked,
  'expect-continue': expectContinue,
  'base64-in-lines': base64InLines,
  'zip-stored': zipStored,
  'zip-deflated': zipDeflated,
  'zip-streamed': zipStreamed,
  'zip-annotated': zipAnnotated,
};

/** The kinds of variants that there are. */
export const variantKinds = Object.keys(ways) as readonly VariantKind[];

/** Valid deliveries of a document type, written and sent in one kind of other way. */
export const variant = (generation: Generation, documentType: string, kind: VariantKind): fc.Arbitrary<Variant> => {
  const usual: Transfer = {
    ...plainPacking(generation.contract),
    envelope: soapNamespace,
    contentType: 'text/xml; charset=utf-8',
    chunked: false,
    asksFirst: false,
  };
  return fc
    .tuple(validDrafts(generation, documentType, noWishes), ways[kind](usual, generation))
    .map(([draft, transfer]) => ({
      // What is written as a pair of tags or as one has to be there.
      ...deliveryOf(generation, kind === 'attribute-order' ? withEmptyElement(generation, draft) : draft, transfer),
      kind,
      contentType: transfer.contentType,
      chunked: transfer.chunked,
      asksFirst: transfer.asksFirst,
    }));
};
