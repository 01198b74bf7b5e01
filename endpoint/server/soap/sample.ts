import type { QName } from '#xml/qname';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, SimpleType } from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import { xsi } from '#xml/schema/names';
import { attributeOf, element, elementsOf, textOf, type XmlAttribute, type XmlElement } from '#xml/tree';
import { sampleText } from './sample-text.ts';

/** Text for the element or attribute at a path of names below the root, null for an element that is nil; undefined leaves it to the schema. */
export type Values = ReadonlyMap<string, string | null>;

/** The smallest valid element with the given texts in it; undefined when the schema has no such element. */
export const sampleElement = (model: SchemaModel, root: QName, values: Values): XmlElement | undefined => {
  const declaration = model.elements.get(keyOf(root));
  return declaration && sample(declaration, '', values);
};

/** The text at a path of names below an element; empty where there is none. */
export const textAt = (around: XmlElement, [first = '', ...rest]: readonly string[]): string => {
  if (first === '') return textOf(around);
  if (first.startsWith('@')) return attributeOf(around, first.slice(1)) ?? '';
  const child = elementsOf(around).find(({ name }) => name === first);
  return child === undefined ? '' : textAt(child, rest);
};

/** The values of the list that an element or attribute at a path of names takes; none where it takes more. */
export const listedAt = (model: SchemaModel, root: QName, path: string): readonly string[] => {
  const type = simpleTypeAt(model, root, path);
  return type === undefined ? [] : enumeratedIn(type);
};

const enumeratedIn = ({ facets, base }: SimpleType): readonly string[] => {
  const own = facets
    .filter(({ kind }) => kind === 'enumeration')
    .flatMap(({ values }) => values.map((one) => one.text));
  return own.length > 0 || base === undefined ? own : enumeratedIn(base);
};

/** A text that the element or attribute at a path of names takes; empty where the schema has none there. */
export const sampleAt = (model: SchemaModel, root: QName, path: string): string => {
  const type = simpleTypeAt(model, root, path);
  return type === undefined ? '' : sampleText(type);
};

const sample = (declaration: ElementDeclaration, path: string, values: Values): XmlElement => {
  const { namespace, name } = declaration.name;
  const { type } = declaration;
  const given = values.get(path);
  if (given === null) return element(namespace, name, [], [{ namespace: xsi, name: 'nil', value: 'true' }]);
  if (type.kind === 'simple')
    return element(namespace, name, text(given ?? declaration.value?.value ?? sampleText(type)));
  const attributes = attributesOf(type, path, values);
  if (type.simple !== undefined) return element(namespace, name, text(given ?? sampleText(type.simple)), attributes);
  const children = type.particle === undefined ? [] : particle(type.particle, path, values);
  return element(namespace, name, children, attributes);
};

const text = (value: string): readonly string[] => (value === '' ? [] : [value]);

const attributesOf = (type: ComplexType, path: string, values: Values): readonly XmlAttribute[] =>
  type.attributes.flatMap(({ declaration, required, value }) => {
    const given = values.get(below(path, `@${declaration.name.name}`));
    if (given === undefined && !required) return [];
    return [{ ...declaration.name, value: given ?? value?.value ?? sampleText(declaration.type) }];
  });

const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** Required particles, and those that hold a given text; of a choice the branch that holds one, else the first. */
const particle = ({ term, min }: Particle, path: string, values: Values): readonly XmlElement[] => {
  if (term.kind === 'any' || (min === 0 && !isWanted(term, path, values))) return [];
  if (term.kind === 'element') return [sample(term, below(path, term.name.name), values)];
  if (term.kind !== 'choice') return term.particles.flatMap((one) => particle(one, path, values));
  const branch = term.particles.find((one) => isWanted(one.term, path, values)) ?? term.particles[0];
  return branch === undefined ? [] : particle(branch, path, values);
};

const isWanted = (term: Particle['term'], path: string, values: Values): boolean => {
  if (term.kind === 'any') return false;
  if (term.kind !== 'element') return term.particles.some((one) => isWanted(one.term, path, values));
  const own = below(path, term.name.name);
  return [...values.keys()].some((key) => key === own || key.startsWith(`${own}/`));
};

/** The most characters that an element takes at a path of names, by the maxLength and length facets. */
export const longestAt = (model: SchemaModel, root: QName, path: string): number => {
  const type = simpleTypeAt(model, root, path);
  return type === undefined ? Infinity : longest(type);
};

const simpleTypeAt = (model: SchemaModel, root: QName, path: string): SimpleType | undefined => {
  const [elements = '', attribute] = path.split(/\/?@/);
  let declaration = model.elements.get(keyOf(root));
  for (const name of elements.split('/').filter((one) => one !== ''))
    declaration = declaration && childNamed(declaration, name);
  const type = declaration?.type;
  if (type?.kind !== 'complex') return type;
  if (attribute === undefined) return type.simple;
  return type.attributes.find((one) => one.declaration.name.name === attribute)?.declaration.type;
};

const childNamed = ({ type }: ElementDeclaration, name: string): ElementDeclaration | undefined =>
  type.kind === 'complex' && type.particle !== undefined ? inParticle(type.particle, name) : undefined;

const inParticle = ({ term }: Particle, name: string): ElementDeclaration | undefined => {
  if (term.kind === 'any') return undefined;
  if (term.kind === 'element') return term.name.name === name ? term : undefined;
  return term.particles.map((one) => inParticle(one, name)).find((found) => found !== undefined);
};

const longest = (type: SimpleType): number => {
  const own = type.facets
    .filter(({ kind }) => kind === 'maxLength' || kind === 'length')
    .map(({ values }) => Number(values[0]?.text));
  return Math.min(...own, type.base === undefined ? Infinity : longest(type.base));
};
