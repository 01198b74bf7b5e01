import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from './event.ts';
import { type Damaged, journalFeed } from './journal-feed.ts';
import { openFile } from './open-file.ts';

/** The events of a run's output folder, one at a time; throws for a journal of another version. */
export const readJournal = function* (directory: string): Generator<Event | Damaged> {
  const handle = openFile(join(directory, 'journal.ndjson'));
  try {
    const feed = journalFeed();
    for (let chunk = readNext(handle); chunk.length > 0; chunk = readNext(handle)) yield* feed.add(chunk);
    yield* feed.end();
  } finally {
    closeSync(handle);
  }
};

const chunkSize = 64 * 1024;

const readNext = (handle: number): Buffer => {
  const chunk = Buffer.allocUnsafe(chunkSize);
  return chunk.subarray(0, readSync(handle, chunk));
};
