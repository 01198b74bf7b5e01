import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import { type PackedExchanges, packExchanges } from '#bundle/files/pack-exchanges';
import type { Event } from '#evidence/event';
import { keptBytesName, keptIndexName } from '#evidence/kept-index';
import { linking } from '#evidence/link';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { redactedEvent } from '#evidence/redacted';
import { cleanUpList } from '#reporters/clean-up-list';
import { resultLines, runText } from '#reporters/run-files';
import { foldRun, type RunResult } from '#reporters/run-result';
import { eachChunk } from '#bundle/zip/write-zip';

/** The run or recording that a package is made of. */
export interface Collecting {
  readonly from: string;
  readonly to: string;
  readonly result: RunResult;
  /** When the bytes of messages are taken out; undefined where they stay. ISO 8601. */
  readonly withoutPayloadsAt: string | undefined;
}

/** Collects the files of a package in a folder of its own. */
export const collect = (collecting: Collecting): PackedExchanges => {
  const { from, to, withoutPayloadsAt: at } = collecting;
  if (at === undefined) {
    copyJournal(from, to);
    writeResults(to, collecting.result);
    return packExchanges({ events: readJournal(from), bytes: openExchanges(from), to });
  }
  redactJournal(from, to, at);
  writeResults(to, foldRun(readJournal(to)));
  for (const name of [keptBytesName, keptIndexName]) writeFileSync(join(to, name), '');
  return { lost: 0, recipes: 0 };
};

/** As it is, so that its links stay; what a writer left torn at its end stays too. */
const copyJournal = (from: string, to: string): void => {
  const handle = openSync(join(to, 'journal.ndjson'), 'wx');
  try {
    eachChunk(join(from, 'journal.ndjson'), (chunk) => writeSync(handle, chunk));
  } finally {
    closeSync(handle);
  }
};

const redactJournal = (from: string, to: string, at: string): void => {
  const handle = openSync(join(to, 'journal.ndjson'), 'wx');
  const link = linking();
  const write = (event: Event): void => {
    writeSync(handle, `${link(jsonText(event))}\n`);
  };
  try {
    for (const event of readJournal(from)) if (event.type !== 'damaged') write(redactedEvent(event));
    write({ type: 'redacted', at });
  } finally {
    closeSync(handle);
  }
};

const writeResults = (to: string, result: RunResult): void => {
  writeFileSync(join(to, 'opruimlijst.csv'), cleanUpList(result));
  writeFileSync(join(to, 'results.ndjson'), resultLines(result));
  writeFileSync(join(to, 'run.json'), runText(result));
};
