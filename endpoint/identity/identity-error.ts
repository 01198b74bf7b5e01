import type { Bilingual } from '#contract/texts/bilingual';
import { ConfigurationError } from '../configuration-error.ts';
import { type IdentityProblem, problemTexts } from './problems.ts';

/** A certificate or key file that can't be used: which problem it is, in one sentence with the file and the way out. */
export class IdentityError extends ConfigurationError {
  readonly problem: IdentityProblem;
  readonly file: string;
  override readonly text: Bilingual;

  constructor(problem: IdentityProblem, file: string, details: readonly string[] = []) {
    const text = problemTexts[problem](file, ...details);
    super(text);
    this.problem = problem;
    this.file = file;
    this.text = text;
  }
}
