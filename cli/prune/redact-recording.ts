import { closeSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import type { Event } from '#evidence/event';
import { linking } from '#evidence/link';
import { openNew } from '#evidence/open-file';
import { readJournal } from '#evidence/read-journal';
import { redactedEvent } from '#evidence/redacted';
import { isLock } from '../folder/lock-folder.ts';

/** Takes out of a recording what others wrote: its journal stays without that, and everything else goes, reports and keys too. */
export const redactRecording = (folder: string, at: string): void => {
  const part = join(folder, 'journal.ndjson.part');
  const handle = openNew(part);
  const link = linking();
  const write = (event: Event): void => {
    writeSync(handle, `${link(jsonText(event))}\n`);
  };
  try {
    for (const event of readJournal(folder)) if (event.type !== 'damaged') write(redactedEvent(event));
    write({ type: 'redacted', at });
  } finally {
    closeSync(handle);
  }
  // A command that is killed half-way leaves a recording that is whole, or one that is redacted: then the next one takes the rest.
  renameSync(part, join(folder, 'journal.ndjson'));
  for (const name of readdirSync(folder))
    if (name !== 'journal.ndjson' && !isLock(name)) rmSync(join(folder, name), { recursive: true, force: true });
};
