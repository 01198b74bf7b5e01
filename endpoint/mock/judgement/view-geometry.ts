import type { Element } from 'slimdom';
import { decimalsOf, isDecimal, positions, type Position } from './position.ts';
import { isClosed, isSimple } from './simple-line.ts';
import { type Effort, spend } from './effort.ts';
import { append, setAll, yesNo } from './view-element.ts';
import { readWkt } from './wkt.ts';

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
};

/** Adds a list of coordinates, as in GML, to its view element. */
export const addPositions = (element: Element, text: string, effort: Effort): void => {
  const numbers = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
  if (numbers.length === 0 || numbers.length % 2 === 1 || !numbers.every(isDecimal)) {
    setAll(element, { fout: 'posities' });
    return;
  }
  const pairs = numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? ''] as const] : []));
  addLine(element, positions(pairs), effort);
  setAll(element, { decimalen: numbers.reduce((most, number) => Math.max(most, decimalsOf(number)), 0) });
};

const addLine = (element: Element, line: readonly Position[], effort: Effort): void => {
  spend(effort, 'positions', line.length);
  setAll(element, { gesloten: yesNo(isClosed(line)), enkelvoudig: yesNo(isSimple(line, effort)) });
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
