import type { Bilingual } from '#contract/texts/bilingual';

/** A journal from which no run can be read: one sentence in both languages. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}
