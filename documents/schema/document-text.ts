import type { SchemaModel } from '#xml/schema/model';
import { allComponents, type Node } from '#xml/schema/walk';
import { plainStyle, serialize } from '#xml/serialize';
import { ncName } from '#xml/ncname';
import type { XmlElement } from '#xml/tree';
import { isOf } from './ties/ids.ts';
import { placesAt, textAt } from './ties/places.ts';
import { allOf, workOn } from './ties/work.ts';
import { normalise } from './values/white-space.ts';
import { wordsOf } from './values/words.ts';

/** Writes a document down, with a document type that declares the unparsed entities that its ENTITY values name (part 1, 3.14.4). */
export const documentText = (model: SchemaModel, tree: XmlElement): string => {
  const style = plainStyle();
  return serialize(tree, { ...style, declaration: documentTypeOf(model, tree) });
};

/** The document type that a document needs; empty when it names no unparsed entity. */
export const documentTypeOf = (model: SchemaModel, tree: XmlElement): string =>
  usesEntities(model) ? documentType(tree.name, entitiesIn(model, tree)) : '';

const known = new WeakMap<SchemaModel, boolean>();

const usesEntities = (model: SchemaModel): boolean => {
  const uses = known.get(model) ?? [...allComponents(model)].some(isEntity);
  known.set(model, uses);
  return uses;
};

const isEntity = (node: Node): boolean => {
  if (node.kind === 'attribute') return isOf(node.type, 'ENTITY');
  if (node.kind === 'element') return node.type.kind === 'simple' && isOf(node.type, 'ENTITY');
  return node.kind === 'complex' && node.simple !== undefined && isOf(node.simple, 'ENTITY');
};

const entitiesIn = (model: SchemaModel, tree: XmlElement): readonly string[] => [
  ...new Set(
    entityTextsIn(model, tree)
      .flatMap((text) => wordsOf(text))
      .filter((word) => isName.test(word)),
  ),
];

/** The values in a document whose type is ENTITY or made of it, white space collapsed. */
export const entityTextsIn = (model: SchemaModel, tree: XmlElement): readonly string[] =>
  allOf(workOn(model, tree))
    .flatMap(placesAt)
    .filter(({ type }) => isOf(type, 'ENTITY'))
    .map((place) => normalise(textAt(place) ?? '', 'collapse'));

/** Names as the fifth edition of XML has them, of which values are some. */
const isName = new RegExp(`^${ncName}$`, 'u');

const documentType = (root: string, entities: readonly string[]): string =>
  entities.length === 0
    ? ''
    : `<!DOCTYPE ${root} [<!NOTATION data SYSTEM "urn:example:data">${entities
        .map((name) => `<!ENTITY ${name} SYSTEM "urn:example:entity" NDATA data>`)
        .join('')}]>`;
