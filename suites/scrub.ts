import { jsonText } from '#contract/texts/json-text';
import { redactorOf } from '#endpoint/redact';
import type { Secret } from '#endpoint/secrets/needles';
import type { Scrub } from '#evidence/journal';

/** The last search for secrets before anything is written, whatever way it came. */
export interface Scrubber extends Scrub {
  readonly text: (text: string) => string;
}

/** A search for these secrets, which takes them out of bytes, text, and the values of lines of JSON. */
export const scrubFor = (secrets: readonly Secret[]): Scrubber => {
  const { text, bytes } = redactorOf(undefined, secrets);
  return {
    text,
    bytes: (all) => bytes(all),
    line: (line) => (text(line) === line ? line : jsonText(JSON.parse(line, cleaning(text)))),
  };
};

const cleaning =
  (text: (text: string) => string) =>
  (_: string, value: unknown): unknown =>
    typeof value === 'string' ? text(value) : value;
