import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import { OutputFailure } from '#evidence/journal';
import type { FolderLock } from '../folder/lock-folder.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import type { Take } from '../rules/job.ts';
import { tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import type { IndexEntry, Made } from './make.ts';

/** Puts deliveries in a folder as they are made. */
export interface DeliveryWriter {
  readonly take: Take;
  /** How many were written of each kind. */
  readonly counts: () => string;
  readonly release: () => void;
}

/** Takes the folder once the first delivery is to come, and makes one in it for each document type. */
export const deliveryWriter = (out: string, documentTypes: readonly string[]): DeliveryWriter => {
  const made = new Map<string, number>();
  const counts = (): string => [...made].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  let lock: FolderLock | undefined;
  const take: Take = (given) => {
    if (lock === undefined) {
      lock = takeEmptyFolder(out, 'generate');
      for (const type of documentTypes) mkdirSync(join(out, type));
    }
    if (given.kind === 'made-all') tellAside(`${given.documentType}: ${counts()}\n`);
    if (given.kind !== 'made') return;
    mustBeOurs(given.entry, documentTypes);
    write(out, given);
    made.set(given.entry.kind, (made.get(given.entry.kind) ?? 0) + 1);
  };
  return { take, counts, release: () => lock?.release() };
};

/** The code of a contract can say what it likes of where its deliveries go. */
const mustBeOurs = ({ file, documentType }: IndexEntry, documentTypes: readonly string[]): void => {
  const folder = file?.replace(/\/\d{12}-[a-z\d-]+\.xml$/, '') ?? documentType;
  if (folder === documentType && documentTypes.includes(documentType)) return;
  throw new UsageError({
    nl: `rules.mjs schrijft naar "${file ?? documentType}", en zo heet geen aanlevering van ons; gebruik het niet`,
    en: `rules.mjs writes to "${file ?? documentType}", which no delivery of ours is called; do not use it`,
  });
};

const write = (out: string, { entry, bytes }: Pick<Made, 'entry' | 'bytes'>): void => {
  try {
    if (entry.file !== undefined && bytes !== undefined) writeFileSync(join(out, entry.file), bytes);
    appendFileSync(join(out, 'index.ndjson'), `${jsonText(entry satisfies IndexEntry)}\n`);
  } catch (error) {
    throw new OutputFailure(out, error);
  }
};
