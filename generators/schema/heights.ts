import { isLeaf } from '#xml/schema/content';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type, Wildcard } from '#xml/schema/model';
import { componentsOf } from '#xml/schema/walk';
import { elementsFor, elementsIn, foreignNamespace, typesFor } from './alternatives.ts';

/** How many levels of elements something needs at least; `Infinity` when it can never be complete. */
export interface Heights {
  readonly ofType: (type: Type) => number;
  readonly ofElement: (element: ElementDeclaration) => number;
  readonly ofParticle: (particle: Particle) => number;
}

/** Works out heights for all that can be reached from an element. */
export const heightsFrom = (model: SchemaModel, root: ElementDeclaration): Heights => {
  const types = reachableTypes(model, root);
  const known = new Map<ComplexType, number>();
  const ofType = (type: Type): number => (type.kind === 'simple' ? 0 : (known.get(type) ?? ownHeight(type)));
  // A type that is not among the reachable ones, such as xs:anyType, is looked at by itself.
  const ownHeight = (type: ComplexType): number => (types.has(type) || type.particle === undefined ? start(type) : 0);
  const start = (type: ComplexType): number => (type.particle === undefined ? 0 : Infinity);
  const ofElement = (element: ElementDeclaration): number =>
    1 + Math.min(...elementsFor(model, element).map((one) => Math.min(...typesFor(model, one).map(ofType))));
  const ofWildcard = (wildcard: Wildcard): number => {
    if (wildcard.process !== 'strict' && foreignNamespace(model, wildcard) !== undefined) return 1;
    return Math.min(...elementsIn(model, wildcard).map(ofElement));
  };
  const ofParticle = ({ min, term }: Particle): number => {
    if (min === 0) return 0;
    if (term.kind === 'element') return ofElement(term);
    if (isLeaf(term)) return ofWildcard(term);
    const heights = term.particles.map(ofParticle);
    return term.kind === 'choice' ? Math.min(...heights) : Math.max(0, ...heights);
  };
  settle(types, known, ofParticle);
  return { ofType, ofElement, ofParticle };
};

/** Heights only fall, so what is left at the end can never be complete. */
const settle = (
  types: ReadonlySet<ComplexType>,
  known: Map<ComplexType, number>,
  ofParticle: (particle: Particle) => number,
): void => {
  for (let changed = true; changed;) {
    changed = false;
    for (const type of types) {
      const height = type.particle === undefined ? 0 : ofParticle(type.particle);
      if (height < (known.get(type) ?? Infinity)) {
        known.set(type, height);
        changed = true;
      }
    }
  }
};

const reachableTypes = (model: SchemaModel, root: ElementDeclaration): ReadonlySet<ComplexType> => {
  const all = componentsOf([root, ...model.elements.values(), ...model.types.values()]);
  return new Set([...all].filter((node) => node.kind === 'complex'));
};
