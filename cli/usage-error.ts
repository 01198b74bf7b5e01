import type { Bilingual } from '#contract/texts/bilingual';

/** Wrong usage or configuration: one sentence that says what is wrong and the way out. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Bilingual;

  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
