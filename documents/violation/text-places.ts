import {
  constraintId,
  type AttributeDeclaration,
  type Component,
  type FacetKind,
  type SimpleType,
} from '#xml/schema/model';
import { attributeAt, type Declared } from '#xml/schema/declarations';
import { textOf, type XmlAttribute, type XmlElement } from '#xml/tree';
import type { Used } from './text/faults.ts';

/** Text that a simple type governs: that of an element, or of one of its attributes. */
export interface TextPlace extends Used {
  /** Undefined for the text of the element itself. */
  readonly attribute: Pick<XmlAttribute, 'name' | 'namespace'> | undefined;
  readonly text: string;
}

/** The texts at an element, its own first. */
export const textPlaces = (declared: Declared, node: XmlElement): readonly TextPlace[] => {
  const own = ownType(declared);
  const attributes = node.attributes.flatMap((attribute): readonly TextPlace[] => {
    const use = attributeAt(declared, attribute);
    if (use === undefined) return [];
    const { declaration } = use;
    return [{ ...usedBy(declaration), attribute, text: attribute.value }];
  });
  if (own === undefined) return attributes;
  return [{ ...own, attribute: undefined, text: textOf(node) }, ...attributes];
};

/** The simple type of an attribute. */
export const usedBy = (declaration: AttributeDeclaration): Used => ({
  type: declaration.type,
  lexical: constraintId(declaration, 'type'),
  filled: false,
});

/** The simple type of an element's own text, where it has one. */
export const ownType = ({ element, type }: Pick<Declared, 'element' | 'type'>): Used | undefined => {
  const simple = type.kind === 'simple' ? type : type.simple;
  return simple === undefined
    ? undefined
    : { type: simple, lexical: lexicalAt({ element, type }), filled: element.value !== undefined };
};

/** The component that names a built-in type states its lexical rule: the element, or the first complex type with simple content. */
const lexicalAt = ({ element, type }: Pick<Declared, 'element' | 'type'>): string => {
  let now = type;
  while (now.kind === 'complex' && now.base.kind === 'complex' && now.base !== now) now = now.base;
  const owner: Component = now.kind === 'complex' ? now : element;
  return constraintId(owner, 'type');
};

/**
 * Can values of a type break a constraint that it has, by a facet or by the lexical rule. The members of a union are judged
 * as one; a facet that a later step sets anew is never broken by itself, patterns aside.
 */
export const speaksOf = ({ type, lexical }: Used, constraint: string): boolean => {
  if (lexical === constraint && type.builtin) return true;
  const set = new Set<FacetKind>();
  for (let now: SimpleType | undefined = type; now !== undefined; now = now.base) {
    if (now.claims['type'] === constraint) return true;
    if (now.facets.some(({ id, kind }) => id === constraint && !set.has(kind))) return true;
    for (const { kind } of now.facets) if (kind !== 'pattern') set.add(kind);
  }
  return type.item !== undefined && speaksOf({ type: type.item, lexical, filled: false }, constraint);
};
