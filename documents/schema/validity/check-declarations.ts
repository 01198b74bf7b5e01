import { isEmptiable } from '#xml/schema/content';
import type {
  AttributeGroup,
  AttributeUse,
  Component,
  ElementDeclaration,
  SimpleType,
  ValueConstraint,
} from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { derivationMethods } from '#xml/schema/substitution';
import { isOf } from '../ties/ids.ts';
import type { Check } from '../values/check.ts';
import { facetsOf } from '../values/check.ts';
import { primitiveOf } from './facet-rules.ts';
import { refuse } from './refuse.ts';
import { sameText } from './same-text.ts';
import type { AttributeDeclaration } from '#xml/schema/model';

/** Checks an element declaration (part 1, 3.3.6, Element Declaration Properties Correct). */
export const checkElement = (element: ElementDeclaration, check: Check): void => {
  const { type, head, value } = element;
  const simple = type.kind === 'simple' ? type : type.simple;
  if (value !== undefined) checkElementValue(element, value, { simple, check });
  if (simple !== undefined) checkNotation(element, simple);
  if (head === undefined) return;
  const methods = derivationMethods(type, head.type);
  if (methods === undefined)
    refuse(
      `xs:element '${element.name.name}'`,
      element,
      'its type is not derived from that of the head of its substitution group',
    );
  else if (head.final.some((one) => methods.has(one)))
    refuse(
      `xs:element '${element.name.name}'`,
      element,
      'the head of its substitution group is final for how its type is derived',
    );
};

interface Valued {
  readonly simple: SimpleType | undefined;
  readonly check: Check;
}

const checkElementValue = (element: ElementDeclaration, value: ValueConstraint, { simple, check }: Valued): void => {
  const { type } = element;
  if (simple !== undefined) checkValue(element, simple, { value, check });
  else if (type.kind === 'complex' && (!type.mixed || (type.particle !== undefined && !isEmptiable(type.particle))))
    refuse(
      `xs:element '${element.name.name}'`,
      element,
      `its content can not be the ${value.kind} text '${value.value}'`,
    );
};

interface Given {
  readonly value: ValueConstraint;
  readonly check: Check;
}

const checkValue = (
  component: Component & { readonly kind: string },
  type: SimpleType,
  { value, check }: Given,
): void => {
  const construct = `xs:${component.kind === 'use' ? 'attribute' : component.kind}`;
  if (isOf(type, 'ID')) refuse(construct, component, `an ID has no ${value.kind} value`);
  if (check(type, value.value, value.prefixes) === 'no')
    refuse(construct, component, `its ${value.kind} value '${value.value}' is no value of its type`);
};

/** xs:NOTATION is used through an enumeration only (part 2, 3.2.19). */
const checkNotation = (component: Component, type: SimpleType): void => {
  const bare =
    type.variety === 'atomic' &&
    primitiveOf(type) === 'NOTATION' &&
    !facetsOf(type).some(({ kind }) => kind === 'enumeration');
  if (bare) refuse('xs:NOTATION', component, 'it must be restricted by an enumeration of notations');
};

/** Checks an attribute declaration (part 1, 3.2.6). */
export const checkAttribute = (attribute: AttributeDeclaration, check: Check): void => {
  if (attribute.name.namespace === xsi)
    refuse(
      `xs:attribute '${attribute.name.name}'`,
      attribute,
      'no attribute is declared in the namespace of XMLSchema-instance',
    );
  if (attribute.value !== undefined) checkValue(attribute, attribute.type, { value: attribute.value, check });
  checkNotation(attribute, attribute.type);
};

/** Checks the attributes of a complex type or an attribute group (part 1, 3.4.6, 3.5.6 and 3.6.6). */
export const checkUses = (construct: string, owner: AttributeGroup, check: Check): void => {
  const ids = owner.attributes.filter(({ declaration }) => isOf(declaration.type, 'ID'));
  if (ids.length > 1)
    refuse(
      construct,
      owner,
      `two of its attributes are IDs: '${ids.map(({ declaration }) => declaration.name.name).join("', '")}'`,
    );
  for (const use of owner.attributes) checkUse(use, check);
};

const checkUse = (use: AttributeUse, check: Check): void => {
  const { declaration, value } = use;
  if (value === undefined || value === declaration.value) return;
  checkValue(use, declaration.type, { value, check });
  if (
    declaration.value?.kind === 'fixed' &&
    (value.kind !== 'fixed' || !sameText(declaration.type, declaration.value, value))
  )
    refuse(`xs:attribute '${declaration.name.name}'`, use, `its declaration fixes it at '${declaration.value.value}'`);
};
