import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** A file that a command writes, and what is said where it can't, by the reason. */
export interface Told {
  readonly file: string;
  readonly said: (why: string) => Bilingual;
  /** Over what is there; only a new one unless that is set. */
  readonly isReplaced?: boolean;
}

/** Writes a file, and makes its folder; throws `UsageError` where it is there already, or can't be written. */
export const writeTold = ({ file, said, isReplaced = false }: Told, text: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: isReplaced ? 'w' : 'wx' });
  } catch (error) {
    if (!isReplaced && isHalf(error)) rmSync(file, { force: true });
    const why = saidBy(error);
    throw new UsageError({ nl: said(why.nl).nl, en: said(why.en).en }, { cause: error });
  }
};

/** Whether it was begun and came to no end: what was not begun names its file. */
const isHalf = (error: unknown): boolean => error instanceof Error && 'syscall' in error && error.syscall === 'write';
