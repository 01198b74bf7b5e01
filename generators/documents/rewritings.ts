import fc from 'fast-check';
import type { QName, SchemaModel } from '#xml/schema/model';
import { plainStyle, serialize } from '#xml/serialize';
import { xsi } from '#xml/schema/names';
import { attributeOf, type XmlElement } from '#xml/tree';
import type { Writing } from '../pack.ts';
import { documentTypeOf } from '../schema/document-text.ts';
import { holdsNames } from '../schema/values/names-in-text.ts';
import { attributeOrder } from '../variant/attribute-order.ts';
import { cdata } from '../variant/cdata.ts';
import { characterReferences } from '../variant/character-references.ts';
import { comments } from '../variant/comments.ts';
import { defaultNamespace } from '../variant/default-namespace.ts';
import { utf16BigEndian, utf16LittleEndian, utf8WithMark, xmlDeclaration } from '../variant/encodings.ts';
import { otherPrefixes } from '../variant/other-prefixes.ts';
import type { Rewrite, Rewriting } from '../variant/rewriting.ts';
import { whiteSpace } from '../variant/white-space.ts';
import { sitesOf } from '../violation/sites.ts';
import { textPlaces } from '../violation/text-places.ts';
import { treesOf } from './valid-documents.ts';
import type { Subject } from './subject.ts';

const rewrites = {
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
} as const satisfies Readonly<Record<string, Rewrite>>;

export type Rewritten = keyof typeof rewrites;

/** The ways to write any document in other bytes with the same meaning. */
export const rewritings = Object.keys(rewrites) as readonly Rewritten[];

/** A valid document, written in another way. */
export interface DocumentVariant {
  readonly tree: XmlElement;
  readonly bytes: Uint8Array;
}

/** Valid documents in one other way of writing; undefined where it would change what a document says. */
export const variantsOf = (subject: Subject, root: QName, kind: Rewritten): fc.Arbitrary<DocumentVariant | undefined> =>
  fc
    .tuple(treesOf(subject, root), rewrites[kind](usual))
    .map(([tree, rewriting]) =>
      changesMeaning[kind]?.(subject.model, tree) === true
        ? undefined
        : { tree, bytes: written(subject.model, tree, rewriting) },
    );

const writing: Writing = { style: () => plainStyle(), encode: (text) => Buffer.from(text) };
const usual: Rewriting = {
  packing: { message: writing, payload: writing, compression: 'deflated' },
  contentType: 'application/xml',
  chunked: false,
};

/** In mixed content white space is text. */
const isMixed = (model: SchemaModel, tree: XmlElement): boolean =>
  sitesOf(model, tree).some(({ type }) => type.kind === 'complex' && type.mixed);

/** A name without a prefix in a value means another one below a default namespace. */
const namesWithoutPrefix = (model: SchemaModel, tree: XmlElement): boolean =>
  sitesOf(model, tree).some(
    (site) =>
      attributeOf(site.node, 'type', xsi)?.includes(':') === false ||
      textPlaces(site, site.node).some(({ type, text }) => holdsNames(type) && !text.includes(':')),
  );

const changesMeaning: Partial<Readonly<Record<Rewritten, (model: SchemaModel, tree: XmlElement) => boolean>>> = {
  'white-space': isMixed,
  'default-namespace': namesWithoutPrefix,
};

const written = (model: SchemaModel, tree: XmlElement, { packing }: Rewriting): Uint8Array => {
  const { style, encode, declared } = packing.message;
  const own = style();
  const declaration = own.declaration + documentTypeOf(model, tree);
  const whole = declared === undefined ? tree : { ...tree, prefixes: { ...declared, ...tree.prefixes } };
  return encode(serialize(whole, { ...own, declaration }));
};
