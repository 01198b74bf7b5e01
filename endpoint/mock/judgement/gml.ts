import { Element, type Node } from 'slimdom';
import { pairsIn, positions } from './position.ts';
import type { Polygon } from './jts.ts';

const gml = 'http://www.opengis.net/gml/3.2';

type Pairs = readonly (readonly [x: string, y: string])[];

/** The polygons of GML in or at a node, by the surface that they are of; undefined when a ring is not a list of pairs. */
export const readGml = (node: Node): readonly (readonly Polygon[])[] | undefined => {
  const surfaces = surfaceElements(node).map((surface) => polygonElements(surface).map(ringsOf));
  const rings = surfaces.flat(2);
  const known = rings.flatMap((ring) => ring ?? []);
  if (rings.includes(undefined)) return undefined;
  const all = positions(known);
  let taken = 0;
  return surfaces.map((polygons) =>
    polygons.map((polygon) =>
      polygon.map((ring = []) => {
        taken += ring.length;
        return all.slice(taken - ring.length, taken);
      }),
    ),
  );
};

const isGml = (node: Node, ...names: readonly string[]): node is Element =>
  node instanceof Element && node.namespaceURI === gml && names.includes(node.localName);

const surfaceNames = ['Polygon', 'Surface', 'CompositeSurface'];

/** The outermost surfaces: those in another are a part of it. */
const surfaceElements = (node: Node): readonly Element[] =>
  isGml(node, ...surfaceNames) ? [node] : elementsIn(node).flatMap(surfaceElements);

const polygonElements = (node: Node): readonly Element[] =>
  isGml(node, 'Polygon', 'PolygonPatch') ? [node] : elementsIn(node).flatMap(polygonElements);

const elementsIn = (node: Node): readonly Element[] => (node instanceof Element ? node.children : []);

const ringsOf = (polygon: Element): readonly (Pairs | undefined)[] =>
  ['exterior', 'interior'].flatMap((name) => polygon.children.filter((child) => isGml(child, name)).map(pairsOf));

/** A ring is straight from position to position; one with arcs or splines says nothing here. */
const pairsOf = (boundary: Element): Pairs | undefined => {
  const lists = listsIn(boundary);
  const words = lists?.flatMap((list) => (list.textContent ?? '').split(/[ \t\r\n]+/).filter((word) => word !== ''));
  return words === undefined ? undefined : pairsIn(words);
};

const straight = ['LinearRing', 'Ring', 'curveMember', 'Curve', 'segments', 'LineString', 'LineStringSegment'];

const listsIn = (holder: Element): readonly Element[] | undefined => {
  const parts = holder.children.map((child) => {
    if (isGml(child, 'posList', 'pos'))
      return (child.getAttribute('srsDimension') ?? '2').trim() === '2' ? [child] : undefined;
    return isGml(child, ...straight) ? listsIn(child) : undefined;
  });
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.flat() : undefined;
};
