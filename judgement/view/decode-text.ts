import type { DecreeDays } from '#contract/contract';
import type { XmlElement } from '#xml/tree';
import { dayNumber, parseDay, sortable, weekday, workingDay } from '../calendar.ts';
import { isClosed, isSimple, mostDecimalsIn, type Position } from '../geometry.ts';
import { parsePositions } from '../positions.ts';
import { parseWellKnownText, type Part } from '../well-known-text.ts';
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
  return { attributes: { soort: geometry.kind }, children: geometry.parts.map(partElement) };
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

const shape = (positions: readonly Position[]): Decoded['attributes'] => ({
  gesloten: isClosed(positions) ? 'ja' : 'nee',
  enkelvoudig: isSimple(positions) ? 'ja' : 'nee',
});

const positionElement = ({ x, y }: Position): XmlElement => viewElement('positie', { x, y });
