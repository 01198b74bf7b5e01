import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { neverBroken } from '#cli/coverage/never-broken';
import { rehearsedGeneration } from '#cli/rehearsal';
import { readContract } from '#contract/reader';
import { loadFaces } from '#generators/faces/load-faces';
import { planPhase } from '#harness/plan';
import { summarize } from '#reporters/summary';
import { contentsOf } from '#suites/contents';
import { findCheck } from '#suites/exclusion';
import { scopeOf } from '#suites/scope';
import { unbrokenFor } from '#suites/unbroken-for';
import { aRunConfig } from '../samples/run-config.ts';
import { aCheck, aRun } from '../samples/run.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a default run that passes says, made from the plan alone. */
const summaryOfPlan = async (): Promise<readonly string[]> => {
  const contract = readContract(join(root, 'contract/2020-01'));
  const faces = await loadFaces(contract);
  const occasion = { today: '2026-11-23', runId: 'figures' };
  const never = neverBroken(rehearsedGeneration({ contract, faces, occasion, rehearsal: undefined }));
  const config = aRunConfig({ runs: 50, credentials: { username: 'naam', password: 'wachtwoord' } });
  const reasons = Map.groupBy(never, ({ documentType }) => documentType);
  const unviolable = (type: string) =>
    new Map((reasons.get(type) ?? []).map((one) => [one.constraint, unbrokenFor(one)]));
  const checks = planPhase(contract, 1, true).map(
    ({ key, requirement, documentType, constraint, ground, ...check }) => {
      const whole = { ...check, key, requirement, documentType, constraint, ground };
      const found = findCheck({ contract, config, unviolable }, whole, contentsOf(1));
      const verdict = 'act' in found ? 'passed' : found.verdict;
      return aCheck({ check: key, requirement, documentType, constraint, ground, verdict });
    },
  );
  const types = contract.documentTypes.map(({ name }) => [name, 1] as const);
  const run = { ...aRun(checks), planned: scopeOf(contract, config, { never }).planned };
  const sent = { ...run.sent, valid: new Map(types) };
  const options = { language: 'en', strict: 'must', complete: false, report: undefined, out: '', table: true } as const;
  return summarize({ ...run, sent }, options).split('\n');
};

test('the run that the README shows is of the plan as it is: its outcome, each cell of its table, and its grounds', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const told = (await summaryOfPlan())
    .filter((line) => /^(?:PASSED|Verdicts rest on|\s+connection|[A-Za-z]+ +.*[✓✗?·!■])/.test(line))
    .map((line) => line.trimEnd());

  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((line) => !readme.includes(`${line}\n`))).toEqual([]);
});
