import type { Place } from '../place.ts';

/** A schema that can't be used: names the construct, the file and the line. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** What in the schema is at fault, for example `xs:redefine`. */
  readonly construct: string;
  readonly file: string;
  readonly line: number;

  /** The reason is a sentence, or the error that says it. */
  constructor(construct: string, place: Place, reason: string | Error) {
    const [text, cause] = typeof reason === 'string' ? [reason] : [reason.message, reason];
    super(`${place.file}:${String(place.line)}: ${construct}: ${text}`, { cause });
    this.construct = construct;
    this.file = place.file;
    this.line = place.line;
  }
}
