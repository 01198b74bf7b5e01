import type { Bilingual } from '#contract/texts/bilingual';

/** The process that ran `rules.mjs` did not come to its end; nothing can be said of the contract. Ends with exit code 3. */
export class RulesEnded extends Error {
  override readonly name = 'RulesEnded';
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}
