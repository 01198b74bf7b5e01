import type fc from 'fast-check';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import type { Making } from '../schema/making.ts';
import { createPool } from '../schema/ties/pool.ts';
import type { Kit } from '../schema/ties/table.ts';
import { createTable } from '../table.ts';
import type { Site } from './sites.ts';
import type { FindFaults, Used } from './text/faults.ts';
import type { WrongText } from './text/wrong-text.ts';

/** The means that operators work with. */
export interface Tools {
  readonly model: SchemaModel;
  readonly making: Making;
  readonly faults: FindFaults;
  /** Texts that break a constraint of a type where it is used; undefined when none was found. */
  readonly wrongTexts: (used: Used, constraint: string) => fc.Arbitrary<WrongText> | undefined;
}

/** An edit of one element: what it becomes, and what else that may break. */
export interface Change {
  readonly operator: string;
  readonly element: XmlElement;
  /** The attribute that was edited, when it was one. */
  readonly attribute?: string;
  readonly implied?: readonly string[];
  /** Where below the element the edit was made, as indices among child elements. */
  readonly below?: readonly number[];
}

const kits = createTable<SchemaModel, Kit>();

/** Returns the means that operators on ties work with. */
export const kitOf = ({ model, making }: Tools): Kit => {
  const { values } = making;
  return kits(making.memory, model, () => ({ model, values, pool: createPool(values) }));
};

/** One way to break constraints: the changes of an element of a valid tree that break the constraint; none where it does not apply. */
export type Operator = (tools: Tools, site: Site, constraint: SchemaConstraint) => readonly fc.Arbitrary<Change>[];
