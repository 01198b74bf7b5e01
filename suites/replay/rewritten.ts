import { isDay } from '#contract/texts/is-day';
import { losslessText } from '#endpoint/encoding';
import { disguised } from '#endpoint/secrets/pattern';
import { referenceOf } from '#generators/marks';
import { withPayloads } from './payloads.ts';
import { plain, restyled } from './restyled.ts';

/** A message may write any character of its reference as a reference of XML, and begin a section anywhere in it. */
const sections = String.raw`(?:\]\]>|<!\[CDATA\[)*`;

const spread = (characters: readonly string[]): string => characters.join(sections);

const digit = String.raw`(?:\d|&#0*(?:4[89]|5[0-7]);|&#[xX]0*3\d;)`;

/** The reference of a delivery of a run, however it is written. */
const referencesOf = (runId: string): RegExp =>
  new RegExp(
    spread([...Array.from(`3PASTEST-${runId}-`, disguised), ...Array.from({ length: 12 }, () => `(?:${digit})`)]),
    'gu',
  );

/** Numbers of a run under which a message says that it is delivered, each once. */
export const numbersIn = (message: Uint8Array, runId: string): readonly string[] => {
  const found = new Set<string>();
  renumbered(message, runId, (number) => {
    found.add(number);
    return referenceOf(runId, number);
  });
  return [...found];
};

/** The message under other references, in its content too, since what is delivered twice is known by that; all other bytes stay as they are. */
export const renumbered = (
  message: Uint8Array,
  runId: string,
  referenceFor: (number: string) => string,
): Uint8Array => {
  const references = referencesOf(runId);
  const inText = (text: string): string =>
    text.replace(references, (found) => restyled(found, referenceFor(plain(found).slice(-12))));
  return edited(message, (text) => withPayloads(inText(text), (file) => inFile(file, inText)));
};

/** Offsets in a PDF count bytes: where a reference has another length it goes behind the end, where a remark may stand. */
const inFile = (file: Uint8Array, inText: (text: string) => string): Uint8Array => {
  const changed = edited(file, inText);
  if (changed.length === file.length || !Buffer.from(file.subarray(0, 1024)).includes('%PDF-')) return changed;
  const [, reference = ''] = /(3PASTEST-[A-Za-z0-9-]{1,40}-\d{12})/.exec(Buffer.from(changed).toString('latin1')) ?? [];
  return Buffer.concat([file, Buffer.from(`\n% ${reference}\n`)]);
};

/** Days that are the whole of a text or of an attribute, with a time behind them or none. */
const days = /(?=\d{4}-)(?<=[>"']\s*)\d{4}-\d{2}-\d{2}(?=(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?\s*[<"'])/g;

/** The message with all of its dates so many days later; what is no day of the calendar stays as it is. */
export const redated = (message: Uint8Array, shift: number): Uint8Array =>
  shift === 0
    ? message
    : edited(message, (text) => text.replace(days, (day) => (isDay(day) ? daysLater(day, shift) : day)));

const daysLater = (day: string, shift: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + shift * dayMs).toISOString().slice(0, 10);

const dayMs = 86_400_000;

const edited = (message: Uint8Array, change: (text: string) => string): Uint8Array => {
  const { text, toBytes } = losslessText(message);
  const changed = change(text);
  return changed === text ? message : toBytes(changed);
};
