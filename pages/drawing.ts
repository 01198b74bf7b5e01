import { type Content, type Html, markup } from './markup.ts';
import { netherlands } from './netherlands.ts';

/** Something to draw, in metres of the Dutch grid (EPSG:28992): runs of positions, of which areas lie within or around each other. */
export type Drawn = readonly {
  readonly kind: 'point' | 'line' | 'area';
  readonly positions: readonly (readonly [x: number, y: number])[];
}[];

/** What lies around positions: its corners in metres. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box around something drawn. */
export const boxAround = (drawn: Drawn): Box => {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const { positions } of drawn)
    for (const [x, y] of positions) {
      [box.west, box.east] = [Math.min(box.west, x), Math.max(box.east, x)];
      [box.south, box.north] = [Math.min(box.south, y), Math.max(box.north, y)];
    }
  return box;
};

/** The corners of the drawing of the Netherlands, in metres. */
const edges: Box = { west: 0, south: 300_000, east: 285_000, north: netherlands.north };

/** Whether something lies on the drawing of the Netherlands, wholly. */
export const isOnMap = (drawn: Drawn): boolean => {
  const { west, south, east, north } = boxAround(drawn);
  return west >= edges.west && east <= edges.east && south >= edges.south && north <= edges.north;
};

/** Metres from which a shape can be seen on the drawing of the Netherlands. */
const seen = 3000;

/** A plain drawing of the Netherlands with a mark at each shape. */
export const mapOfNetherlands = (shapes: readonly Drawn[], label: string): Html => {
  const place: Place = ([x, y]) => [x / 100, (netherlands.north - y) / 100];
  const drawn = shapes.map((shape) => {
    const { west, south, east, north } = boxAround(shape);
    const [x, y] = place([(west + east) / 2, (south + north) / 2]);
    const isLarge = Math.max(east - west, north - south) > seen;
    return markup`${isLarge ? lines(shape, place) : ''}<circle class="halo" cx="${one(x)}" cy="${one(y)}" r="75"/><circle class="mark" cx="${one(x)}" cy="${one(y)}" r="30"/>`;
  });
  return markup`<svg class="drawing" role="img" aria-label="${label}" viewBox="0 0 2850 3250"><path class="land" d="${netherlands.land}"/><path class="water" d="${netherlands.water}"/>${drawn}</svg>`;
};

/** Size of a drawing of one shape, and room around it. */
const close = { size: 240, room: 12 };

/** One shape as large as it fits, north up. */
export const closeUp = (shape: Drawn, label: string): Html => {
  const { west, south, east, north } = boxAround(shape);
  const scale = (close.size - 2 * close.room) / Math.max(east - west, north - south, 0.001);
  const place: Place = ([x, y]) => [
    close.size / 2 + (x - (west + east) / 2) * scale,
    close.size / 2 - (y - (south + north) / 2) * scale,
  ];
  const points = shape.flatMap(({ kind, positions }) => (kind === 'point' ? positions : [])).map(place);
  const marks = points.map(([x, y]) => markup`<circle class="mark" cx="${one(x)}" cy="${one(y)}" r="3"/>`);
  return markup`<svg class="drawing close" role="img" aria-label="${label}" viewBox="0 0 240 240">${lines(shape, place)}${marks}</svg>`;
};

/** Drawings beside each other, each with what is said of it. */
export const drawings = (all: readonly { readonly drawing: Html; readonly caption: Content }[]): Html =>
  markup`<div class="drawings">${all.map(({ drawing, caption }) => markup`<figure>${drawing}<figcaption>${caption}</figcaption></figure>`)}</div>`;

type Place = (position: readonly [number, number]) => readonly [number, number];

const lines = (shape: Drawn, place: Place): Html => {
  const path = (kind: 'line' | 'area', end: string): string =>
    shape
      .filter((run) => run.kind === kind)
      .map(({ positions }) => `M${positions.map((position) => place(position).map(one).join(' ')).join('L')}${end}`)
      .join('');
  return markup`<path class="area" d="${path('area', 'Z')}"/><path class="line" d="${path('line', '')}"/>`;
};

/** A coordinate of a drawing, to a tenth. */
const one = (value: number): string => String(Math.round(Math.max(-1e7, Math.min(1e7, value)) * 10) / 10);
