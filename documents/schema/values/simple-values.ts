import type { SimpleType } from '#xml/schema/model';
import type fc from 'fast-check';
import type { Check } from './check.ts';

/** Text for simple types. */
export interface Values {
  /** Text that is a value of the type; throws `GenerationError` when none is found. */
  readonly of: (type: SimpleType) => fc.Arbitrary<string>;
  readonly check: Check;
}
