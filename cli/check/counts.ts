import type { Strange } from './inputs.ts';
import type { JudgedFile } from './judged-file.ts';

/** Files by what came of them. */
export interface Counts {
  readonly files: number;
  readonly invalid: number;
  /** Valid, with a warning. */
  readonly warned: number;
  /** None of a delivery. */
  readonly strange: number;
}

/** What came of what was given. */
export interface Checked {
  readonly files: readonly JudgedFile[];
  readonly strange: readonly Strange[];
}

/** Counts files by what was found in them. */
export const countsOf = ({ files, strange }: Checked): Counts => {
  const invalid = files.filter(({ findings }) => findings.some(({ isError }) => isError)).length;
  const told = files.filter(({ findings }) => findings.length > 0).length;
  return { files: files.length, invalid, warned: told - invalid, strange: strange.length };
};
