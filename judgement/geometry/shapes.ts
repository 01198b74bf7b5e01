import type { Contract } from '#contract/contract';
import { withDocuments } from '#xml/document';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { XmlGaveUp } from '#xml/xml-error';
import { XPathError } from '#xml/xpath-error';
import type { JudgementContext } from '../finding.ts';
import { envelopeReader } from '../oracle-envelope.ts';
import { buildView } from '../view/build-view.ts';
import { compileRoles } from '../view/compile-roles.ts';

/** A run of positions as something that can be drawn: an area is closed, and lies within or around the others of its shape. */
export interface Run {
  readonly kind: 'point' | 'line' | 'area';
  readonly positions: readonly (readonly [x: number, y: number])[];
}

/** Runs that belong together, such as a polygon with its holes. */
export type Shape = readonly Run[];

/** Reads the geometry of deliveries, whatever the contract calls it; nothing of what is no delivery, or can't be read. */
export const shapeReader = (
  contract: Contract,
): ((message: Uint8Array, context: JudgementContext) => readonly Shape[]) => {
  const [envelopes, roles] = [envelopeReader(contract), compileRoles(contract)];
  return (message, context) => {
    try {
      return withDocuments((open) => {
        const enveloped = envelopes.read(message, open);
        if ('findings' in enveloped || enveloped.operation !== 'deliver') return [];
        return shapesIn(buildView({ contract, roles, request: enveloped.request, context, open }).tree);
      });
    } catch (error) {
      if (error instanceof XmlGaveUp || error instanceof XPathError) return [];
      throw error;
    }
  };
};

/** Shapes of one delivery, and positions of one run; of a longer run some are left out, evenly. */
const most = { shapes: 100, positions: 1000 };

/** The shapes in a judged view: what stands in one element belongs together. */
const shapesIn = (view: XmlElement): readonly Shape[] => {
  const shapes: Shape[] = [];
  const add = (element: XmlElement): void => {
    const runs = elementsOf(element).flatMap(runIn);
    if (runs.length > 0 && shapes.length < most.shapes) shapes.push(runs.slice(0, most.shapes));
    for (const child of elementsOf(element)) add(child);
  };
  add(view);
  return shapes;
};

const runIn = (element: XmlElement): readonly Run[] => {
  const positions = elementsOf(element).flatMap(positionIn);
  if (positions.length === 0) return [];
  const isArea = attributeOf(element, 'gesloten') === 'ja' && positions.length > 3;
  return [{ kind: positions.length === 1 ? 'point' : isArea ? 'area' : 'line', positions: thinned(positions) }];
};

const positionIn = (element: XmlElement): Run['positions'] => {
  if (element.name !== 'positie') return [];
  const [x, y] = ['x', 'y'].map((name) => Number(attributeOf(element, name) ?? Number.NaN));
  return x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y) ? [] : [[x, y]];
};

const thinned = (positions: Run['positions']): Run['positions'] => {
  const step = Math.ceil(positions.length / most.positions);
  return step === 1 ? positions : positions.filter((_, index) => index % step === 0 || index === positions.length - 1);
};
