import { elementsOf, type XmlElement } from '../tree.ts';
import { knows } from './content.ts';
import { childrenDeclared, type Declared, declaredFor, declaredIn } from './declarations.ts';
import { leavesOf } from './leaves.ts';
import { constraintId, type ElementDeclaration, type SchemaModel } from './model.ts';
import type { Scope } from './names.ts';

/** An element of a name that its parent's type does not know. */
export interface Stranger {
  readonly element: XmlElement;
  /** Indices among child elements, from the root. */
  readonly path: readonly number[];
  /** The constraint of the parent's type that it breaks. */
  readonly constraint: string;
  /** What the parent's type knows by name. */
  readonly known: readonly ElementDeclaration[];
}

/** The elements in a document that stand in a known one and whose names that one does not know, no more than `most`; what they hold is not looked at. */
export const strangersIn = (model: SchemaModel, tree: XmlElement, most: number): readonly Stranger[] => {
  const found: Stranger[] = [];
  const root = { node: tree, path: [], scope: tree.prefixes ?? {}, declared: declaredIn(model, tree, []) };
  const waiting: Place[] = [root];
  for (let place = waiting.pop(); place !== undefined && found.length < most; place = waiting.pop()) {
    const { strangers, known } = childrenOf(model, place);
    found.push(...strangers);
    waiting.push(...known);
  }
  return found.slice(0, most);
};

interface Place {
  readonly node: XmlElement;
  readonly path: readonly number[];
  readonly scope: Scope;
  readonly declared: Declared | undefined;
}

const none = { strangers: [], known: [] };

const childrenOf = (
  model: SchemaModel,
  { node, path, scope, declared }: Place,
): { readonly strangers: readonly Stranger[]; readonly known: readonly Place[] } => {
  const type = declared?.type;
  if (type?.kind !== 'complex' || type.particle === undefined) return none;
  const leaves = leavesOf(type.particle);
  const named = leaves.flatMap(({ term }) => (term.kind === 'element' ? [term] : []));
  const declarations = childrenDeclared(model, type, node);
  const strangers: Stranger[] = [];
  const known: Place[] = [];
  for (const [index, element] of elementsOf(node).entries()) {
    const at = [...path, index];
    const within = { ...scope, ...element.prefixes };
    if (leaves.some((leaf) => knows(leaf, element, model) !== undefined))
      known.push({
        ...{ node: element, path: at, scope: within },
        declared: declaredFor(model, { declaration: declarations[index], node: element, scope: within }),
      });
    else strangers.push({ element, path: at, constraint: constraintId(type, 'content'), known: named });
  }
  return { strangers, known };
};
