import type { Place } from '#xml/place';
import type { Bilingual } from '../texts/bilingual.ts';
import { visible } from '../texts/visible.ts';

/** A contract folder that can't be used: one sentence that begins with file and line where it has a place, and says what to do. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly file: string;
  /** From 1; 0 when the fault is the file as a whole. */
  readonly line: number;
  /** The message in both languages; undefined where there is English alone. */
  readonly text: Bilingual | undefined;

  constructor(place: Place | undefined, sentence: string | Bilingual, cause?: unknown) {
    super(placed(place, typeof sentence === 'string' ? sentence : sentence.en), { cause });
    this.text = typeof sentence === 'string' ? undefined : { nl: placed(place, sentence.nl), en: this.message };
    this.file = place?.file ?? '';
    this.line = place?.line ?? 0;
  }

  /** The same error of a folder that is moved. */
  inFolder(from: string, to: string): ContractError {
    const moved = (text: string): string => text.replaceAll(from, to);
    const { nl, en } = this.text ?? { nl: undefined, en: this.message };
    return new ContractError(undefined, nl === undefined ? moved(en) : { nl: moved(nl), en: moved(en) }, this);
  }
}

/** A sentence behind its place. */
export const placed = (place: Place | undefined, sentence: string): string => {
  if (place === undefined) return sentence;
  const file = visible(place.file);
  return `${place.line > 0 ? `${file}:${String(place.line)}` : file}: ${sentence}`;
};

/** The place that is a file as a whole. */
export const wholeFile = (file: string): Place => ({ file, line: 0 });
