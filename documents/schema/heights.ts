import { isLeaf } from '#xml/schema/content';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, Type, Wildcard } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsFor, elementsIn, foreignNamespace, typesFor } from './alternatives.ts';

/** How many levels of elements something needs at least; `Infinity` when it can never be complete. */
export interface Heights {
  readonly ofType: (type: Type) => number;
  readonly ofElement: (element: ElementDeclaration) => number;
  readonly ofParticle: (particle: Particle) => number;
}

/** Works out heights for everything in a schema. */
export const heightsOf = (model: SchemaModel): Heights => {
  const types = complexTypes(model);
  const known = new Map<ComplexType, number>();
  // Of the types that can be met only xs:anyType is not among them, which asks for nothing.
  const ofType = (type: Type): number =>
    type.kind === 'simple' ? 0 : (known.get(type) ?? (types.has(type) ? Infinity : 0));
  const ofElement = (element: ElementDeclaration): number =>
    1 + Math.min(...elementsFor(model, element).map((one) => Math.min(...typesFor(model, one).map(ofType))));
  const ofWildcard = (wildcard: Wildcard): number => {
    const known = elementsIn(model, wildcard);
    const isFree = wildcard.process !== 'strict' || known.length === 0;
    if (isFree && foreignNamespace(model, wildcard) !== undefined) return 1;
    return Math.min(...known.map(ofElement));
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

const complexTypes = (model: SchemaModel): ReadonlySet<ComplexType> =>
  new Set([...allComponents(model)].filter((node) => node.kind === 'complex'));
