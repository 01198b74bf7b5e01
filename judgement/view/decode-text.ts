import type { DecreeDays } from '#contract/contract';
import { dayNumber, parseDay, sortable, weekday, workingDay } from '../calendar.ts';
import type { XmlElement } from '#xml/tree';
import { lyingOf, type Polygon } from '../geometry/areas.ts';
import { readSurfaces } from '../geometry/gml.ts';
import { hasExtent, isClosed, mostDecimalsIn, type Position } from '../geometry/position.ts';
import { parsePositions } from '../geometry/positions.ts';
import { isSimple } from '../geometry/simple.ts';
import { parseWellKnownText, type Part, polygonsOf } from '../geometry/well-known-text.ts';
import { type Decoded, viewElement } from './view-element.ts';

/** A date as numbers that rules can compare. */
export const decodeDate = (text: string, decree: DecreeDays): Decoded => {
  const day = parseDay(text);
  if (day === undefined) return failed('datum');
  return {
    attributes: {
      getal: sortable(day),
      dagnummer: dayNumber(day),
      weekdag: weekday(day),
      werkdag: workingDay(day, decree),
    },
    children: [],
  };
};

/** Well-known text as its rings, lines and points. */
export const decodeWellKnownText = (text: string): Decoded => {
  const geometry = parseWellKnownText(text);
  if (geometry === undefined) return failed('wkt');
  return {
    attributes: { soort: geometry.kind, ...lying(polygonsOf(geometry)) },
    children: geometry.parts.map(partElement),
  };
};

/** How the surfaces of a geometry in GML lie; patches of one surface may meet in more than points, and say nothing of others. */
export const decodeGml = (element: XmlElement): Decoded => {
  const surfaces = readSurfaces(element) ?? [];
  const { geldig, los } = lying(surfaces.flat());
  return { attributes: { geldig, ...(surfaces.every(({ length }) => length === 1) ? { los } : {}) }, children: [] };
};

/** A list of coordinates as positions. */
export const decodePositions = (text: string): Decoded => {
  const positions = parsePositions(text);
  if (positions === undefined) return failed('posities');
  return {
    attributes: { ...shape(positions), decimalen: mostDecimalsIn(positions) },
    children: positions.map(positionElement),
  };
};

/** A decoder's way to say that the text is not what it is to be. */
export const failed = (fout: string): Decoded => ({ attributes: { fout }, children: [] });

const partElement = ({ role, positions }: Part): XmlElement =>
  viewElement('deel', { rol: role, ...shape(positions) }, positions.map(positionElement));

const lying = (polygons: readonly Polygon[]): Decoded['attributes'] => {
  const { areValid, areApart } = lyingOf(polygons);
  return { geldig: yesNo(areValid), los: yesNo(areApart) };
};

const shape = (positions: readonly Position[]): Decoded['attributes'] => ({
  gesloten: yesNo(isClosed(positions)),
  enkelvoudig: yesNo(isSimple(positions)),
  verschillend: yesNo(hasExtent(positions)),
});

const yesNo = (claim: boolean | undefined): 'ja' | 'nee' | undefined => {
  if (claim === undefined) return undefined;
  return claim ? 'ja' : 'nee';
};

const positionElement = ({ x, y }: Position): XmlElement => viewElement('positie', { x, y });
