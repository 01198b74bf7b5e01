import fc from 'fast-check';
import { leavesOf } from '#xml/schema/leaves';
import { allows, type SchemaModel, type Type } from '#xml/schema/model';
import { brokenByChildren } from '#xml/schema/unexpected';
import { element, elementsOf } from '#xml/tree';
import { unusedName, unusedNamespace } from '../../schema/alternatives.ts';
import type { Change, Operator } from '../operation.ts';
import { spliceChildren } from '../../path/replace.ts';

/** Adds a child element that the content model does not know, in front, behind, or anywhere. */
export const unknownChild: Operator = ({ model }, { node, type, element: own }, constraint) => {
  if (constraint.kind !== 'content') return [];
  const namespace = strangeNamespace(model, type, own.name.namespace);
  if (namespace === undefined) return [];
  const stranger = element(namespace, unusedName(model, namespace));
  const places = Array.from({ length: elementsOf(node).length + 1 }, (_, at) => at);
  const changed = places.map((at): Change => ({
    operator: 'unknown-child',
    element: spliceChildren(node, { at, insert: [stranger] }),
  }));
  const good = changed.filter(
    (one) =>
      type.kind === 'simple' ||
      type.particle === undefined ||
      brokenByChildren(type, one.element, model) === constraint.id,
  );
  return good.length === 0 ? [] : [fc.constantFrom(...good)];
};

/** The element's own namespace, or another one, in which no wildcard of its content takes an element. */
const strangeNamespace = (model: SchemaModel, type: Type, own: string): string | undefined => {
  const leaves = type.kind === 'complex' && type.particle !== undefined ? leavesOf(type.particle) : [];
  const known = new Set([...model.elements.values()].map((one) => one.name.namespace));
  const candidates = [own, '', unusedNamespace(known)];
  return candidates.find((one) => !leaves.some(({ term }) => term.kind === 'any' && allows(term.namespaces, one)));
};
