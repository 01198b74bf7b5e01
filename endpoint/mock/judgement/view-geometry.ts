import type { Element, Node } from 'slimdom';
import { readGml } from './gml.ts';
import type { Polygon } from './jts.ts';
import { lying } from './lying.ts';
import { decimalsOf, pairsIn, positions, type Position, samePlace } from './position.ts';
import { isClosed, isSimple } from './simple-line.ts';
import { type Effort, spend } from './effort.ts';
import { append, setAll, yesNo } from './view-element.ts';
import { readWkt, type Wkt } from './wkt.ts';

/** Adds well-known text to its view element: one `deel` for each point, line or ring. */
export const addWkt = (element: Element, text: string, effort: Effort): void => {
  const wkt = readWkt(text);
  if (wkt === undefined) {
    setAll(element, { fout: 'wkt' });
    return;
  }
  setAll(element, { soort: wkt.kind });
  spend(effort, 'found', wkt.parts.length);
  for (const part of wkt.parts) {
    const child = append(element, 'deel', { rol: part.role });
    addLine(child, part.positions, effort);
  }
  setAll(element, lying(polygonsOf(wkt), effort));
};

/** An outer ring begins a polygon, and the inner ones that follow are its holes. */
const polygonsOf = ({ parts }: Wkt): readonly Polygon[] =>
  parts.flatMap((part, index) => {
    if (part.role !== 'buiten') return [];
    const behind = parts.slice(index + 1);
    const next = behind.findIndex(({ role }) => role !== 'binnen');
    return [[part, ...behind.slice(0, next < 0 ? undefined : next)].map((ring) => ring.positions)];
  });

/** Adds how the polygons in GML lie; patches may share edges, so a surface of several says nothing of others. */
export const addGml = (element: Element, node: Node, effort: Effort): void => {
  const surfaces = readGml(node) ?? [];
  const { geldig, los } = lying(surfaces.flat(), effort);
  setAll(element, { geldig, los: surfaces.some(({ length }) => length > 1) ? undefined : los });
};

/** Adds a list of coordinates, as in GML, to its view element. */
export const addPositions = (element: Element, text: string, effort: Effort): void => {
  const numbers = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
  const pairs = pairsIn(numbers);
  if (pairs === undefined) {
    setAll(element, { fout: 'posities' });
    return;
  }
  addLine(element, positions(pairs), effort);
  setAll(element, { decimalen: pairs.flat().reduce((most, number) => Math.max(most, decimalsOf(number)), 0) });
};

const addLine = (element: Element, line: readonly Position[], effort: Effort): void => {
  spend(effort, 'positions', line.length);
  setAll(element, {
    gesloten: yesNo(isClosed(line)),
    enkelvoudig: yesNo(isSimple(line, effort)),
    verschillend: yesNo(line.some((one) => line[0] !== undefined && !samePlace(one, line[0]))),
  });
  for (const { x, y } of line) {
    const position = append(element, 'positie');
    position.setAttribute('x', plain(x));
    position.setAttribute('y', plain(y));
  }
};

/** Without plus, and with digits on both sides of a point: XPath 1.0 reads no other numbers. */
const plain = (decimal: string): string => {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(decimal) ?? [];
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`;
};
