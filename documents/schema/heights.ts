import { isLeaf } from '#xml/schema/content';
import type {
  AttributeDeclaration,
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Particle,
  SchemaModel,
  Type,
  Wildcard,
} from '#xml/schema/model';
import { elementsFor, elementsIn, foreignNamespace, typesFor } from './alternatives.ts';
import { createLacks, type Textless } from './textless.ts';

/** How many levels of elements something needs at least; `Infinity` when it can never be complete. */
export interface Heights {
  /** Of an element with a type, nil where it is complete in no other way. */
  readonly ofForm: (element: ElementDeclaration, type: Type) => number;
  /** Of what is inside an element that is not nil. */
  readonly ofType: (type: Type) => number;
  readonly ofElement: (element: ElementDeclaration) => number;
  readonly ofParticle: (particle: Particle) => number;
  /** Tells whether an element with a type ends by itself only where it, or one inside it, is nil. */
  readonly needsNil: (element: ElementDeclaration, type: Type) => boolean;
  /** Tells whether an attribute, or a global one, was found to have no text. */
  readonly lacksText: (attribute: AttributeUse | AttributeDeclaration) => boolean;
  /** Works them out again, now that these were found to have no text. */
  readonly exclude: (found: Iterable<Textless>) => void;
}

/** Works out heights for the complex types of a schema, quickest where those come first that are inside others. */
export const heightsOf = (model: SchemaModel, bottomUp: readonly ComplexType[]): Heights => {
  const types = new Set(bottomUp);
  const lacks = createLacks();
  const known = new Map<ComplexType, number>();
  /** The types that are complete without anything nil. */
  const complete = new Set<ComplexType>();
  // Of the types that can be met only xs:anyType is not among them, which asks for nothing.
  const ofType = (type: Type): number => {
    if (type.kind === 'simple') return lacks.has(type) ? Infinity : 0;
    return known.get(type) ?? (types.has(type) ? Infinity : 0);
  };
  const isComplete = (type: Type): boolean =>
    type.kind === 'simple' ? !lacks.has(type) : complete.has(type) || !types.has(type);
  const needsNil = ({ nillable, value }: ElementDeclaration, type: Type): boolean =>
    nillable && value?.kind !== 'fixed' && !isComplete(type) && !lacks.inAttributesOf(type);
  let isNilTried = false;
  const ofForm = (element: ElementDeclaration, type: Type): number => {
    if (element.value?.kind === 'fixed' && (type.kind === 'simple' || type.simple !== undefined))
      return lacks.has(element) || lacks.inAttributesOf(type) ? Infinity : 0;
    return isNilTried && needsNil(element, type) ? 0 : ofType(type);
  };
  const ofElement = (element: ElementDeclaration): number =>
    1 +
    Math.min(
      ...elementsFor(model, element).map((one) => Math.min(...typesFor(model, one).map((type) => ofForm(one, type)))),
    );
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
  const ofContent = (type: ComplexType): number => {
    if (lacks.inAttributesOf(type)) return Infinity;
    if (type.simple !== undefined) return ofType(type.simple);
    return type.particle === undefined ? 0 : ofParticle(type.particle);
  };
  const workOut = (): void => {
    known.clear();
    complete.clear();
    isNilTried = false;
    settle(types, known, ofContent);
    for (const type of types) if (ofType(type) < Infinity) complete.add(type);
    isNilTried = true;
    if (complete.size < types.size) settle(types, known, ofContent);
  };
  workOut();
  const exclude = (found: Iterable<Textless>): void => {
    for (const one of found) lacks.add(one);
    workOut();
  };
  return { ofForm, ofType, ofElement, ofParticle, needsNil, lacksText: lacks.inAttribute, exclude };
};

/** Heights only fall, so what is left at the end can never be complete. */
const settle = (
  types: ReadonlySet<ComplexType>,
  known: Map<ComplexType, number>,
  heightOf: (type: ComplexType) => number,
): void => {
  for (let changed = true; changed;) {
    changed = false;
    for (const type of types) {
      const height = heightOf(type);
      if (height < (known.get(type) ?? Infinity)) {
        known.set(type, height);
        changed = true;
      }
    }
  }
};
