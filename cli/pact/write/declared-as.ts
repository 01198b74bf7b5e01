import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { keyOf, sameName } from '#xml/qname';
import { attributeOf, type XmlElement } from '#xml/tree';

/** What declares a child: its parent's type, or the schema as a whole for one that stands in for another or that a wildcard takes. */
export const declaredAs = (
  model: SchemaModel,
  { particle }: ComplexType,
  child: XmlElement,
): ElementDeclaration | undefined =>
  declarationsIn(particle).find(({ name }) => sameName(name, child)) ?? model.elements.get(keyOf(child));

/** The elements that a particle can hold, at any depth of its groups. */
const declarationsIn = (particle: Particle | undefined): readonly ElementDeclaration[] => {
  if (particle === undefined || particle.term.kind === 'any') return [];
  return particle.term.kind === 'element' ? [particle.term] : particle.term.particles.flatMap(declarationsIn);
};

/** The type that an element names itself by `xsi:type`; undefined for one that names none, or one of several by that name. */
export const typeNamedIn = (model: SchemaModel, element: XmlElement): Type | undefined => {
  const said = attributeOf(element, 'type', xsi);
  if (said === undefined) return undefined;
  const name = said.slice(said.indexOf(':') + 1);
  const named = [...model.types.values()].filter((type) => type.name?.name === name);
  return named.length === 1 ? named[0] : undefined;
};
