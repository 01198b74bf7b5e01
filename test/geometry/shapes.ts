/** Polygons, each the rings of one, written as in well-known text; in metres from a corner of the sheet. */
export type Drawn = readonly (readonly string[])[];

const square = '0 0,100 0,100 100,0 100,0 0';
const bay = '0 0,100 0,100 100,50 50,0 100,0 0';

/** Polygons that are valid simple features (OGC 06-103r4, 6.1.11 and 6.1.14). */
export const valid: Readonly<Record<string, Drawn>> = {
  'a hole inside': [[square, '10 10,10 20,20 20,10 10']],
  'a hole in the direction of its shell': [[square, '10 10,20 10,20 20,10 10']],
  'a hole that touches the shell in a point of an edge': [[square, '0 50,20 40,20 60,0 50']],
  'a hole that touches a corner of the shell': [[square, '0 0,50 10,60 60,0 0']],
  'a hole whose edge is touched by a corner of the shell': [[bay, '40 50,60 50,50 20,40 50']],
  'holes that touch each other in a point': [[square, '10 10,30 10,20 30,10 10', '20 30,30 50,10 50,20 30']],
  'three holes and the shell in one point': [
    [square, '0 0,20 10,30 10,0 0', '0 0,30 20,30 25,0 0', '0 0,20 30,10 30,0 0'],
  ],
  'a row of holes from the shell inwards': [[square, '0 50,20 40,20 60,0 50', '20 60,40 70,40 80,20 60']],
  'a repeated position': [[square, '10 10,10 10,10 20,20 20,20 20,10 10']],
  'a hole a millimetre from the shell': [[square, '0.001 10,0.001 20,20 20,0.001 10']],
  'members apart': [[square], ['200 0,300 0,300 100,200 0']],
  'members that touch in a corner': [[square], ['100 100,200 100,200 200,100 100']],
  'members of which a corner touches an edge': [[square], ['100 50,200 0,200 100,100 50']],
  'members that touch in two corners': [[bay], ['0 100,100 100,50 200,0 100']],
  'a member in a hole of another': [[square, '10 10,10 90,90 90,90 10,10 10'], ['20 20,30 20,30 30,20 20']],
  'a member in a hole that touches it in a corner': [
    [square, '10 10,10 90,90 90,90 10,10 10'],
    ['10 10,30 20,30 30,10 10'],
  ],
  'a member in a hole with corners on all its edges': [
    [square, '10 10,10 90,90 90,90 10,10 10'],
    ['10 50,50 10,90 50,50 90,10 50'],
  ],
};

/** Polygons of which one is not: a hole astray, or rings that share more than points or cut it in pieces. */
export const invalid: Readonly<Record<string, Drawn>> = {
  'a hole outside': [[square, '200 10,200 20,220 20,200 10']],
  'a hole outside in the box of the shell': [[bay, '40 90,60 90,50 80,40 90']],
  'a hole outside that touches a corner': [[square, '100 100,120 110,110 120,100 100']],
  'a hole outside that touches an edge': [[square, '0 50,-20 40,-20 60,0 50']],
  'a hole around its shell': [['10 10,20 10,20 20,10 10', square]],
  'a hole across its shell': [[square, '90 10,110 10,110 20,90 10']],
  'a hole across its shell through a corner': [[square, '90 90,110 110,110 120,90 90']],
  'a hole across its shell in a point of an edge': [[square, '50 50,100 50,120 60,120 70,50 50']],
  'a hole a millimetre over the edge': [[square, '-0.001 10,20 20,20 10,-0.001 10']],
  'a hole along an edge': [[square, '0 20,0 40,20 30,0 20']],
  'a hole along an edge from corner to corner': [[square, '0 0,0 100,50 50,0 0']],
  'a hole equal to its shell': [[square, square]],
  'a hole equal to its shell from another corner, the other way': [[square, '100 0,0 0,0 100,100 100,100 0']],
  'a hole that touches the shell twice': [[square, '0 50,50 0,60 60,0 50']],
  'a hole that touches two sides': [[square, '0 50,50 60,100 50,50 40,0 50']],
  'a hole in a hole': [[square, '10 10,10 60,60 60,60 10,10 10', '20 20,20 25,25 25,20 20']],
  'a hole in a hole that touches it': [[square, '10 10,10 60,60 60,60 10,10 10', '10 10,20 25,25 20,10 10']],
  'the same hole twice': [[square, '10 10,10 20,20 20,10 10', '10 10,10 20,20 20,10 10']],
  'holes across each other': [[square, '10 10,10 60,60 60,10 10', '5 40,40 40,40 42,5 40']],
  'holes along an edge': [[square, '10 10,10 20,20 20,10 10', '10 10,10 20,5 15,10 10']],
  'holes that touch each other twice': [[square, '10 10,50 30,10 50,20 30,10 10', '10 10,10 50,5 30,10 10']],
  'holes that close a ring': [
    [
      square,
      '20 20,80 20,50 10,20 20',
      '80 20,80 80,90 50,80 20',
      '80 80,20 80,50 90,80 80',
      '20 80,20 20,10 50,20 80',
    ],
  ],
  'a row of holes from side to side': [[square, '0 50,50 40,50 60,0 50', '50 60,100 50,60 70,50 60']],
  'a second member with a hole outside': [[square], ['200 0,300 0,300 100,200 0', '0 200,10 200,10 210,0 200']],
};

/** Polygons that are valid each, and lie over each other or along each other's edges. */
export const overlapping: Readonly<Record<string, Drawn>> = {
  'members along an edge': [[square], ['100 0,200 0,200 100,100 100,100 0']],
  'members along a part of an edge': [[square], ['100 20,200 20,200 40,100 40,100 20']],
  'members that overlap': [[square], ['50 50,150 50,150 150,50 50']],
  'members that overlap by a millimetre': [[square], ['99.999 50,150 40,150 60,99.999 50']],
  'a member in another': [[square], ['10 10,20 10,20 20,10 10']],
  'a member in another that touches it from inside': [[square], ['0 50,20 40,20 60,0 50']],
  'the same member twice': [[square], [square]],
  'a member with its corners on the edges of another': [[square], ['50 0,100 50,50 100,0 50,50 0']],
  'a member that fills a hole': [[square, '10 10,10 90,90 90,90 10,10 10'], ['10 10,90 10,90 90,10 90,10 10']],
  'a member that covers a hole': [[square, '40 40,40 60,60 60,40 40'], ['30 30,70 30,70 70,30 70,30 30']],
  'the third on the first': [[square], ['200 0,300 0,300 100,200 0'], ['10 10,20 10,20 20,10 10']],
};

/** Rings that cross or touch themselves. */
export const crossing: Readonly<Record<string, string>> = {
  'a bow tie': '0 0,100 100,100 0,0 100,0 0',
  'a ring that touches itself': '0 0,100 0,50 50,100 100,0 100,50 50,0 0',
  'a corner on an edge': '0 0,100 0,100 100,50 0,0 100,0 0',
  'a spike': '0 0,100 0,100 100,100 150,100 100,0 100,0 0',
  'a spike inwards': '0 0,100 0,100 100,0 100,0 50,50 50,0 50,0 0',
  'an edge gone over twice': '0 0,100 0,100 100,0 0,100 0,100 100,0 0',
};

/** On the sheet that begins at a place, in RD. */
export const placed = (ring: string, [east, north]: readonly [number, number] = [120_000, 455_000]): string =>
  ring
    .split(',')
    .map((pair) => pair.split(' ').map(Number))
    .map(([x = 0, y = 0]) => `${(x + east).toFixed(3)} ${(y + north).toFixed(3)}`)
    .join(',');
