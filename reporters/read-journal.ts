import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Event, journalVersion } from '#harness/event';

/** The events of a run's output folder; a last line that was cut off half-way is left out. */
export const readJournal = (directory: string): readonly Event[] => {
  const lines = readFileSync(join(directory, 'journal.ndjson'), 'utf8').split('\n');
  return parseLines(lines);
};

/** Parses complete journal lines; only the last may be torn. */
export const parseLines = (lines: readonly string[]): readonly Event[] =>
  lines
    .filter((line) => line !== '')
    .flatMap((line, index, all) => {
      const event = parseLine(line);
      if (event === undefined && index < all.length - 1)
        throw new Error(`line ${String(index + 1)} of the journal is damaged`);
      return event === undefined ? [] : [event];
    });

const parseLine = (line: string): Event | undefined => {
  try {
    const event = JSON.parse(line) as Event;
    if (event.type === 'run-started' && (event.version as number) !== journalVersion) {
      throw new RangeError(
        `the journal has version ${String(event.version)}, this suite reads version ${String(journalVersion)}`,
      );
    }
    return event;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
