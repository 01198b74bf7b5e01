import type { Bilingual } from '#contract/texts/bilingual';

/** What someone set up can't work: the message says which setting with its value, then what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** The message in both languages; undefined where there is English alone. */
  readonly text: Bilingual | undefined;

  constructor(said: string | Bilingual, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : said.en, options);
    this.text = typeof said === 'string' ? undefined : said;
  }
}
