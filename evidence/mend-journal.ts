import { closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputFailure } from './journal.ts';
import { openNew } from './open-file.ts';
import { wholeIn } from './journal-feed.ts';

/** Takes out of a journal what its writers could not finish, so that each line holds one whole event; returns how many bytes that were. Throws `OutputFailure` where there is no room for it, and leaves it as it was. */
export const mendJournal = (directory: string): number => {
  const file = join(directory, 'journal.ndjson');
  const part = `${file}.part`;
  const before = readFileSync(file);
  const whole = linesIn(before).flatMap((line) => wholeIn(line.toString('utf8')));
  try {
    const handle = openNew(part);
    try {
      writeFileSync(handle, whole.map((text) => `${text}\n`).join(''));
    } finally {
      closeSync(handle);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new OutputFailure(directory, error);
  }
  return before.length - statSync(file).size;
};

const newline = 0x0a;

const linesIn = (bytes: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
};
