import { expect, test } from 'vitest';
import { toDom } from '#endpoint/mock/judgement/dom';
import { readGml } from '#endpoint/mock/judgement/gml';
import { readSurfaces } from '#judgement/geometry/gml';
import { parseTree } from '#xml/parse';

/** The surfaces that both readers find, each ring by its first coordinates; undefined where one of them is not read. */
const surfacesIn = (content: string): Readonly<Record<'oracle' | 'mock', unknown>> => {
  const tree = parseTree(Buffer.from(`<holder xmlns="http://www.opengis.net/gml/3.2">${content}</holder>`));
  const holder = tree.children.find((child) => typeof child !== 'string') ?? tree;
  const node = toDom({ ...tree, namespace: '', children: [holder] });
  const named = (surfaces: readonly (readonly (readonly (readonly { x: string }[])[])[])[] | undefined) =>
    surfaces?.map((polygons) => polygons.map((rings) => rings.map((ring) => ring.map(({ x }) => x).join(' '))));
  return { oracle: named(readSurfaces(holder)), mock: named(readGml(node.documentElement ?? node)) };
};

const ring = (x: number): string => `<LinearRing><posList>${String(x)} 0 9 0 9 9 ${String(x)} 0</posList></LinearRing>`;
const rings = (x: number): string => `<exterior>${ring(x)}</exterior><interior>${ring(x + 1)}</interior>`;
const patch = (x: number): string => `<PolygonPatch>${rings(x)}</PolygonPatch>`;
const polygon = (x: number): string => `<Polygon>${rings(x)}</Polygon>`;
const member = (content: string): string => `<surfaceMember>${content}</surfaceMember>`;
const surface = (content: string): string => `<Surface><patches>${content}</patches></Surface>`;
const read = (...starts: readonly number[]) =>
  starts.map((x) => [`${String(x)} 9 9 ${String(x)}`, `${String(x + 1)} 9 9 ${String(x + 1)}`]);

test.each<readonly [string, string, unknown]>([
  ['a polygon', polygon(1), [read(1)]],
  [
    'polygons of a multisurface',
    `<MultiSurface>${member(polygon(1))}${member(polygon(3))}</MultiSurface>`,
    [read(1), read(3)],
  ],
  [
    'members all in one',
    `<MultiSurface><surfaceMembers>${polygon(1)}${polygon(3)}</surfaceMembers></MultiSurface>`,
    [read(1), read(3)],
  ],
  ['patches of a surface', surface(patch(1) + patch(3)), [read(1, 3)]],
  [
    'surfaces of a multisurface',
    `<MultiSurface>${member(surface(patch(1)))}${member(polygon(3))}</MultiSurface>`,
    [read(1), read(3)],
  ],
  [
    'a surface composed of some',
    `<MultiSurface>${member(`<CompositeSurface>${member(polygon(1))}${member(surface(patch(3)))}</CompositeSurface>`)}</MultiSurface>`,
    [read(1, 3)],
  ],
  [
    'a ring position by position',
    '<Polygon><exterior><LinearRing><pos>1 0</pos><pos>9 0</pos><pos>9 9</pos><pos>1 0</pos></LinearRing></exterior></Polygon>',
    [[['1 9 9 1']]],
  ],
  [
    'a ring of lines',
    '<Polygon><exterior><Ring><curveMember><LineString><posList>1 0 9 0</posList></LineString></curveMember><curveMember><Curve><segments><LineStringSegment><posList>9 0 9 9 1 0</posList></LineStringSegment></segments></Curve></curveMember></Ring></exterior></Polygon>',
    [[['1 9 9 9 1']]],
  ],
  [
    'a ring of arcs',
    '<Polygon><exterior><Ring><curveMember><Curve><segments><Arc><posList>1 0 9 0 9 9</posList></Arc></segments></Curve></curveMember></Ring></exterior></Polygon>',
    undefined,
  ],
  [
    'positions in three dimensions',
    '<Polygon><exterior><LinearRing><posList srsDimension="3">1 0 0 9 0 0 9 9 0 1 0 0</posList></LinearRing></exterior></Polygon>',
    undefined,
  ],
  [
    'an odd number of coordinates',
    '<Polygon><exterior><LinearRing><posList>1 0 9</posList></LinearRing></exterior></Polygon>',
    undefined,
  ],
  [
    'coordinates that are none',
    '<Polygon><exterior><LinearRing><posList>1 0 a b</posList></LinearRing></exterior></Polygon>',
    undefined,
  ],
  ['a line', '<LineString><posList>1 0 9 0</posList></LineString>', []],
])('%s is read by both', (_, content, expected) => {
  expect(surfacesIn(content)).toEqual({ oracle: expected, mock: expected });
});
