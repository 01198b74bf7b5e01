import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { Generation } from '#generators/generation';
import { violable } from '#generators/violation';
import { coveragePage } from '#reporters/coverage-page';
import { readJournal } from '#reporters/read-journal';
import { coverageOfRun, type Aim, type NeverBroken, type RunCoverage } from '#reporters/run-coverage';
import { foldRun, type RunResult } from '#reporters/run-result';
import { contractFolder } from '../contract-folder.ts';
import { rehearsedGeneration } from '../rehearsal.ts';
import { momentOf } from '../run/clock.ts';
import { UsageError } from '../usage-error.ts';

/** What a run is to reach of a contract: each constraint in each document type, but those that can't be broken there. */
export const aimOf = (contract: Contract, generation: Generation): Aim => {
  const documentTypes = contract.documentTypes.map(({ name }) => name);
  const never = documentTypes.flatMap((documentType) =>
    violable(generation, documentType).flatMap((one): readonly NeverBroken[] =>
      one.violable ? [] : [{ constraint: one.constraint.id, documentType, verdict: one.verdict, reason: one.reason }],
    ),
  );
  return { constraints: contract.constraints.map(({ id }) => id), documentTypes, never };
};

/** Writes `coverage.json` and `coverage.html` to a run's folder, and returns the path of the page. */
export const writeCoverage = (out: string, result: RunResult, aim: Aim): string => {
  const coverage = coverageOfRun(result, aim);
  writeFileSync(join(out, 'coverage.json'), `${JSON.stringify(coverage)}\n`);
  const page = join(out, 'coverage.html');
  writeFileSync(page, coveragePage(coverage));
  return page;
};

/** What a run reached: as it was written at its end, else folded from its journal. Throws `UsageError` for a folder that is no run's. */
export const readRunCoverage = async (folder: string): Promise<RunCoverage> => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`there is no run folder ${folder}; give the output folder of 3pas run`);
  const written = join(folder, 'coverage.json');
  if (existsSync(written)) return parsed(written);
  if (!existsSync(join(folder, 'journal.ndjson')))
    throw new UsageError(`${folder} holds no journal.ndjson; give the output folder of 3pas run`);
  const result = foldRun(readJournal(folder));
  const contract = readContract(contractFolder(result.started.asked.contract));
  if (contract.digest !== result.started.contract.digest)
    throw new UsageError(
      `the run was made with contract ${result.started.contract.id}, digest ${result.started.contract.digest.slice(0, 16)}, which ${contract.directory} is not any more; run again`,
    );
  const { today } = momentOf(result.started.clock);
  const occasion = { today, runId: result.started.runId, authorities: undefined, media: undefined };
  return coverageOfRun(result, aimOf(contract, await rehearsedGeneration(contract, occasion)));
};

const parsed = (file: string): RunCoverage => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunCoverage;
  } catch (error) {
    throw new UsageError(`${file} is damaged (${String(error)}); remove it, and it is made anew from the journal`);
  }
};
