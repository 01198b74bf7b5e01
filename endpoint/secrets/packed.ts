/** A code that can be undone, as it stands in a text. */
interface Code {
  readonly run: RegExp;
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

/** A run may begin before its code does: the four characters of base64 and the two digits of a byte tell nothing of where. */
const codes: readonly Code[] = [
  {
    run: /[A-Za-z0-9+/_-]{8,}/g,
    undo: (run) => [...offsetsOf(run).map((offset) => fromBase64(run.slice(offset))), ...hexIn(run)],
  },
  {
    run: /[0-9A-Fa-f]{2}(?:[ ,:;.-]{1,2}(?:0x)?[0-9A-Fa-f]{2}){3,}/g,
    undo: (run) => [fromHex(run.replace(/0x|[^0-9A-Fa-f]/g, ''))],
  },
  { run: /\d{1,3}(?:[ ,;]{1,2}\d{1,3}){3,}/g, undo: (run) => [fromNumbers(run.match(/\d+/g) ?? [])] },
  {
    run: /"\d+":\d{1,3}(?:,"\d+":\d{1,3}){3,}/g,
    undo: (run) => [fromNumbers([...run.matchAll(/:(\d+)/g)].map(([, number]) => number ?? ''))],
  },
];

/** A run, and what it may stand for. */
export interface Packed {
  readonly run: string;
  readonly bytes: readonly string[];
}

/** What runs of base64, hexadecimal or numbers in a text stand for, as bytes; those that are known are left out. */
export function* packedIn(text: string, isKnown: (run: string) => boolean): Generator<Packed> {
  for (const { run: form, undo } of codes)
    for (const [run] of text.matchAll(form)) {
      if (!isKnown(run)) yield { run, bytes: undo(run) };
    }
}

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
