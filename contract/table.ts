import type { Place } from '#xml/place';
import type { Grounding } from './grounds/ground.ts';

/** A row of a table: a value, what is written for it where that is another text, and from which day to which it holds. */
export interface TableEntry {
  readonly value: string;
  readonly code: string | undefined;
  /** What kind of thing it is, where two of one name may differ by it. */
  readonly kind: string | undefined;
  /** YYYY-MM-DD; the last day is one of those on which it holds. */
  readonly begin: string | undefined;
  readonly end: string | undefined;
}

/** A value list in a file of the folder. */
export interface Table extends Grounding {
  readonly entries: readonly TableEntry[];
  /** The day on which it was as it is, YYYY-MM-DD. */
  readonly of: string | undefined;
  readonly place: Place;
}
