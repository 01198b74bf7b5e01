import fc from 'fast-check';
import { allows, type Wildcard } from '#xml/schema/model';
import { element, elementsOf } from '#xml/tree';
import { unusedName } from '../../schema/alternatives.ts';
import type { Operator, Tools } from '../operation.ts';
import { spliceChildren, withAttribute } from '../../path/replace.ts';
import { takenBy } from './children.ts';

/** Puts an element or attribute that no schema declares where a strict wildcard asks for a declared one. */
export const wildcardEscaped: Operator = (tools, { node, type }, constraint) => {
  if (constraint.kind !== 'wildcard' || type.kind !== 'complex') return [];
  const any = type.anyAttribute;
  if (any?.id === constraint.id) {
    const name = { namespace: allowedBy(any, tools), name: 'onbekend' };
    return [
      fc.constant({ operator: 'undeclared-attribute', element: withAttribute(node, name, 'x'), attribute: name.name }),
    ];
  }
  const taken = takenBy(type, node, tools.model);
  const changes = elementsOf(node).flatMap((_, at) => {
    const term = taken[at]?.term;
    if (term?.kind !== 'any' || term.id !== constraint.id) return [];
    const namespace = allowedBy(term, tools);
    const stranger = element(namespace, unusedName(tools.model, namespace));
    return [{ operator: 'undeclared-child', element: spliceChildren(node, { at, remove: 1, insert: [stranger] }) }];
  });
  return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
};

/** A namespace that the wildcard takes. */
const allowedBy = ({ namespaces }: Wildcard, { model }: Tools): string => {
  if (namespaces.kind === 'some') return namespaces.namespaces[0] ?? '';
  return allows(namespaces, model.targetNamespace) ? model.targetNamespace : 'urn:example:other';
};
