import { isLeaf } from '#xml/schema/content';
import type { ElementDeclaration, Particle, Type, Wildcard } from '#xml/schema/model';
import { elementsFor, elementsIn, foreignNamespace, typesFor } from './alternatives.ts';
import { countsOf } from './content.ts';
import { isMinimal, type Making } from './making.ts';

/** More elements than this are not made in one document. */
const mostElements = 200_000;

/** Documents are thinned out until about so many elements are to be expected. */
export const usualElements = 1500;

/** How often optional content comes, beside its usual share. */
const shares = [1, 0.5, 0.25, 0.12, 0.06, 0.03, 0.015, 0.007];

/** The largest share with which documents stay small; undefined where even the smallest document is too large. */
export const shareFor = (
  making: Making,
  { root, usualSize }: { readonly root: ElementDeclaration; readonly usualSize: number },
): number | undefined => {
  const least = { ...making, options: { ...making.options, maxDepth: -1 } };
  if (expected(least, 0)(root, 0) > mostElements) return undefined;
  return shares.find((share) => expected(making, share)(root, 0) <= usualSize) ?? shares.at(-1);
};

type Size = (element: ElementDeclaration, depth: number) => number;

/** About how many elements an element has in it, itself included, where optional content comes with a share of its usual frequency. */
const expected = (making: Making, share: number): Size => {
  const known = new Map<ElementDeclaration, number[]>();
  const ofElement: Size = (element, depth) => {
    const level = Math.min(depth, making.options.maxDepth + 1);
    const sizes = known.get(element) ?? [];
    known.set(element, sizes);
    return (sizes[level + 1] ??= 1 + ofForms(element, depth));
  };
  const ofForms: Size = (element, depth) => {
    const { heights, model } = making;
    const forms = elementsFor(model, element)
      .flatMap((one) =>
        typesFor(model, one)
          .slice(0, 12)
          .map((type) => ({ one, type, height: heights.ofForm(one, type) })),
      )
      .filter(({ height }) => height < Infinity);
    const least = Math.min(...forms.map(({ height }) => height));
    const low = forms.filter(({ height }) => height === least).slice(0, 1);
    const isLow = isMinimal(making, depth);
    const isNil = (one: ElementDeclaration, type: Type): boolean =>
      heights.needsNil(one, type) && (isLow || heights.ofType(type) === Infinity);
    return average((isLow ? low : forms).map(({ one, type }) => (isNil(one, type) ? 0 : ofType(type, depth))));
  };
  const ofType = (type: Type, depth: number): number =>
    type.kind === 'simple' || type.particle === undefined
      ? 0
      : ofParticle(type.particle, making.recursive.has(type) ? depth + 1 : depth);
  const ofParticle = (particle: Particle, depth: number): number => {
    const { min, max } = countsOf(making, particle, depth);
    const count = share === 1 ? (min + max) / 2 : min + (max > min ? share / 2 : 0);
    return count === 0 ? 0 : count * ofTerm(particle, depth);
  };
  const ofTerm = ({ term }: Particle, depth: number): number => {
    if (term.kind === 'element') return ofElement(term, depth);
    if (isLeaf(term)) return ofWildcard(term, depth);
    if (term.kind !== 'choice') return term.particles.reduce((sum, one) => sum + ofParticle(one, depth), 0);
    const { heights } = making;
    const possible = term.particles.filter((one) => heights.ofParticle(one) < Infinity);
    const least = Math.min(...possible.map(heights.ofParticle));
    const low = possible.filter((one) => heights.ofParticle(one) === least).slice(0, 1);
    return average((isMinimal(making, depth) ? low : possible).map((one) => ofParticle(one, depth)));
  };
  const ofWildcard = (wildcard: Wildcard, depth: number): number => {
    const free = wildcard.process !== 'strict' && foreignNamespace(making.model, wildcard) !== undefined;
    if (isMinimal(making, depth) && free) return 1;
    const found = elementsIn(making.model, wildcard).filter((one) => making.heights.ofElement(one) < Infinity);
    const least = Math.min(...found.map(making.heights.ofElement));
    const low = found.filter((one) => making.heights.ofElement(one) === least).slice(0, 1);
    const used = isMinimal(making, depth) ? low : found.slice(0, 20);
    return average([...(free ? [1] : []), ...used.map((one) => ofElement(one, depth + 1))]);
  };
  return ofElement;
};

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
