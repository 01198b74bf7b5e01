import fc from 'fast-check';
import type { ComplexType, Particle, SchemaModel } from '#xml/schema/model';
import { readChildren } from '#xml/schema/read-children';
import { brokenByChildren } from '#xml/schema/unexpected';
import { elementsOf, type XmlElement } from '#xml/tree';
import type { Change } from '../operation.ts';

/** The particle of the content model that takes each child of a valid element. */
export const takenBy = (type: ComplexType, node: XmlElement, model: SchemaModel): readonly Particle[] =>
  readChildren(type.particle, elementsOf(node), model).taken;

/** An edit that an operator would make of an element, before it is known whether it breaks the constraint. */
export type Attempt = readonly [operator: string, element: XmlElement];

/** A content model with the constraint of it that is to be broken. */
export interface Aim {
  readonly type: ComplexType;
  readonly model: SchemaModel;
  readonly constraint: string;
}

/** Of several attempts those that break the constraint. */
export const thatBreak = (aim: Aim, attempts: readonly Attempt[]): readonly fc.Arbitrary<Change>[] => {
  const changes = attempts.filter((attempt) => breaks(aim, attempt)).map(changeOf);
  return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
};

/** The same for attempts with drawn parts: one that misses is replaced by one that was found before. */
export const drawnThatBreak = (aim: Aim, attempts: fc.Arbitrary<Attempt>): readonly fc.Arbitrary<Change>[] => {
  const found = fc.sample(attempts, { seed: 20200101, numRuns: 8 }).find((attempt) => breaks(aim, attempt));
  return found === undefined ? [] : [attempts.map((attempt) => changeOf(breaks(aim, attempt) ? attempt : found))];
};

const breaks = ({ type, model, constraint }: Aim, [, element]: Attempt): boolean =>
  brokenByChildren(type, element, model) === constraint;

const changeOf = ([operator, element]: Attempt): Change => ({ operator, element });
