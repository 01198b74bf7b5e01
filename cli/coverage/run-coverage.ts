import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Aimed, NeverBroken } from '#evidence/event';
import { coverageOfRun, type RunCoverage } from '#reporters/run-coverage';
import { demandFiles } from '../report/demand-kinds.ts';
import { readRun } from '../report/read-run.ts';
import { UsageError } from '../usage-error.ts';

/** What a run is to reach of a contract: each constraint in each document type, but those that can't be broken there. */
export const aimOf = (contract: Contract, never: readonly NeverBroken[]): Aimed => ({
  type: 'aimed',
  constraints: contract.constraints.map(({ id }) => id),
  documentTypes: contract.documentTypes.map(({ name }) => name),
  never,
});

/** What a run reached: as it was written at its end, else folded from its journal. Throws `UsageError` for a folder that is no run's. */
export const readRunCoverage = (folder: string): RunCoverage => {
  const written = join(folder, 'coverage.json');
  demandFiles(folder, ['coverage.json']);
  if (existsSync(written)) return parsed(written);
  const result = readRun(folder);
  if (result.aim !== undefined) return coverageOfRun(result, result.aim);
  throw new UsageError({
    nl: `de run in ${folder} is gestopt voordat bekend was wat hij moest bereiken; draai opnieuw`,
    en: `the run in ${folder} was stopped before it was known what it was to reach; run again`,
  });
};

const parsed = (file: string): RunCoverage => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunCoverage;
  } catch (error) {
    throw new UsageError({
      nl: `${file} is beschadigd (${String(error)}); verwijder het bestand, dan wordt het opnieuw gemaakt uit het journal`,
      en: `${file} is damaged (${String(error)}); remove it, and it is made anew from the journal`,
    });
  }
};
