import fc from 'fast-check';
import { allows, type Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { attributeOf, textOf } from '#xml/tree';
import type { Change, Operator } from '../operation.ts';
import { withAttribute } from '../../path/replace.ts';

/** Adds an attribute that the type does not have, or xsi:nil where the element is not nillable. */
export const unknownAttribute: Operator = (_, { node, type, element }, constraint) => {
  if (constraint.kind !== 'attributes') return [];
  const names = candidates(type).filter(({ name, namespace }) => attributeOf(node, name, namespace) === undefined);
  const added = names.map((name): Change => ({
    operator: name.namespace === '' ? 'unknown-attribute' : 'attribute-in-wrong-namespace',
    element: withAttribute(node, name, 'x'),
    attribute: name.name,
  }));
  const nil =
    element.nillable ||
    textOf(node) === '' ||
    constraint.declaration !== (type.kind === 'complex' ? type.id : element.id)
      ? []
      : nilled(node);
  const changes = [...added, ...nil];
  return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
};

/** Names that no attribute of the type has and its wildcard does not take. */
const candidates = (type: Type): readonly { readonly name: string; readonly namespace: string }[] => {
  const uses = type.kind === 'complex' ? type.attributes : [];
  const wildcard = type.kind === 'complex' ? type.anyAttribute : undefined;
  const misspelt = uses.slice(0, 1).map(({ declaration: { name } }) => ({ ...name, name: `${name.name}x` }));
  const all = [{ name: 'onbekend', namespace: '' }, ...misspelt, { name: 'onbekend', namespace: 'urn:example:other' }];
  return all.filter(
    (one) =>
      !uses.some(({ declaration: { name } }) => name.name === one.name && name.namespace === one.namespace) &&
      !(wildcard !== undefined && allows(wildcard.namespaces, one.namespace)),
  );
};

const nilled = (node: Parameters<typeof withAttribute>[0]): readonly Change[] => [
  { operator: 'nil-where-not-allowed', element: withAttribute(node, { namespace: xsi, name: 'nil' }, 'true') },
];
