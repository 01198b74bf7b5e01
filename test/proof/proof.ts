/** The long proof: the mock passes its own suite for many seeds in a row. Writes the dated result to `docs/proof.md`. */
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { momentOf } from '#cli/run/clock';
import { eventsIn, exchangesIn, problemsIn, temporaryFolder, threePas } from '../run/three-pas.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, runs: { type: 'string', default: '50' } },
});

const today = momentOf(undefined).today;

interface Row {
  readonly seed: string;
  readonly code: number | null;
  readonly seconds: string;
  readonly checks: number;
  readonly exchanges: number;
  readonly problems: readonly string[];
}

const tryOne = async (seed: string): Promise<Row> => {
  const out = join(temporaryFolder(), 'out');
  const started = performance.now();
  const { code } = await threePas(['run', '--seed', seed, '--runs', values.runs, '--reporter', 'junit', '--out', out]);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const checks = eventsIn(out).filter(({ type }) => type === 'check-ended').length;
  const row = {
    seed,
    code,
    seconds,
    checks,
    exchanges: exchangesIn(out).filter(({ shared }) => shared === undefined).length,
    problems: problemsIn(out),
  };
  rmSync(out, { recursive: true });
  return row;
};

const rows: Row[] = [];
for (let index = 0; index < Number(values.seeds); index += 1) {
  const row = await tryOne(String((index * 7919 + 1) % 0x7fffffff));
  rows.push(row);
  console.log(
    `seed ${row.seed}: exit ${String(row.code)}, ${row.seconds} s, ${String(row.exchanges)} exchanges`,
    ...row.problems,
  );
}

const passed = rows.filter(({ code }) => code === 0).length;
const table = rows.map(
  ({ seed, code, seconds, checks, exchanges }) => `| ${[seed, code, seconds, checks, exchanges].join(' | ')} |`,
);
const text = `# Proof

Written by \`npm run proof\` on ${today}, Node ${process.versions.node}, ${String(availableParallelism())} cores,
\`--runs ${values.runs}\`: the embedded endpoint passes its own phase-1 suite for ${String(passed)} of ${String(rows.length)} seeds.

| seed | exit code | seconds | checks | exchanges |
| --- | --- | --- | --- | --- |
${table.join('\n')}
`;
const file = resolve(import.meta.dirname, '../../docs/proof.md');
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
process.exitCode = passed === rows.length ? 0 : 1;
