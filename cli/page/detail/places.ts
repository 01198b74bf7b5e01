import { heading, paragraph } from '#pages/controls';
import { boxAround, closeUp, drawings, isOnMap, mapOfNetherlands } from '#pages/drawing';
import type { Content } from '#pages/markup';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import type { Run, Shape } from '#judgement/geometry/shapes';
import { pageWords } from '../page-words.ts';
import type { Examined } from './examined.ts';

/** Shapes that are drawn by themselves. */
const mostClose = 12;

/** Where the message is about: a map with a mark at each place, and what is no mere point close up. */
export const places = ({ shapes }: Pick<Examined, 'shapes'>, language: Language): Content => {
  if (shapes.length === 0) return '';
  const words = pageWords[language];
  const label = words.mapOf(shapes.length);
  const outside = shapes.filter((shape) => !isOnMap(shape)).length;
  const large = shapes.flatMap((shape, index) => {
    const caption = words.shape(index + 1, whatOf(shape, language), placeOf(shape));
    return isPoint(shape) ? [] : [{ drawing: closeUp(shape, caption), caption }];
  });
  const points = shapes.flatMap((shape, index) =>
    isPoint(shape) ? [words.shape(index + 1, words.runs.point(1), placeOf(shape))] : [],
  );
  const map = {
    drawing: mapOfNetherlands(shapes, label),
    caption: [label, '. ', points.slice(0, mostClose).join('; ')],
  };
  return [
    heading(words.map),
    outside === 0 ? '' : paragraph(words.outside(outside)),
    drawings([map, ...large.slice(0, mostClose)]),
  ];
};

const isPoint = (shape: Shape): boolean => shape.length === 1 && shape[0]?.kind === 'point';

/** Of what runs it is made, and how large it is. */
const whatOf = (shape: Shape, language: Language): string => {
  const words = pageWords[language];
  const kinds: readonly Run['kind'][] = ['area', 'line', 'point'];
  const runs = kinds.flatMap((kind) => {
    const count = shape.filter((run) => run.kind === kind).length;
    return count === 0 ? [] : [words.runs[kind](count)];
  });
  const { west, south, east, north } = boxAround(shape);
  const size = words.extent(metres(east - west, language), metres(north - south, language));
  return `${runs.join(', ')} (${size})`;
};

const metres = (length: number, language: Language): string => number(Math.round(length), language);

const placeOf = (shape: Shape): string => {
  const { west, south, east, north } = boxAround(shape);
  return `x ${String(Math.round((west + east) / 2))}, y ${String(Math.round((south + north) / 2))}`;
};
