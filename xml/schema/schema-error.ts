import type { Place } from './model.ts';

/** A schema that can't be used: names the construct, the file and the line. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** What in the schema is at fault, for example `xs:redefine`. */
  readonly construct: string;
  readonly file: string;
  readonly line: number;

  constructor(construct: string, place: Place, reason: string, cause?: unknown) {
    super(`${place.file}:${String(place.line)}: ${construct}: ${reason}`, { cause });
    this.construct = construct;
    this.file = place.file;
    this.line = place.line;
  }
}
