import type fc from 'fast-check';
import type { Shared } from './shared.ts';
import type { ValueOptions } from './value-options.ts';

/** Options that shape the documents of a schema; every document is valid with any of them. */
export interface SchemaOptions extends ValueOptions {
  /** Text of a declaration, by its id, in place of what its type would give; it must be a value of the type. */
  readonly overrides?: ReadonlyMap<string, fc.Arbitrary<string>>;
  /** Ids of declarations whose content is put in afterwards: these are not nil, and have the type that they are declared with. */
  readonly filled?: ReadonlySet<string>;
  /** Ids of optional declarations that are always there, and never nil. */
  readonly present?: ReadonlySet<string>;
  /** Ids of optional declarations that are never there. */
  readonly absent?: ReadonlySet<string>;
  /** Below this depth only what is required is made. */
  readonly maxDepth?: number;
  /** How often something comes that may come any number of times. */
  readonly maxRepeat?: number;
  /** Documents are thinned out until about so many elements are to be expected, where their required parts allow it. */
  readonly usualSize?: number;
  /** Results that several arbitraries share, from `createShared`. */
  readonly shared?: Shared;
}
