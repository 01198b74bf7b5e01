import type { Bilingual } from '#contract/texts/bilingual';
import type { OpenElement, OpenNode } from '#xml/document';
import { compileXPath, nodesOf } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { parsePositions } from '../geometry/positions.ts';
import type { Position } from '../geometry/position.ts';
import { parseWellKnownText } from '../geometry/well-known-text.ts';
import { lineOf, pathOf } from '../place.ts';
import type { CompiledRole } from '../view/compile-roles.ts';
import type { Origin } from '../view/build-view.ts';

/** Tells of a line at a role that ends where it begins, as the edge of an area does. */
export const lineRemarks = (
  { decode }: Pick<CompiledRole, 'decode'>,
  node: OpenNode,
  request: OpenElement,
): readonly Finding[] => {
  if (decode !== 'wkt') return [];
  const parts = parseWellKnownText(node.content)?.parts ?? [];
  const isClosed = parts.some(({ role, positions }) => role === 'lijn' && isRing(positions));
  return isClosed ? [finding({ node, inside: undefined }, request)] : [];
};

/** Reads GML for lines that end where they begin; those that make up a ring are to. */
export const gmlLineReader = () => {
  const xpath = compileXPath(
    ".//*[local-name() = 'posList'][parent::*[local-name() = 'LineString' or local-name() = 'LineStringSegment']][not(ancestor::*[local-name() = 'Ring'])]",
  );
  return {
    read: (within: Origin, request: OpenElement): readonly Finding[] =>
      nodesOf(xpath.evaluate(within.node))
        .filter(({ content }) => isRing(parsePositions(content) ?? []))
        .map((node) => finding({ node, inside: within.inside }, request)),
    dispose: (): void => {
      xpath.dispose();
    },
  };
};

/** Three corners at least, and the first again. */
const isRing = (positions: readonly Position[]): boolean => {
  const [first, last] = [positions[0], positions.at(-1)];
  return positions.length > 3 && first?.x === last?.x && first?.y === last?.y;
};

const finding = (origin: Origin, request: OpenElement): Finding => ({
  ...{ constraint: 'geometry#closed-line', severity: 'warning', ground: 'inferred', why: 'closed-line' },
  path: pathOf(origin, request),
  line: lineOf(origin),
  text: closedText,
});

const closedText: Bilingual = {
  nl: 'Een lijn eindigt waar zij begint, zoals de rand van een vlak. Lever een vlak aan als dat bedoeld is.',
  en: 'A line ends where it begins, as the edge of an area does. Deliver an area where that is meant.',
};
