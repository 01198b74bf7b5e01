import fc from 'fast-check';
import type { SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { plainStyle, serialize } from '#xml/serialize';
import { xsi } from '#xml/schema/names';
import { attributeOf, type XmlElement } from '#xml/tree';
import { documentTypeOf } from './schema/document-text.ts';
import { holdsNames } from './schema/values/holds-names.ts';
import { sitesOf } from './violation/sites.ts';
import { textPlaces } from './violation/text-places.ts';
import { treesOf } from './valid-documents.ts';
import type { Subject } from './subject.ts';
import { rewrites } from './variant/rewrites.ts';
import type { Rewriting } from './variant/rewriting.ts';
import type { Writing } from './writing.ts';

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
const usual: Rewriting = { message: writing, payload: writing, contentType: 'application/xml' };

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
  'windows-line-ends': isMixed,
  'default-namespace': namesWithoutPrefix,
};

const written = (model: SchemaModel, tree: XmlElement, { message }: Rewriting): Uint8Array => {
  const { style, encode, declared } = message;
  const own = style();
  const declaration = own.declaration + documentTypeOf(model, tree);
  const whole = declared === undefined ? tree : { ...tree, prefixes: { ...declared, ...tree.prefixes } };
  return encode(serialize(whole, { ...own, declaration }));
};
