/** A text for people in the two languages of the suite. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}
