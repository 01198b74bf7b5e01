import type { Bilingual } from '#contract/texts/bilingual';

/** A policy can't be used: says line, column and the way out. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}
