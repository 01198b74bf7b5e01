import type { AttributeDeclaration, AttributeUse, ElementDeclaration, SimpleType, Type } from '#xml/schema/model';

/** What no text is found for: a type without values, or a declaration whose fixed value goes too far. */
export type Textless = SimpleType | ElementDeclaration | AttributeDeclaration | AttributeUse;

/** Remembers what was found to have no text. */
export interface Lacks {
  readonly add: (one: Textless) => void;
  readonly has: (one: Textless) => boolean;
  /** Tells whether an attribute, or a global one, was found to have no text. */
  readonly inAttribute: (attribute: AttributeUse | AttributeDeclaration) => boolean;
  /** Tells whether an attribute that a type asks for has no text. */
  readonly inAttributesOf: (type: Type) => boolean;
}

/** Creates a memory in which nothing lacks anything yet. */
export const createLacks = (): Lacks => {
  const textless = new Set<Textless>();
  const inAttribute = (attribute: AttributeUse | AttributeDeclaration): boolean => {
    if (textless.has(attribute)) return true;
    return attribute.value?.kind !== 'fixed' && textless.has(typeOf(attribute));
  };
  return {
    add: (one) => void textless.add(one),
    has: (one) => textless.has(one),
    inAttribute,
    inAttributesOf: (type) =>
      type.kind === 'complex' && type.attributes.some((use) => use.required && inAttribute(use)),
  };
};

/** The type of an attribute, or of a global one. */
export const typeOf = (attribute: AttributeUse | AttributeDeclaration): SimpleType =>
  'type' in attribute ? attribute.type : attribute.declaration.type;
