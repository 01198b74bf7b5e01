import { isBuiltin } from './builtin-types.ts';
import type {
  AttributeDeclaration,
  AttributeUse,
  ElementDeclaration,
  ModelGroup,
  SchemaModel,
  Type,
  Wildcard,
} from './model.ts';

/** A node of the graph of components. */
export type Node = ElementDeclaration | AttributeDeclaration | AttributeUse | Type | ModelGroup | Wildcard;

/** Every component that can be reached, each once, in the order in which it is met; built-in types are left out. */
export const componentsOf = (roots: readonly Node[]): ReadonlySet<Node> => {
  const seen = new Set<Node>(roots.filter(isOwn));
  // A set that grows while it is iterated is visited to its end.
  for (const node of seen) for (const next of neighbours(node)) if (isOwn(next)) seen.add(next);
  return seen;
};

/** Everything in a model. */
export const allComponents = (model: SchemaModel): ReadonlySet<Node> =>
  componentsOf([...model.elements.values(), ...model.attributes.values(), ...model.types.values()]);

const isOwn = (node: Node): boolean => !isBuiltin(node);

const neighbours = (node: Node): readonly Node[] => {
  switch (node.kind) {
    case 'element':
      return [node.type, ...(node.head === undefined ? [] : [node.head])];
    case 'attribute':
      return [node.type];
    case 'use':
      return [node.declaration];
    case 'simple':
      return [node.base, node.item, ...node.members].filter((type) => type !== undefined);
    case 'complex':
      return [node.base, node.simple, node.particle?.term, ...node.attributes, node.anyAttribute].filter(
        (part) => part !== undefined,
      );
    case 'any':
      return [];
    default:
      return node.particles.map((particle) => particle.term);
  }
};
