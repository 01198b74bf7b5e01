import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFile } from './open-file.ts';
import { lastEventIn } from './journal-feed.ts';
import { linkTo } from './link.ts';

/** The digest that the next event of a journal has to carry: that of its last whole one; undefined where there is none. */
export const lastLinkIn = (file: string): string | undefined => {
  const handle = openFile(file);
  try {
    const { size } = fstatSync(handle);
    for (let length = firstTail; ; length *= 8) {
      const start = Math.max(0, size - length);
      const text = lastEventIn(tailOf(handle, start, size), start === 0);
      if (text !== undefined) return linkTo(text);
      if (start === 0) return undefined;
    }
  } finally {
    closeSync(handle);
  }
};

const firstTail = 64 * 1024;

const tailOf = (handle: number, start: number, end: number): Buffer => {
  const tail = Buffer.alloc(end - start);
  return tail.subarray(0, readSync(handle, tail, 0, tail.length, start));
};
