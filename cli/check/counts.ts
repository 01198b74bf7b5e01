import type { Strange } from './inputs.ts';
import type { JudgedFile, Unseen } from './judged-file.ts';

/** Files by what came of them. */
export interface Counts {
  readonly files: number;
  readonly invalid: number;
  /** Valid, with a warning. */
  readonly warned: number;
  /** None of a delivery. */
  readonly strange: number;
  /** Answers of the service, which are not judged. */
  readonly answers: number;
}

/** What came of what was given. */
export interface Checked {
  readonly files: readonly JudgedFile[];
  readonly strange: readonly Strange[];
}

/** A rule that nothing in some files decides. */
export interface NotJudged extends Unseen {
  readonly files: number;
}

/** Rules that files were not judged by, each once. */
export const notJudgedIn = ({ files }: Checked): readonly NotJudged[] => {
  const found = new Map<string, NotJudged>();
  for (const { constraint, text } of files.flatMap(({ unseen }) => unseen ?? []))
    found.set(constraint, { constraint, text, files: (found.get(constraint)?.files ?? 0) + 1 });
  return [...found.values()];
};

/** Counts files by what was found in them. */
export const countsOf = ({ files, strange }: Checked): Counts => {
  const invalid = files.filter(({ findings }) => findings.some(({ isError }) => isError)).length;
  const answers = strange.filter(({ isAnswer }) => isAnswer === true).length;
  const told = files.filter(({ findings }) => findings.length > 0).length;
  return { files: files.length, invalid, warned: told - invalid, strange: strange.length - answers, answers };
};
