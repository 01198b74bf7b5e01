import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Contract } from '#contract/contract';
import { jsonText } from '#contract/texts/json-text';
import { type PackedExchanges, packExchanges } from '#bundle/files/pack-exchanges';
import type { Event } from '#evidence/event';
import { keptBytesName, keptIndexName } from '#evidence/kept-index';
import { linking } from '#evidence/link';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { redactedEvent } from '#evidence/redacted';
import { certificateReader } from '#gate/evidence/certificate-seen';
import { demandingContract, gateContract } from '#gate/evidence/gate-contract';
import { gateFacts } from '#gate/facts/facts';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import { reportPage } from '#gate/report/report-page';
import { requiredFor } from '#gate/required/required';
import { allPhases } from '#judgement/requirements/requirement';
import { cleanUpList } from '#reporters/clean-up-list';
import { resultLines, runText } from '#reporters/run-files';
import { foldRun, type RunResult } from '#reporters/run-result';
import { attestationFile } from '../attest/attestation-file.ts';
import { eachChunk } from '#bundle/zip/write-zip';

/** The run or recording that a package is made of. */
export interface Collecting {
  readonly from: string;
  readonly to: string;
  readonly result: RunResult;
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
  if (at === undefined) {
    copyJournal(from, to);
    writeResults(to, collecting.result);
    writeReports(collecting, collecting.result);
    if (existsSync(attestationFile(from))) copyFileSync(attestationFile(from), attestationFile(to));
    return packExchanges({ events: readJournal(from), bytes: openExchanges(from), to });
  }
  redactJournal(from, to, at);
  const redacted = foldRun(readJournal(to));
  writeResults(to, redacted);
  writeReports(collecting, redacted);
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

/** What is demanded, who declares what, and the report that a person signs, in both languages. */
const writeReports = ({ from, to, contract, vendor, at }: Collecting, result: RunResult): void => {
  const facts = gateFacts(readJournal(to), { certificateOf: certificateReader(openExchanges(from)) });
  const phase = allPhases.find((one) => one === facts?.phase);
  if (facts === undefined || phase === undefined) throw new Error('no start in the journal');
  const system = facts.system ?? vendor;
  const required = requiredFor({
    ...{ contract: demandingContract(contract), suite: facts.suite, phase },
    documentTypes: system?.documentTypes ?? [],
  });
  writeFileSync(join(to, 'required.json'), `${jsonText(required, 2)}\n`);
  if (system !== undefined) writeFileSync(join(to, 'vendor.yaml'), vendorText(system));
  const journal = digestOf(join(to, 'journal.ndjson'));
  const reported = { facts, result, contract: gateContract(contract), system, journal, at };
  writeFileSync(join(to, 'toetsverslag.html'), reportPage(reported, 'nl'));
  writeFileSync(join(to, 'toetsverslag.en.html'), reportPage(reported, 'en'));
};

const vendorText = ({ vendor, product, version, documentTypes }: DeclaredSystem): string =>
  stringify({ vendor, product, version, documentTypes: Object.fromEntries(documentTypes.map((name) => [name, null])) });

const digestOf = (path: string): string => {
  const hash = createHash('sha256');
  eachChunk(path, (chunk) => {
    hash.update(chunk);
  });
  return hash.digest('hex');
};

const writeResults = (to: string, result: RunResult): void => {
  writeFileSync(join(to, 'opruimlijst.csv'), cleanUpList(result));
  writeFileSync(join(to, 'results.ndjson'), resultLines(result));
  writeFileSync(join(to, 'run.json'), runText(result));
};
