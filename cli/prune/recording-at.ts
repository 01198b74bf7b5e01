import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JournalError } from '#evidence/journal-error';
import { readJournal } from '#evidence/read-journal';

/** A recording in a folder, as far as pruning goes. */
export interface RecordingAt {
  readonly folder: string;
  /** The last moment that it is to be kept, ISO 8601; undefined where it does not say. */
  readonly keepUntil: string | undefined;
  readonly isRedacted: boolean;
}

/** The recordings in a folder: itself, or those right below it. Links are not followed, and a run is none. */
export const recordingsIn = (folder: string): readonly RecordingAt[] => {
  const below = hasJournal(folder) ? [] : foldersIn(folder);
  return [folder, ...below].flatMap((one) => recordingAt(one) ?? []);
};

/** Whether a folder holds a journal: a pipe by that name never ends, and is none of ours. */
export const hasJournal = (folder: string): boolean =>
  statSync(join(folder, 'journal.ndjson'), { throwIfNoEntry: false })?.isFile() === true;

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isDirectory());

const recordingAt = (folder: string): RecordingAt | undefined => {
  if (!hasJournal(folder)) return undefined;
  try {
    return readAt(folder);
  } catch (error) {
    // Another version made it, which prunes it.
    if (error instanceof JournalError) return undefined;
    throw error;
  }
};

const readAt = (folder: string): RecordingAt | undefined => {
  let started = false;
  let keepUntil: string | undefined;
  let isRedacted = false;
  for (const event of readJournal(folder)) {
    // A run is of generated deliveries, and tells so in its first line.
    if (event.type === 'run-started') return undefined;
    if (event.type === 'recording-started') [started, keepUntil] = [true, event.keepUntil];
    if (event.type === 'redacted') isRedacted = true;
  }
  return started ? { folder, keepUntil, isRedacted } : undefined;
};
