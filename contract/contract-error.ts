import type { Place } from '#xml/place';

/** A contract folder that can't be used: one sentence that begins with file and line, and says what to do. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly file: string;
  /** From 1; 0 when the fault is the file as a whole. */
  readonly line: number;

  constructor(place: Place, sentence: string, cause?: unknown) {
    super(`${place.line > 0 ? `${place.file}:${String(place.line)}` : place.file}: ${sentence}`, { cause });
    this.file = place.file;
    this.line = place.line;
  }
}

/** The place that is a file as a whole. */
export const wholeFile = (file: string): Place => ({ file, line: 0 });
