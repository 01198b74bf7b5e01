import fc from 'fast-check';
import type { VariantKind } from '#judgement/requirements/variants';
import { deliveryOf, type Delivery } from './delivery.ts';
import { noWishes, validDrafts } from './drafts.ts';
import type { Generation } from './generation.ts';
import { plainPacking } from './pack.ts';
import { attributeOrder } from './variant/attribute-order.ts';
import { cdata } from './variant/cdata.ts';
import { characterReferences } from './variant/character-references.ts';
import { comments } from './variant/comments.ts';
import { defaultNamespace } from './variant/default-namespace.ts';
import { utf16BigEndian, utf16LittleEndian, utf8WithMark, xmlDeclaration } from './variant/encodings.ts';
import { otherPrefixes } from './variant/other-prefixes.ts';
import type { Rewrite } from './variant/rewriting.ts';
import { chunked, zipDeflated, zipStored } from './variant/transfer.ts';
import { whiteSpace } from './variant/white-space.ts';

/** A valid delivery in other bytes than the usual ones, with the same meaning. */
export interface Variant extends Delivery {
  readonly kind: VariantKind;
  readonly contentType: string;
  /** Sent in chunked transfer coding. */
  readonly chunked: boolean;
}

const rewrites: Readonly<Record<VariantKind, Rewrite>> = {
  'other-prefixes': otherPrefixes,
  'default-namespace': defaultNamespace,
  'attribute-order': attributeOrder,
  'character-references': characterReferences,
  cdata,
  comments,
  'white-space': whiteSpace,
  'utf-16-little-endian': utf16LittleEndian,
  'utf-16-big-endian': utf16BigEndian,
  'byte-order-mark': utf8WithMark,
  'xml-declaration': xmlDeclaration,
  chunked,
  'zip-stored': zipStored,
  'zip-deflated': zipDeflated,
};

/** The kinds of variants that there are. */
export const variantKinds = Object.keys(rewrites) as readonly VariantKind[];

/** Valid deliveries of a document type, written and sent in one kind of other way. */
export const variant = (generation: Generation, documentType: string, kind: VariantKind): fc.Arbitrary<Variant> => {
  const usual = { packing: plainPacking(generation.contract), contentType: 'text/xml; charset=utf-8', chunked: false };
  return fc
    .tuple(validDrafts(generation, documentType, noWishes), rewrites[kind](usual))
    .map(([draft, { packing, contentType, chunked: inChunks }]) => ({
      ...deliveryOf(generation, draft, packing),
      kind,
      contentType,
      chunked: inChunks,
    }));
};
