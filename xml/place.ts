/** A file and a line in it, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}
