import type { Waits } from './sent-counts.ts';
import type { Language } from './texts.ts';

/** That an endpoint asked to wait, and how long; nothing where it did not. */
export const waitsText = ({ times, milliseconds }: Waits, language: Language): readonly string[] =>
  times === 0 ? [] : [words[language](times, Math.ceil(milliseconds / 1000))];

const words: Readonly<Record<Language, (times: number, seconds: number) => string>> = {
  nl: (times, seconds) =>
    `Het endpoint vroeg ${String(times)} keer om te wachten (429 of 503 met Retry-After), bij elkaar ${String(seconds)} s; daarna is hetzelfde verzoek opnieuw verstuurd. Verlaag limits.requestsPerSecond in het profiel als dat vaak gebeurt.`,
  en: (times, seconds) =>
    `The endpoint asked to wait ${String(times)} ${times === 1 ? 'time' : 'times'} (429 or 503 with Retry-After), ${String(seconds)} s in all; then the same request was sent again. Lower limits.requestsPerSecond in the profile if that happens often.`,
};
