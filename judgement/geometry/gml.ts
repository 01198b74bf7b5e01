import { attributeOf, elementsOf, textOf, type XmlElement } from '#xml/tree';
import type { Polygon } from './areas.ts';
import type { Position } from './position.ts';
import { parsePositions } from './positions.ts';

const namespace = 'http://www.opengis.net/gml/3.2';

/** The surfaces of a geometry in GML (OGC 07-036, 10.5 and 11.3), each as its patches. */
export type Surfaces = readonly (readonly Polygon[])[];

/** Reads the surfaces of the geometry that an element is or holds; undefined where one has curves, or other than two dimensions. */
export const readSurfaces = (element: XmlElement): Surfaces | undefined => {
  try {
    return element.namespace === namespace ? surfacesOf(element) : elementsOf(element).flatMap(surfacesBelow);
  } catch (error) {
    if (error instanceof NotStraight) return undefined;
    throw error;
  }
};

class NotStraight extends Error {
  override readonly name = 'NotStraight';
}

const surfacesBelow = (element: XmlElement): Surfaces => readSurfaces(element) ?? notStraight(element);

const notStraight = ({ name }: XmlElement): never => {
  throw new NotStraight(name);
};

const below = (parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.namespace === namespace && names.includes(child.name));

const membersOf = (element: XmlElement): readonly XmlElement[] =>
  below(element, 'surfaceMember', 'surfaceMembers').flatMap((member) => {
    const held = elementsOf(member);
    return held.length === 0 ? notStraight(member) : held;
  });

const surfacesOf = (element: XmlElement): Surfaces =>
  element.name === 'MultiSurface'
    ? membersOf(element).map(patchesOf)
    : [patchesOf(element)].filter((one) => one.length > 0);

const patchesOf = (element: XmlElement): readonly Polygon[] => {
  switch (element.name) {
    case 'Polygon':
    case 'PolygonPatch':
      return [[...below(element, 'exterior'), ...below(element, 'interior')].map(ringOf)];
    case 'Surface':
      return below(element, 'patches').flatMap((patches) => elementsOf(patches).flatMap(patchesOf));
    case 'CompositeSurface':
      return membersOf(element).flatMap(patchesOf);
    case 'MultiCurve':
    case 'MultiPoint':
    case 'Point':
    case 'LineString':
      return [];
    default:
      return notStraight(element);
  }
};

const ringOf = (boundary: XmlElement): readonly Position[] => {
  const [ring] = elementsOf(boundary);
  if (ring?.name === 'LinearRing') return positionsIn(ring);
  return ring?.name === 'Ring' ? below(ring, 'curveMember').flatMap(curveIn) : notStraight(boundary);
};

const curveIn = (holder: XmlElement): readonly Position[] =>
  elementsOf(holder).flatMap((curve) => {
    if (curve.name === 'LineString' || curve.name === 'LineStringSegment') return positionsIn(curve);
    return curve.name === 'Curve' ? below(curve, 'segments').flatMap(curveIn) : notStraight(curve);
  });

const positionsIn = (line: XmlElement): readonly Position[] => {
  const lists = below(line, 'posList', 'pos');
  const isWhole = lists.length > 0 && lists.length === elementsOf(line).length;
  return isWhole ? lists.flatMap((list) => positionsOf(list)) : notStraight(line);
};

const positionsOf = (list: XmlElement): readonly Position[] => {
  const isPlane = (attributeOf(list, 'srsDimension') ?? '2').trim() === '2';
  return (isPlane ? parsePositions(textOf(list)) : undefined) ?? notStraight(list);
};
