import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import { jsonText } from '#contract/texts/json-text';
import { type PackedExchanges, packExchanges } from '#bundle/files/pack-exchanges';
import type { Event } from '#evidence/event';
import { keptBytesName, keptIndexName } from '#evidence/kept-index';
import { linking } from '#evidence/link';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { redactedEvent } from '#evidence/redacted';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import { attestationFile, readAttestations } from '../attest/attestation-file.ts';
import { eachChunk } from '#bundle/zip/write-zip';
import { readWithin } from '#xml/read-within';
import { derivedFiles } from './derived-files.ts';

/** The run or recording that a package is made of. */
export interface Collecting {
  readonly from: string;
  readonly to: string;
  /** That it was judged by. */
  readonly contract: Contract;
  /** As a file of the vendor declares it; undefined where the recording itself does, or nobody. */
  readonly vendor: DeclaredSystem | undefined;
  readonly at: string;
  /** When the bytes of messages are taken out; undefined where they stay. ISO 8601. */
  readonly withoutPayloadsAt: string | undefined;
}

/** Collects the files of a package in a folder of its own. */
export const collect = (collecting: Collecting): PackedExchanges => {
  const { from, to, withoutPayloadsAt: at } = collecting;
  const packed = at === undefined ? copyWhole(from, to) : copyRedacted(from, to, at);
  writeDerived(collecting);
  return packed;
};

const copyWhole = (from: string, to: string): PackedExchanges => {
  copyJournal(from, to);
  // One that can't be read is told to whoever can still mend it.
  if (readAttestations(from).length > 0) writeFileSync(attestationFile(to), readWithin(attestationFile(from)));
  return packExchanges({ events: readJournal(from), bytes: openExchanges(from), to });
};

const copyRedacted = (from: string, to: string, at: string): PackedExchanges => {
  redactJournal(from, to, at);
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

/** All that follows from the journal and from who declares what. */
const writeDerived = ({ to, contract, vendor, at }: Collecting): void => {
  for (const [name, text] of derivedFiles({ folder: to, contract, vendor, at })) writeFileSync(join(to, name), text);
};
