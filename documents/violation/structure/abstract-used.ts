import fc from 'fast-check';
import { constraintId, type Component, type ElementDeclaration, type SchemaModel, type Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { ancestorsOf } from '#xml/schema/substitution';
import { attributeOf, type XmlElement } from '#xml/tree';
import type { Change, Operator } from '../operation.ts';
import { typePrefix } from '../../schema/prefixes.ts';
import { withAttribute } from '../../path/replace.ts';

/** Uses an abstract element in place of a member of its substitution group, or an abstract type. */
export const abstractUsed: Operator = ({ model }, { node, element, type }, constraint) => {
  if (constraint.kind !== 'abstract') return [];
  const states = (one: Component): boolean => constraintId(one, 'abstract') === constraint.id;
  const heads = headsOf(element)
    .filter((head) => head.abstract && states(head))
    .map((head) => named(node, head.name));
  const own = element.type !== type && states(element.type) && isTyped(node) ? [untyped(node)] : [];
  const between = ancestorsOf(type).slice(0, ancestorsOf(type).indexOf(element.type) + 1);
  const types = between.filter(
    (one) => one.kind === 'complex' && one.abstract && one.name !== undefined && states(one),
  );
  const changes = [...heads, ...own, ...types.map((one) => typed(model, node, one))];
  return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
};

/** The heads of the substitution groups that an element belongs to, the nearest first. */
export const headsOf = (element: ElementDeclaration): readonly ElementDeclaration[] =>
  element.head === undefined ? [] : [element.head, ...headsOf(element.head)];

const isTyped = (node: XmlElement): boolean => attributeOf(node, 'type', xsi) !== undefined;

const named = (node: XmlElement, name: Pick<XmlElement, 'name' | 'namespace'>): Change => ({
  operator: 'abstract-element-used',
  element: { ...node, name: name.name, namespace: name.namespace },
});

const untyped = (node: XmlElement): Change => ({
  operator: 'abstract-type-used',
  element: withAttribute(node, { namespace: xsi, name: 'type' }, undefined),
});

const typed = (model: SchemaModel, node: XmlElement, type: Type): Change => {
  const { value, prefixes } = typePrefix(model, type);
  const element = withAttribute(node, { namespace: xsi, name: 'type' }, value);
  return { operator: 'abstract-type-named', element: { ...element, prefixes: { ...node.prefixes, ...prefixes } } };
};
