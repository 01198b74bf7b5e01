import type { TextSource } from './text-source.ts';

/** Options that the values of simple types depend on. */
export interface ValueOptions {
  /** Free text of a length, for types that are no more than text. */
  readonly text?: TextSource;
  /** Also values that not every processor of XML Schema must take (part 2, 3.2.3 and 3.2.7): beyond 18 digits, the years 0001 to 9999, and milliseconds. */
  readonly beyondMinimal?: boolean | undefined;
}
