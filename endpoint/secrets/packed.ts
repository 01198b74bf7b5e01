/** A code that can be undone, as it stands in a text. */
interface Code {
  /** Source of a regular expression for this many bytes or more. */
  readonly run: (bytes: number) => string;
  /** Whether it can be in a text at all, where that is cheaper to tell. */
  readonly hint?: (text: string) => boolean;
  readonly undo: (run: string) => readonly string[];
}

const fromBase64 = (run: string): string => Buffer.from(run, 'base64').toString('latin1');
const fromHex = (run: string): string => Buffer.from(run, 'hex').toString('latin1');
const fromNumbers = (numbers: readonly string[]): string => Buffer.from(numbers.map(Number)).toString('latin1');

/** A longer run is a file, and begins where its code does. */
const longest = 4096;

const offsetsOf = (run: string): readonly number[] => (run.length > longest ? [0] : [0, 1, 2, 3]);

/** Digits of hexadecimal are characters of base64 too. */
const hexIn = (run: string): readonly string[] =>
  (run.match(/[0-9A-Fa-f]{8,}/g) ?? []).flatMap((digits) => [fromHex(digits), fromHex(digits.slice(1))]);

const inBase64 = '[A-Za-z0-9+/_-]';

/** A run may begin before its code does: the four characters of base64 and the two digits of a byte tell nothing of where. */
const codes: readonly Code[] = [
  {
    run: (bytes) => `(?<!${inBase64})${inBase64}{${String(Math.max(8, Math.floor((bytes * 4) / 3)))},}`,
    undo: (run) => [...offsetsOf(run).map((offset) => fromBase64(run.slice(offset))), ...hexIn(run)],
  },
  {
    run: (bytes) => `[0-9A-Fa-f]{2}(?:[ ,:;.-]{1,2}(?:0x)?[0-9A-Fa-f]{2})${besidesFirst(bytes)}`,
    undo: (run) => [fromHex(run.replace(/0x|[^0-9A-Fa-f]/g, ''))],
  },
  {
    run: (bytes) => `\\d{1,3}(?:[ ,;]{1,2}\\d{1,3})${besidesFirst(bytes)}`,
    undo: (run) => [fromNumbers(run.match(/\d+/g) ?? [])],
  },
  {
    run: (bytes) => `"\\d+":\\d{1,3}(?:,"\\d+":\\d{1,3})${besidesFirst(bytes)}`,
    hint: (text) => text.includes('":'),
    undo: (run) => [fromNumbers([...run.matchAll(/:(\d+)/g)].map(([, number]) => number ?? ''))],
  },
  {
    run: (bytes) => `[01]{8}(?:[ ,;]{0,2}[01]{8})${besidesFirst(bytes)}`,
    // A letter or digit in ASCII begins with one of these.
    hint: (text) => ['010', '011', '0011'].some((bits) => text.includes(bits)),
    undo: (run) => [fromNumbers((run.match(/[01]{8}/g) ?? []).map((bits) => `0b${bits}`))],
  },
];

const besidesFirst = (bytes: number): string => `{${String(Math.max(3, bytes - 1))},}`;

/** A run, and what it may stand for. */
export interface Packed {
  readonly run: string;
  readonly bytes: readonly string[];
}

/** Finds runs of base64, hexadecimal, numbers or bits in a text that can hold this many bytes, each with what it may stand for; those that are known are left out. */
export const packedFinder = (
  bytes: number,
): ((text: string, isKnown: (run: string) => boolean) => Generator<Packed>) => {
  const compiled = codes.map(({ run, ...code }) => ({ ...code, form: new RegExp(run(bytes), 'g') }));
  return function* (text, isKnown) {
    for (const { form, hint, undo } of compiled) {
      if (hint?.(text) === false) continue;
      for (const [run] of text.matchAll(form)) if (!isKnown(run)) yield { run, bytes: undo(run) };
    }
  };
};

/** Four characters of ASCII in UTF-16, in either order. */
const wide = /(?:[\x01-\x7f]\0){4}|(?:\0[\x01-\x7f]){4}/;

/** Bytes of UTF-16, of either order and beginning at either byte, as bytes of UTF-8. */
export const wideIn = (text: string): readonly string[] => {
  if (!wide.test(text)) return [];
  return [0, 1].flatMap((start) => {
    const odd = (text.length - start) % 2;
    const bytes = Buffer.from(text.slice(start, text.length - odd), 'latin1');
    const other = Buffer.from(bytes).swap16();
    return [bytes, other].map((one) => Buffer.from(one.toString('utf16le'), 'utf8').toString('latin1'));
  });
};
