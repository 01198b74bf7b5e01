import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Aimed, NeverBroken } from '#evidence/event';
import { coverageOfRun, type RunCoverage } from '#reporters/run-coverage';
import { readWithin } from '#xml/read-within';
import { demandFiles } from '../report/demand-kinds.ts';
import { readRun } from '../report/read-run.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { runCoverageShape } from './run-coverage-shape.ts';

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
  const found = v.safeParse(runCoverageShape, contentOf(file));
  if (found.success) return found.output as RunCoverage;
  const at = v.getDotPath(found.issues[0]) ?? '';
  throw damaged(file, at === '' ? both('het is geen object', 'it is no object') : both(`bij ${at}`, `at ${at}`));
};

/** Bytes: hundreds of times those of a run of all document types. */
const mostOfCoverage = 256 * 1024 * 1024;

const contentOf = (file: string): unknown => {
  try {
    return JSON.parse(readWithin(file, mostOfCoverage).toString());
  } catch (error) {
    throw damaged(file, saidBy(error));
  }
};

const both = (nl: string, en: string): Bilingual => ({ nl, en });

const damaged = (file: string, why: Bilingual): UsageError =>
  new UsageError({
    nl: `${file} is beschadigd (${why.nl}); verwijder het bestand, dan wordt het opnieuw gemaakt uit het journaal`,
    en: `${file} is damaged (${why.en}); remove it, and it is made anew from the journal`,
  });
