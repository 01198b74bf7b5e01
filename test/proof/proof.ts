/** The long proof: the tests with nothing left out; the mock passes its own suite of each phase for many seeds in a row, and without any one constraint it is found. Writes the dated result to `docs/proof.md`. */
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf } from '#cli/run/clock';
import { summaryLine } from '../steps/tally.ts';
import { allCanaries, canaryChapter, missedIn } from './canaries.ts';
import { testsInFull } from './tests-in-full.ts';
import { formatted } from '../formatted.ts';
import { eventsIn, exchangesIn, problemsIn, temporaryFolder, threePas } from '../run/three-pas.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    /** Of each phase over TLS. */
    'tls-seeds': { type: 'string', default: '10' },
    runs: { type: 'string', default: '50' },
  },
});

/** The profile of each phase at the embedded endpoint, and how many seeds it is tried with. */
const phases = [
  { phase: 1, profile: 'mock-poc', seeds: Number(values.seeds) },
  { phase: 2, profile: 'mock-tst-koop', seeds: Number(values['tls-seeds']) },
  { phase: 3, profile: 'mock-tst-pkio', seeds: Number(values['tls-seeds']) },
  { phase: 4, profile: 'mock-productie', seeds: Number(values['tls-seeds']) },
] as const;

const today = momentOf(undefined).today;

interface Row {
  readonly phase: number;
  readonly seed: string;
  readonly code: number | null;
  readonly seconds: string;
  readonly checks: number;
  readonly exchanges: number;
  readonly problems: readonly string[];
}

const tryOne = async ({ phase, profile }: (typeof phases)[number], seed: string): Promise<Row> => {
  const out = join(temporaryFolder(), 'out');
  const started = performance.now();
  const args = ['--profile', profile, '--seed', seed, '--runs', values.runs, '--reporter', 'junit', '--out', out];
  const { code } = await threePas(['run', ...args]);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const checks = eventsIn(out).filter(({ type }) => type === 'check-ended').length;
  const row = {
    phase,
    seed,
    code,
    seconds,
    checks,
    exchanges: exchangesIn(out).length,
    problems: problemsIn(out),
  };
  rmSync(out, { recursive: true, force: true });
  return row;
};

const tests = await testsInFull();

const rows: Row[] = [];
for (const one of phases) {
  for (let index = 0; index < one.seeds; index += 1) {
    const row = await tryOne(one, String((index * 7919 + 1) % 0x7fffffff));
    rows.push(row);
    console.log(
      `phase ${String(row.phase)}, seed ${row.seed}: exit ${String(row.code)}, ${row.seconds} s, ${String(row.exchanges)} exchanges`,
      ...row.problems,
    );
  }
}

const canaries = await allCanaries();

const isPassed = ({ code, problems }: Row): boolean => code === 0 && problems.length === 0;
const counts = phases.map(({ phase }) => {
  const own = rows.filter((row) => row.phase === phase);
  return `| ${[phase, own.filter(isPassed).length, own.length].join(' | ')} |`;
});
const table = rows.map(
  ({ phase, seed, code, seconds, checks, exchanges }) =>
    `| ${[phase, seed, code, seconds, checks, exchanges].join(' | ')} |`,
);
const text = `# Proof

Written by \`npm run proof\` on ${today}, Node ${process.versions.node}, ${String(availableParallelism())} cores,
\`--runs ${values.runs}\`: the embedded endpoint passes its own suite of each phase, those after the first over TLS, without a false alarm.

| phase | seeds that pass | seeds |
| --- | --- | --- |
${counts.join('\n')}

| phase | seed | exit code | seconds | checks | exchanges |
| --- | --- | --- | --- | --- | --- |
${table.join('\n')}

${canaryChapter(canaries)}
## The tests, with all that \`npm test\` takes a share of

Each seeded defect with twenty seeds, every document type and phase: ${summaryLine(tests)}.
`;
const file = resolve(import.meta.dirname, '../../docs/proof.md');
writeFileSync(file, await formatted(file, text));
process.exitCode = tests.failed === 0 && rows.every(isPassed) && missedIn(canaries).length === 0 ? 0 : 1;
