import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { certificatesName, certificatesText } from '#bundle/certificates-file';
import { contractName, contractText } from '#bundle/contract-file';
import { eachChunk } from '#bundle/zip/write-zip';
import type { Contract } from '#contract/contract';
import { jsonText } from '#contract/texts/json-text';
import { type BytesOf, openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { certificateReader, pemsIn } from '#gate/evidence/certificate-seen';
import { demandingContract, gateContract } from '#gate/evidence/gate-contract';
import { gateFacts } from '#gate/facts/facts';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import { reportPage } from '#gate/report/report-page';
import { requiredFor } from '#gate/required/required';
import { attestedIn } from '../attest/attestation-file.ts';
import { allPhases } from '#judgement/requirements/requirement';
import { cleanUpList } from '#reporters/clean-up-list';
import { resultLines, runText } from '#reporters/run-files';
import { foldRun, type RunResult } from '#reporters/run-result';

/** What files of a package follow from. */
export interface Deriving {
  /** The folder of the package: its journal, and the bytes of its exchanges. */
  readonly folder: string;
  readonly contract: Contract;
  /** As a file of the vendor declares it; undefined where the recording itself does, or nobody. */
  readonly vendor: DeclaredSystem | undefined;
  /** ISO 8601; reports tell it to the minute. */
  readonly at: string;
  /** Its run with nothing lost; read from the folder unless given. */
  readonly result?: RunResult;
}

/** The files of a package that follow from its journal, by name: what is in them can't be said otherwise. */
export const derivedFiles = (deriving: Deriving): ReadonlyMap<string, string> => {
  const { folder, contract, vendor, at, result = foldRun(readJournal(folder)) } = deriving;
  const bytes = openExchanges(folder);
  const facts = gateFacts(readJournal(folder), { certificateOf: certificateReader(pemsIn(bytes)) });
  const phase = allPhases.find((one) => one === facts?.phase);
  if (facts === undefined || phase === undefined) throw new Error('no start in the journal');
  const system = facts.system ?? vendor;
  const declared = vendor ?? facts.system;
  const required = requiredFor({
    ...{ contract: demandingContract(contract), suite: facts.suite, phase },
    documentTypes: system?.documentTypes ?? [],
  });
  const journal = digestOf(join(folder, 'journal.ndjson'));
  const own = contractText(contract.ownFiles);
  const certificates = certificatesText(certificatesOf(folder, bytes));
  const { all: publications } = facts.phase === 4 ? attestedIn(folder) : { all: [] };
  const reported = { facts, result, contract: gateContract(contract), system, publications, journal, at };
  return new Map([
    ...(own === undefined ? [] : [[contractName, own] as const]),
    ...(certificates === undefined ? [] : [[certificatesName, certificates] as const]),
    ...(declared === undefined ? [] : [[vendorName, vendorText(declared)] as const]),
    ['opruimlijst.csv', cleanUpList(result)],
    ['results.ndjson', resultLines(result)],
    ['run.json', runText(result)],
    ['required.json', `${jsonText(required, 2)}\n`],
    ['toetsverslag.html', reportPage(reported, 'nl')],
    ['toetsverslag.en.html', reportPage(reported, 'en')],
  ]);
};

/** Who declares which system. */
export const vendorName = 'vendor.yaml';

const vendorText = ({ vendor, product, version, documentTypes }: DeclaredSystem): string =>
  stringify({ vendor, product, version, documentTypes: Object.fromEntries(documentTypes.map((name) => [name, null])) });

/** Those that exchanges were made with. */
const certificatesOf = (folder: string, bytes: BytesOf): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const event of readJournal(folder)) {
    const kept = event.type === 'exchange' ? event.identity : undefined;
    if (kept === undefined || found.has(kept.sha256)) continue;
    const pem = bytes(kept);
    if (pem !== undefined) found.set(kept.sha256, pem.toString());
  }
  return found;
};

const digestOf = (path: string): string => {
  const hash = createHash('sha256');
  eachChunk(path, (chunk) => {
    hash.update(chunk);
  });
  return hash.digest('hex');
};
