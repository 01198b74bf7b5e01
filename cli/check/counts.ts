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

/** Counts files; where it is strict, a warning makes one invalid too. */
export const countsOf = (files: readonly JudgedFile[], strange: readonly Strange[], isStrict: boolean): Counts => {
  const invalid = files.filter(({ findings }) => findings.some(({ isError }) => isError || isStrict)).length;
  const told = files.filter(({ findings }) => findings.length > 0).length;
  return { files: files.length, invalid, warned: told - invalid, strange: strange.length };
};
