import { jsonLine } from '#contract/texts/json-text';
import { redactorOf } from '#endpoint/redact';
import type { Secret } from '#endpoint/secrets/needles';
import type { Scrub } from '#evidence/journal';

/** The last search for secrets before anything is written, whatever way it came. */
export interface Scrubber extends Scrub {
  readonly text: (text: string) => string;
}

/** A search for these secrets, which takes them out of bytes, text, and the strings of events. */
export const scrubFor = (secrets: readonly Secret[]): Scrubber => {
  const { text, bytes, ownBytes } = redactorOf(undefined, secrets);
  const cleaned = remembering(text);
  return {
    text,
    bytes: (all, whose) => (whose === 'own' ? ownBytes(all) : bytes(all)),
    // A digest is our own; a header of that name was searched when it came in.
    line: (event) => jsonLine(event, (one, key) => (key === 'sha256' ? one : cleaned(one))),
  };
};

/** Most strings of events come again and again: so many are remembered, of so many characters. */
const most = { strings: 10_000, characters: 400 };

const remembering = (text: (text: string) => string): ((text: string) => string) => {
  const clean = new Set<string>();
  return (one) => {
    if (clean.has(one)) return one;
    const after = text(one);
    if (after !== one || one.length > most.characters) return after;
    if (clean.size >= most.strings) clean.clear();
    clean.add(one);
    return after;
  };
};
