import { attributeOrder } from './attribute-order.ts';
import { cdata } from './cdata.ts';
import { characterReferences } from './character-references.ts';
import { comments } from './comments.ts';
import { defaultNamespace } from './default-namespace.ts';
import { utf16BigEndian, utf16LittleEndian, utf8WithMark, xmlDeclaration } from './encodings.ts';
import { lineEnds } from './line-ends.ts';
import { otherPrefixes } from './other-prefixes.ts';
import { ownDeclarations } from './own-declarations.ts';
import type { Rewrite } from './rewriting.ts';
import { whiteSpace } from './white-space.ts';

/** The ways to write any XML document in other bytes with the same meaning. */
export const rewrites = {
  'other-prefixes': otherPrefixes,
  'default-namespace': defaultNamespace,
  'own-declarations': ownDeclarations,
  'attribute-order': attributeOrder,
  'character-references': characterReferences,
  cdata,
  comments,
  'white-space': whiteSpace,
  'windows-line-ends': lineEnds,
  'utf-16-little-endian': utf16LittleEndian,
  'utf-16-big-endian': utf16BigEndian,
  'byte-order-mark': utf8WithMark,
  'xml-declaration': xmlDeclaration,
} as const satisfies Readonly<Record<string, Rewrite>>;
