import { constraintId, type Component, type SimpleType } from '#xml/schema/model';
import type { Declared } from '#xml/schema/declarations';
import { attributeNamed } from '#xml/schema/declarations';
import { textOf, type XmlAttribute, type XmlElement } from '#xml/tree';
import type { Used } from './text/faults.ts';

/** Text that a simple type speaks of: that of an element, or of one of its attributes. */
export interface TextPlace extends Used {
  /** Undefined for the text of the element itself. */
  readonly attribute: Pick<XmlAttribute, 'name' | 'namespace'> | undefined;
  readonly text: string;
}

/** The texts at an element, its own first. */
export const textPlaces = (declared: Declared, node: XmlElement): readonly TextPlace[] => {
  const own = ownType(declared);
  const attributes = node.attributes.flatMap((attribute): readonly TextPlace[] => {
    const use = attributeNamed(declared.type, attribute);
    if (use === undefined) return [];
    const { declaration } = use;
    return [{ type: declaration.type, lexical: constraintId(declaration, 'type'), attribute, text: attribute.value }];
  });
  if (own === undefined) return attributes;
  return [{ ...own, attribute: undefined, text: textOf(node) }, ...attributes];
};

/** The simple type of an element's own text, where it has one. */
export const ownType = ({ element, type }: Declared): Used | undefined => {
  const simple = type.kind === 'simple' ? type : type.simple;
  return simple === undefined ? undefined : { type: simple, lexical: lexicalAt({ element, type }) };
};

/** Whoever names a built-in type states its lexical rule: the element, or the first complex type with simple content. */
const lexicalAt = ({ element, type }: Declared): string => {
  let now = type;
  while (now.kind === 'complex' && now.base.kind === 'complex' && now.base !== now) now = now.base;
  const owner: Component = now.kind === 'complex' ? now : element;
  return constraintId(owner, 'type');
};

/** Do values of a type have to keep a constraint, by a facet or by the lexical rule; the members of a union are judged as one. */
export const speaksOf = ({ type, lexical }: Used, constraint: string): boolean => {
  if (lexical === constraint || type.claims['type'] === constraint) return true;
  for (let now: SimpleType | undefined = type; now !== undefined; now = now.base) {
    if (now.claims['type'] === constraint || now.facets.some((facet) => facet.id === constraint)) return true;
    if (now.item !== undefined && speaksOf({ type: now.item, lexical }, constraint)) return true;
  }
  return false;
};
