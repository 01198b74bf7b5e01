import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { neverBroken } from '#cli/coverage/never-broken';
import { rehearsedGeneration } from '#cli/rehearsal';
import { readContract } from '#contract/reader';
import { loadFaces } from '#generators/faces/load-faces';
import { planPhase } from '#harness/plan';
import { summarize } from '#reporters/summary';
import { pkioverheid } from '#judgement/certificate/authorities';
import { certificate } from '#judgement/requirements/certificate';
import { contentsOf } from '#suites/contents';
import { findCheck } from '#suites/exclusion';
import { scopeOf } from '#suites/scope';
import { unbrokenFor } from '#suites/unbroken-for';
import { aRunConfig } from '../samples/run-config.ts';
import { aCheck, aRun } from '../samples/run.ts';

const root = resolve(import.meta.dirname, '../..');

/** The figures of a constant in a file; one that is not there is empty. */
const inCode = (file: string, constant: RegExp): readonly string[] => {
  const [, ...figures] = constant.exec(readFileSync(join(root, file), 'utf8')) ?? ['', ''];
  return figures;
};

/** A figure in a text, written N there, and where it stands in the code or what counts it. */
const figures = [
  {
    doc: 'README.md',
    says: 'a document type in each property that delivers; N unless said',
    of: inCode('cli/run/options.ts', /usualRuns = (\d+);/),
  },
  {
    doc: 'README.md',
    says: 'in every document type, once for every N:',
    of: inCode('suites/spread.ts', /forOneEach = (\d+);/),
  },
  { doc: 'README.md', says: 'Below N it is a smoke run', of: inCode('suites/spread.ts', /forOneEach = (\d+);/) },
  {
    doc: 'README.md',
    says: 'N requests a second, N a run, N accepted dossiers',
    of: inCode('profiles/reader.ts', /politeLimits = \{ requestsPerSecond: (\d+), requests: (\d+), accepted: (\d+)/),
  },
  {
    doc: 'README.md',
    says: '(a profile may ask for\nN, N and N, and no more)',
    of: inCode('profiles/ceilings.ts', /ceilings = \{ requestsPerSecond: (\d+), requests: (\d+), accepted: (\d+)/),
  },
  {
    doc: 'README.md',
    says: 'At most N MiB of an exchange is',
    of: inCode('evidence/record-exchange.ts', /mostOfExchange = (\d+) \* 1024 \* 1024;/),
  },
  {
    doc: 'README.md',
    says: 'kept and N MiB of a run',
    of: inCode('evidence/journal.ts', /mostKeptBytes = (\d+) \* 1024 \* 1024;/),
  },
  {
    doc: 'docs/listen.md',
    says: '(N unless said, N at most)',
    of: [
      ...inCode('endpoint/mock/plays.ts', /usualSeconds = (\d+);/),
      ...inCode('cli/listen/answers-file.ts', /seconds: .*maxValue\((\d+),/),
    ],
  },
  {
    doc: 'docs/listen.md',
    says: 'port N (`--port`)',
    of: inCode('cli/commands/listen.ts', /'--port <number>'.*, (\d+)\)/),
  },
  {
    doc: 'docs/contract-folder.md',
    says: 'It makes N deliveries of each document type',
    of: inCode('cli/contract/try-deliveries.ts', /usual: Amounts = \{ valid: (\d+)/),
  },
  { doc: 'docs/certificates.md', says: 'by N requirements', of: [String(Object.keys(certificate).length)] },
  { doc: 'docs/certificates.md', says: 'fingerprints of N authorities', of: [String(pkioverheid.length)] },
] as const;

test.each(figures)('$doc tells as the code has it: $says', ({ doc, says, of }) => {
  const told = [...of].reduce((text, figure) => text.replace(/\bN\b/, figure), says);

  expect(of).not.toContain('');
  expect(readFileSync(join(root, doc), 'utf8')).toContain(told);
});

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
